package org.tcpspec.steps.cover;

import java.util.Optional;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/** Which signals an event owes the user: where user and wire are seen apart, they come later than what the event sent. */
final class Debts {

    private Debts() {}

    static boolean owes(SignalKind kind, State before, EventKind event, Optional<Segment> segment, State after) {
        boolean gone = after == State.CLOSED || after == State.LISTEN;
        return switch (kind) {
            case ACCEPTED -> before == State.SYN_RECEIVED && after.isSynchronized();
            case OPENED -> (before == State.SYN_SENT || before == State.SYN_RECEIVED) && after.isSynchronized();
            case DATA ->
                event.isSegment() && segment.filter(s -> !s.text().isEmpty()).isPresent();
            case CLOSING -> event == EventKind.SEG_FIN || event == EventKind.SEG_FIN_ACKFIN;
            case RESET, REFUSED ->
                gone
                        && before.compareTo(State.SYN_SENT) >= 0
                        && segment.filter(s -> s.has(Flag.RST) || s.has(Flag.SYN))
                                .isPresent();
            case URGENT -> segment.filter(s -> s.has(Flag.URG)).isPresent();
            default -> false;
        };
    }
}
