package org.tcpspec.spi.iut;

import java.net.InetAddress;
import java.util.List;

/** One interface with one capture, shared by all scenarios of a run. Safe for use by many threads. */
public interface Wire extends AutoCloseable {

    /**
     * Brings up a phantom host. From now on every packet to or from {@code address} goes to {@code mailbox}, numbered
     * from 1, in the order and with the times of the capture.
     *
     * @param address one that no kernel owns and that the IUT reaches through {@link #gateway}
     * @param iut the IUT's address on this interface
     */
    Phantom phantom(InetAddress address, InetAddress iut, Mailbox mailbox);

    /** Asks anew for the hardware address of {@code iut}: it has been started afresh. */
    void forget(InetAddress iut);

    /** The hardware address that answers for all phantoms. */
    String gateway();

    /** Packets that the capture lost so far, as the library counts them. */
    long lost();

    /** Packets that belonged to no phantom: one line each, the first few hundred. */
    List<String> strays();

    @Override
    void close();

    /** A {@link Peer} that goes away when closed. */
    interface Phantom extends Peer, AutoCloseable {

        /** From now on what is sent to {@code address} goes to this phantom, too. */
        void answerFor(InetAddress address);

        /**
         * Waits until the IUT has taken what this phantom has sent it, as far as that shows without TCP: its neighbour
         * asks for its hardware address after that, and is answered. A stack that takes packets in one thread and calls
         * of its user in another could else do the later one first. Returns at once if nothing was sent since the last
         * time; an IUT that leaves such questions unanswered is soon asked no more.
         *
         * @param neighbour in whose name is asked: an address in the IUT's net that the gateway answers for
         */
        void settle(InetAddress neighbour);

        @Override
        void close();
    }
}
