package org.tcpspec.steps.observe;

import org.tcpspec.spi.wire.State;

/** The edges of Figure 5 along which a connection closes; a state that has no such edge stays as it is. */
final class ClosingEdges {

    private ClosingEdges() {}

    /** The IUT's FIN is sent, or CLOSE has queued it. */
    static State finSent(State from) {
        return switch (from) {
            case SYN_RECEIVED, ESTABLISHED -> State.FIN_WAIT_1;
            case CLOSE_WAIT -> State.LAST_ACK;
            default -> from;
        };
    }

    /** The peer acknowledges the IUT's FIN. In LAST-ACK that is the end: the TCB is deleted. */
    static State finAcknowledged(State from) {
        return switch (from) {
            case FIN_WAIT_1 -> State.FIN_WAIT_2;
            case CLOSING -> State.TIME_WAIT;
            default -> from;
        };
    }

    /** The IUT takes the peer's FIN. */
    static State finTaken(State from) {
        return switch (from) {
            case SYN_RECEIVED, ESTABLISHED -> State.CLOSE_WAIT;
            case FIN_WAIT_1 -> State.CLOSING;
            case FIN_WAIT_2 -> State.TIME_WAIT;
            default -> from;
        };
    }
}
