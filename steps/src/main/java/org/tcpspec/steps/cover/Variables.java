package org.tcpspec.steps.cover;

import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;

/**
 * The variables of one connection of the IUT (RFC 9293 section 3.3.1) just before an event. Where there is no TCB they
 * are those that the last connection between the same ends left behind, which tell what its late segments are.
 *
 * @param iss empty if the IUT has sent no SYN
 * @param maxSndWnd MAX.SND.WND of RFC 5961 section 5, in octets
 * @param fin the number that the IUT's FIN occupies, once it was sent
 * @param irs empty if the peer has sent no SYN: then RCV.NXT and RCV.WND have no value
 * @param rcvWnd in octets from RCV.NXT on
 * @param held text above RCV.NXT that waits for its turn
 * @param heldFin the number of a FIN that waits for its turn
 */
public record Variables(
        Optional<SequenceNumber> iss,
        SequenceNumber sndUna,
        SequenceNumber sndNxt,
        long maxSndWnd,
        Optional<SequenceNumber> fin,
        Optional<SequenceNumber> irs,
        SequenceNumber rcvNxt,
        long rcvWnd,
        List<Span> held,
        Optional<SequenceNumber> heldFin) {

    /** Nothing was ever sent either way. */
    public static final Variables NONE = new Variables(
            Optional.empty(),
            SequenceNumber.ZERO,
            SequenceNumber.ZERO,
            0,
            Optional.empty(),
            Optional.empty(),
            SequenceNumber.ZERO,
            0,
            List.of(),
            Optional.empty());

    /** The numbers from {@code from} to just before {@code to}. */
    public record Span(SequenceNumber from, SequenceNumber to) {}

    public Variables {
        held = List.copyOf(held);
    }

    /** The segment's ACK number covers the IUT's FIN. */
    boolean coversFin(Segment segment) {
        return fin.filter(f -> segment.ack().isAfter(f) && segment.ack().isAtMost(sndNxt))
                .isPresent();
    }

    /** The IUT's FIN was acknowledged before. */
    boolean finIsAcknowledged() {
        return fin.filter(sndUna::isAfter).isPresent();
    }

    SequenceNumber rightEdge() {
        return rcvNxt.plus(rcvWnd);
    }

    boolean isInWindow(SequenceNumber number) {
        return number.isWithin(rcvNxt, rcvWnd);
    }

    /** How far reception would go with {@code segment}, which is acceptable, FINs left out. */
    SequenceNumber reachWith(Segment segment) {
        SequenceNumber reach = rcvNxt;
        SequenceNumber end = segment.textStart().plus(segment.text().length());
        if (segment.textStart().isAtMost(reach) && end.isAfter(reach)) {
            reach = end.isAfter(rightEdge()) ? rightEdge() : end;
        }
        boolean grows = true;
        while (grows) {
            SequenceNumber at = reach;
            Optional<Span> next = held.stream()
                    .filter(s -> s.from().isAtMost(at) && s.to().isAfter(at))
                    .findFirst();
            reach = next.map(Span::to).orElse(at);
            grows = next.isPresent();
        }
        // Nothing lies behind a FIN.
        return heldFin.filter(reach::isAfter).orElse(reach);
    }
}
