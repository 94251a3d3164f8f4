package org.tcpspec.spi.inprocess;

import java.util.OptionalLong;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Packet;

/** A TCP that is driven by method calls, in one thread, and looks at no clock of its own. */
public interface StackInProcess {

    /** A packet of the peer comes in, right or wrong; {@code packet.octets()} are what was on the wire. */
    void arrives(Packet packet);

    /** The user above the stack. */
    User user();

    /** When its next timer is due, in nanoseconds of the scenario's clock; empty if none runs. */
    default OptionalLong nextTimer() {
        return OptionalLong.empty();
    }

    /**
     * It is that late now: runs the timers that are due.
     *
     * @param nanos of the scenario's clock, which begins at 0; never less than before
     */
    default void advanceTo(long nanos) {}

    /** Where a stack puts what leaves it. */
    interface Surroundings {

        /** A packet goes onto the wire, from the first octet of its IP header on. */
        void send(Bytes ipPacket);

        /** The user is told something. */
        void signal(SignalKind kind, ConnectionId connection, SignalDetail detail);
    }
}
