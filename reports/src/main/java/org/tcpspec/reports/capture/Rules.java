package org.tcpspec.reports.capture;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tcpspec.spi.wire.Defect;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.TcpOption;
import org.tcpspec.steps.observe.Checker;
import org.tcpspec.steps.observe.Violation;

/** What the wire alone proves wrong of a segment that is no RST, wherever between the ends it was captured. */
final class Rules {
    /** One of the four reserved bits is in use for accurate ECN. */
    private static final int STILL_RESERVED = 0b1110;

    private static final int MOST_SHIFT = 14;
    private static final Set<Defect> SURE =
            EnumSet.of(Defect.RESERVED_BITS, Defect.OPTION_LENGTH, Defect.OPTION_PADDING, Defect.DATA_OFFSET);

    /** A rule that is broken. */
    record Broken(boolean must, Violation violation) {}

    private Rules() {}

    /**
     * All that is wrong with a segment.
     *
     * @param own what its end sent before it
     * @param other what the other end sent before it
     */
    static List<Broken> broken(Frame frame, Side own, Side other) {
        Segment segment = frame.segment();
        Stream<Optional<Broken>> always = Stream.of(octets(frame.packet()), options(segment, own, other));
        if (segment.has(Flag.SYN)) {
            return always.flatMap(Optional::stream).toList();
        }
        Stream<Optional<Broken>> later = Stream.of(
                timestamps(segment, own, other), flags(segment), afterFin(segment, own), changedText(segment, own));
        return Stream.concat(always, later).flatMap(Optional::stream).toList();
    }

    private static Optional<Broken> octets(Packet packet) {
        EnumSet<Defect> sure = EnumSet.copyOf(SURE);
        sure.retainAll(packet.defects());
        Segment segment = packet.segment().orElseThrow();
        if ((segment.reserved() & STILL_RESERVED) == 0) {
            sure.remove(Defect.RESERVED_BITS);
        }
        boolean emptySack = segment.options().stream()
                .anyMatch(o -> o instanceof TcpOption.Malformed m
                        && m.kind() == TcpOption.KIND_SACK
                        && m.raw().length() == 2);
        if (emptySack) {
            sure.remove(Defect.OPTION_LENGTH);
        }
        return Checker.octets(new Packet(packet.octets(), packet.segment(), sure))
                .map(v -> new Broken(true, v));
    }

    private static Optional<Broken> options(Segment segment, Side own, Side other) {
        boolean mss = segment.option(TcpOption.Mss.class).isPresent();
        Optional<TcpOption.WindowScale> scale = segment.option(TcpOption.WindowScale.class);
        if (!segment.has(Flag.SYN)) {
            if (mss) {
                return must("MUST-65", "RFC 9293 3.2", "An MSS option stands on a segment without SYN.");
            }
            return scale.isPresent()
                    ? advice("", "RFC 7323 2.2", "A window scale option stands on a segment without SYN.")
                    : Optional.empty();
        }
        if (scale.filter(s -> s.shift() > MOST_SHIFT).isPresent()) {
            return must("RFC7323-2.3-WS-MAX14", "RFC 7323 2.3", "The shift of the window scale option is above 14.");
        }
        boolean answers =
                segment.has(Flag.ACK) && other.iss().isPresent() && own.iss().isEmpty();
        if (answers && scale.isPresent() && other.scale().isEmpty()) {
            return must(
                    "RFC7323-2.2-WS-SYNACK", "RFC 7323 2.2", "SYN,ACK carries a window scale that was not offered.");
        }
        boolean stamped = segment.option(TcpOption.Timestamps.class).isPresent();
        return answers && stamped && !other.timestampsOffered()
                ? must("RFC7323-3.2-TS-SYNACK", "RFC 7323 3.2", "SYN,ACK carries timestamps that were not offered.")
                : Optional.empty();
    }

    private static Optional<Broken> timestamps(Segment segment, Side own, Side other) {
        Optional<TcpOption.Timestamps> option = segment.option(TcpOption.Timestamps.class);
        if (option.isEmpty()) {
            boolean agreed = own.timestampsOffered() && other.timestampsOffered() && own.timestampsUsed();
            return agreed
                    ? must(
                            "RFC7323-3.2-TS-ALWAYS",
                            "RFC 7323 3.2",
                            "The segment lacks the timestamps that were agreed on.")
                    : Optional.empty();
        }
        if (!own.timestampsOffered() && !other.timestampsOffered()) {
            return must(
                    "RFC7323-3.2-TS-UNNEGOTIATED",
                    "RFC 7323 3.2",
                    "The segment has timestamps that were not agreed on.");
        }
        SequenceNumber clock = SequenceNumber.of(option.get().value());
        boolean later = segment.has(Flag.ACK)
                && other.place(segment.ack()) == own.onward().ack();
        return later && own.onward().clockBefore().filter(clock::isBefore).isPresent()
                ? must(
                        "RFC7323-5.4-CLOCK-MONO",
                        "RFC 7323 5.4",
                        "TSval is smaller than on a segment that was sent before.")
                : Optional.empty();
    }

    private static Optional<Broken> flags(Segment segment) {
        return segment.has(Flag.ACK)
                ? Optional.empty()
                : must("RFC9293-3.1-ACK-ALWAYS", "RFC 9293 3.1", "A segment after the opening carries no ACK.");
    }

    private static Optional<Broken> afterFin(Segment segment, Side own) {
        if (own.fin().isEmpty()) {
            return Optional.empty();
        }
        long fin = own.fin().getAsLong();
        long end = own.place(segment.textStart()) + segment.text().length();
        if (segment.has(Flag.FIN) && end != fin) {
            return must("", "RFC 9293 3.4", "The FIN stands under another number than before.");
        }
        // A keep-alive may carry an octet of garbage under the last number, which is the FIN's (MAY-6).
        return segment.text().length() > 1 && end > fin
                ? must("RFC9293-3.10.2-CLOSING", "RFC 9293 3.10.2", "Text is sent past the FIN.")
                : Optional.empty();
    }

    private static Optional<Broken> changedText(Segment segment, Side own) {
        return own.differs(segment)
                ? must(
                        "RFC9293-3.4-OCTETS",
                        "RFC 9293 3.4",
                        "The text differs from what was sent under the same numbers before.")
                : Optional.empty();
    }

    static Optional<Broken> must(String requirement, String clause, String sentence) {
        return Optional.of(new Broken(true, new Violation(requirement, clause, sentence)));
    }

    static Optional<Broken> advice(String requirement, String clause, String sentence) {
        return Optional.of(new Broken(false, new Violation(requirement, clause, sentence)));
    }
}
