package org.tcpspec.steps.cover;

import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.TcpOption;

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
 * @param tsRecent TS.Recent, where timestamps were agreed on and it is not outdated (RFC 7323 section 5.5)
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
        Optional<SequenceNumber> heldFin,
        Optional<SequenceNumber> tsRecent) {

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
            Optional.empty(),
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

    Variables withoutTimestamps() {
        return new Variables(iss, sndUna, sndNxt, maxSndWnd, fin, irs, rcvNxt, rcvWnd, held, heldFin, Optional.empty());
    }

    /** Its timestamp proves that it is old: PAWS answers it as a segment outside the window (RFC 7323 section 5.3, R1). */
    boolean provesOld(Segment segment) {
        return segment.option(TcpOption.Timestamps.class)
                .map(option -> SequenceNumber.of(option.value()))
                .filter(value -> tsRecent.filter(value::isBefore).isPresent())
                .isPresent();
    }

    /** It lacks the timestamps that were agreed on: it is dropped before any step of 3.10.7 (RFC 7323 section 3.2). */
    boolean lacksTimestamps(Segment segment) {
        return tsRecent.isPresent()
                && !segment.has(Flag.RST)
                && segment.option(TcpOption.Timestamps.class).isEmpty();
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
