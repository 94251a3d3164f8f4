package org.tcpspec.steps.cover;

import java.util.Optional;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Acceptability;

/**
 * Tells which one event a segment of the peer is: the one that decides its processing, in the order of the steps of
 * RFC 9293 section 3.10.7. Each predicate of {@code events.csv} is one line here.
 */
public final class Classifier {

    private Classifier() {}

    /**
     * The event that {@code segment} is.
     *
     * @param state the state of its 4-tuple before it
     * @param v the variables before it; in CLOSED and LISTEN those of the last connection between the same ends
     */
    public static EventKind of(State state, Variables v, Segment segment) {
        return switch (state) {
            case CLOSED, LISTEN -> v.irs().isPresent() ? afterAConnection(v, segment) : beforeAnyConnection(segment);
            case SYN_SENT -> inSynSent(v, segment);
            case SYN_RECEIVED -> inSynReceived(v, segment);
            // A SYN in TIME-WAIT is judged by the rules of a new incarnation (3.6.1), not by PAWS.
            case TIME_WAIT -> synchronizedState(segment.has(Flag.SYN) ? v.withoutTimestamps() : v, segment);
            default -> synchronizedState(v, segment);
        };
    }

    // ---- 3.10.7.1 and 3.10.7.2: neither state has variables

    /** No window exists, so a RST is outside it; nothing was sent, so every ACK is of the future. */
    private static EventKind beforeAnyConnection(Segment s) {
        if (s.has(Flag.RST)) {
            return EventKind.SEG_RST_OUTSIDE;
        }
        if (s.has(Flag.URG)) {
            return EventKind.SEG_URG;
        }
        if (s.has(Flag.SYN)) {
            return syn(s);
        }
        if (!s.has(Flag.ACK)) {
            return EventKind.SEG_NOACK;
        }
        return aboard(s, EventKind.SEG_ACK_FUTURE);
    }

    /** The late segment is what it would have been to the connection that is gone. */
    private static EventKind afterAConnection(Variables v, Segment s) {
        if (s.has(Flag.RST)) {
            return rst(v, s);
        }
        if (isZeroWindowText(v, s)) {
            return EventKind.SEG_DATA_ZEROWND;
        }
        if (!isAcceptable(v, s)) {
            return EventKind.SEG_UNACCEPTABLE;
        }
        if (s.has(Flag.URG)) {
            return EventKind.SEG_URG;
        }
        if (s.has(Flag.SYN)) {
            return syn(s);
        }
        return s.has(Flag.ACK) ? ackAndText(v, s) : EventKind.SEG_NOACK;
    }

    // ---- 3.10.7.3: no receive variables

    private static EventKind inSynSent(Variables v, Segment s) {
        if (s.has(Flag.RST)) {
            return EventKind.SEG_RST_OUTSIDE;
        }
        if (s.has(Flag.SYN)) {
            return aboard(s, syn(s));
        }
        if (!s.has(Flag.ACK)) {
            return aboard(s, EventKind.SEG_NOACK);
        }
        return aboard(s, ack(v, s));
    }

    /** What rides on a segment where no receive variables tell its place. */
    private static EventKind aboard(Segment s, EventKind otherwise) {
        if (s.has(Flag.FIN)) {
            return EventKind.SEG_FIN;
        }
        if (s.has(Flag.URG)) {
            return EventKind.SEG_URG;
        }
        return s.text().isEmpty() ? otherwise : EventKind.SEG_DATA_INORDER;
    }

    // ---- 3.10.7.4

    private static EventKind inSynReceived(Variables v, Segment s) {
        boolean duplicateSyn = s.has(Flag.SYN)
                && !s.has(Flag.RST)
                && s.length() == 1
                && v.irs().filter(s.seq()::equals).isPresent();
        if (duplicateSyn) {
            return syn(s);
        }
        return untilAck(v, s).orElseGet(() -> {
            EventKind ack = ack(v, s);
            boolean decides = ack != EventKind.SEG_ACK_NEW && ack != EventKind.SEG_ACK_FIN;
            return decides ? ack : urgentTextAndFin(v, s, ack);
        });
    }

    private static EventKind synchronizedState(Variables v, Segment s) {
        return untilAck(v, s).orElseGet(() -> ackAndText(v, s));
    }

    /** Steps one to four, and five as far as the ACK bit goes; empty if none of them decides. */
    private static Optional<EventKind> untilAck(Variables v, Segment s) {
        if (s.has(Flag.RST)) {
            return Optional.of(rst(v, s));
        }
        if (v.provesOld(s)) {
            return Optional.of(EventKind.SEG_UNACCEPTABLE);
        }
        if (isZeroWindowText(v, s)) {
            return Optional.of(EventKind.SEG_DATA_ZEROWND);
        }
        if (!isAcceptable(v, s)) {
            return Optional.of(EventKind.SEG_UNACCEPTABLE);
        }
        if (s.has(Flag.SYN)) {
            return Optional.of(syn(s));
        }
        return s.has(Flag.ACK) ? Optional.empty() : Optional.of(EventKind.SEG_NOACK);
    }

    /** Steps five to eight in a synchronized state. */
    private static EventKind ackAndText(Variables v, Segment s) {
        EventKind ack = ack(v, s);
        boolean decides = ack == EventKind.SEG_ACK_FUTURE || ack == EventKind.SEG_ACK_TOO_OLD;
        return decides ? ack : urgentTextAndFin(v, s, ack);
    }

    private static EventKind urgentTextAndFin(Variables v, Segment s, EventKind ack) {
        if (finIsReached(v, s)) {
            return v.coversFin(s) ? EventKind.SEG_FIN_ACKFIN : EventKind.SEG_FIN;
        }
        boolean newlyCoversFin = ack == EventKind.SEG_ACK_FIN && !v.finIsAcknowledged();
        if (newlyCoversFin) {
            return ack;
        }
        if (s.has(Flag.URG)) {
            return EventKind.SEG_URG;
        }
        return s.length() == 0 ? ack : text(v, s);
    }

    /** A FIN beyond RCV.NXT waits for its turn as text does. */
    private static EventKind text(Variables v, Segment s) {
        if (s.textStart().isAfter(v.rcvNxt())) {
            return EventKind.SEG_DATA_EARLY;
        }
        return s.textStart().equals(v.rcvNxt()) ? EventKind.SEG_DATA_INORDER : EventKind.SEG_DATA_OVERLAP;
    }

    // ---- the predicates

    private static EventKind syn(Segment s) {
        return s.has(Flag.ACK) ? EventKind.SEG_SYN_ACK : EventKind.SEG_SYN;
    }

    /** Of a RST only the sequence number counts (3.5.3). */
    private static EventKind rst(Variables v, Segment s) {
        if (s.seq().equals(v.rcvNxt())) {
            return EventKind.SEG_RST_EXACT;
        }
        return v.isInWindow(s.seq()) ? EventKind.SEG_RST_INWINDOW : EventKind.SEG_RST_OUTSIDE;
    }

    private static boolean isAcceptable(Variables v, Segment s) {
        return Acceptability.isAcceptable(s, v.rcvNxt(), v.rcvWnd());
    }

    private static boolean isZeroWindowText(Variables v, Segment s) {
        boolean newlyCoversFin = s.has(Flag.ACK) && v.coversFin(s) && !v.finIsAcknowledged();
        return v.rcvWnd() == 0
                && !s.has(Flag.SYN)
                && !s.text().isEmpty()
                && s.seq().equals(v.rcvNxt())
                && !newlyCoversFin;
    }

    private static EventKind ack(Variables v, Segment s) {
        if (s.ack().isAfter(v.sndNxt())) {
            return EventKind.SEG_ACK_FUTURE;
        }
        if (s.ack().isBefore(v.sndUna().minus(v.maxSndWnd()))) {
            return EventKind.SEG_ACK_TOO_OLD;
        }
        if (v.coversFin(s)) {
            return EventKind.SEG_ACK_FIN;
        }
        return s.ack().isAfter(v.sndUna()) ? EventKind.SEG_ACK_NEW : EventKind.SEG_ACK_DUP;
    }

    /** With this segment a FIN, its own or one that was held, stands at RCV.NXT. */
    private static boolean finIsReached(Variables v, Segment s) {
        SequenceNumber reach = v.reachWith(s);
        boolean own = s.has(Flag.FIN)
                && s.end().minus(1).equals(reach)
                && s.textStart().isAtMost(reach);
        return own || v.heldFin().filter(reach::equals).isPresent();
    }
}
