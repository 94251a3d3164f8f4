package org.tcpspec.spi.iut;

import org.tcpspec.spi.wire.Packet;

/**
 * One thing that crossed the IUT's boundary, in the order in which it became known. A scenario's record is a list of
 * these and nothing else: what a Then judges is a function of that list and the clock.
 */
public sealed interface Observed {

    /**
     * When it happened, in nanoseconds of the bench's {@link Clock}. For a packet the capture's time; for a call the
     * time just after it returned; for a signal the time at which the user learned of it.
     */
    long nanos();

    /**
     * A packet on the wire, in either direction. The peer's own packets are told too, as the capture saw them: their
     * time and place in the order are the capture's, not those of the call that sent them.
     *
     * @param number 1 for the first packet of this bench, then one more for each
     */
    record Frame(long number, long nanos, Direction direction, Packet packet) implements Observed {}

    /**
     * Something that the IUT told the user.
     *
     * @param earliest the time before which it cannot have happened, as far as the agent knows
     */
    record Signal(long earliest, long nanos, SignalKind kind, ConnectionId connection, SignalDetail detail)
            implements Observed {}

    /**
     * A call of the user, with its outcome: told once for each call, STATUS too, when its outcome is known. The times
     * are those of the agent beside the stack, not of who asked it.
     *
     * @param before the time just before the call
     */
    record Call(long before, long nanos, String call, Outcome outcome) implements Observed {}

    /** Which way a packet travels. */
    enum Direction {
        FROM_IUT,
        FROM_PEER
    }
}
