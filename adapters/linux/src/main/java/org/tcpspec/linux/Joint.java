package org.tcpspec.linux;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.tcpspec.spi.iut.Agent;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.Mailbox;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.iut.Wire;

/** A peer and a user, joined: what the benches on one instance of an IUT share. Safe for use by many threads. */
interface Joint {

    Agent agent();

    Wire wire();

    /** Where the packets of a bench go whose user is {@code user}: to {@code mailbox}, but the user may watch them. */
    default Mailbox watching(User user, Mailbox mailbox) {
        return mailbox;
    }

    /**
     * {@code user} as a scenario sees it.
     *
     * @param settle may be run before a call, lest it overtakes what the peer has sent
     */
    default User shown(User user, Runnable settle) {
        return user;
    }

    /** Waits until the IUT at {@code iut} has taken what {@code phantom} has sent. */
    default void settle(Wire.Phantom phantom, InetAddress iut) {}

    /** Throws if nothing more can come: the agent or the stack has ended. */
    void check();

    void add(JoinedBench bench);

    void remove(JoinedBench bench);

    /**
     * What one bench has for itself.
     *
     * @param ports its port of an index from 0 to 7
     * @param otherPhantom a second address of its peer, given out when it is asked for
     */
    record Place(
            InetAddress iut,
            Optional<Bench.LocalNet> net,
            IntUnaryOperator ports,
            InetAddress phantom,
            Supplier<InetAddress> otherPhantom) {}
}
