package org.tcpspec.steps.observe;

import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.wire.Defect;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.TcpOption;

/** Looks at every segment of the IUT, whatever the scenario is about (DESIGN 4, rule 4). */
public final class Checker {

    private static final Map<Defect, Violation> DEFECTS = Map.ofEntries(
            Map.entry(Defect.CHECKSUM, new Violation("MUST-2", "RFC 9293 3.1", "The checksum is wrong.")),
            Map.entry(
                    Defect.RESERVED_BITS,
                    new Violation("RFC9293-3.1-RSRVD-SEND", "RFC 9293 3.1", "Reserved bits of the header are set.")),
            Map.entry(
                    Defect.OPTION_LENGTH,
                    new Violation("MUST-68", "RFC 9293 3.1", "An option has an impossible or missing length.")),
            Map.entry(
                    Defect.OPTION_PADDING,
                    new Violation("MUST-69", "RFC 9293 3.1", "Octets after the end-of-list option are not zero.")),
            Map.entry(
                    Defect.DATA_OFFSET,
                    new Violation(
                            "RFC9293-3.1-DATA-OFFSET", "RFC 9293 3.1", "The data offset does not fit the segment.")),
            Map.entry(Defect.TRUNCATED, new Violation("", "RFC 9293 3.1", "The header is cut short.")),
            Map.entry(Defect.IP_CHECKSUM, new Violation("", "RFC 791 3.1", "The IP header checksum is wrong.")),
            Map.entry(Defect.IP_LENGTH, new Violation("", "RFC 791 3.1", "The IP length disagrees with the packet.")),
            Map.entry(Defect.CUT_SHORT, new Violation("", "RFC 791 3.1", "The packet ends before its IP length does.")),
            Map.entry(Defect.IP_HEADER, new Violation("", "RFC 791 3.1", "The IP header is malformed.")),
            Map.entry(
                    Defect.FRAGMENT, new Violation("MUST-16", "RFC 9293 3.7.1", "The segment was sent in fragments.")));

    private Checker() {}

    /** What is wrong with the octets of a packet of the IUT, if anything. */
    public static Optional<Violation> octets(Packet packet) {
        return packet.defects().stream()
                .sorted()
                .map(DEFECTS::get)
                .filter(v -> v != null)
                .findFirst();
    }

    /**
     * What is wrong with a segment of the IUT in its connection, if anything.
     *
     * @param before the connection's shadow before this segment
     * @param peerHighest the number after the highest that the peer has sent
     */
    public static Optional<Violation> inConnection(Segment segment, Shadow before, SequenceNumber peerHighest) {
        if (segment.option(TcpOption.Mss.class).isPresent() && !segment.has(Flag.SYN)) {
            return violation("MUST-65", "RFC 9293 3.2", "An MSS option stands on a segment without SYN.");
        }
        if (segment.has(Flag.RST)) {
            return segment.has(Flag.SYN) || segment.has(Flag.FIN)
                    ? violation("", "", "A reset carries SYN or FIN.")
                    : Optional.empty();
        }
        if (!segment.has(Flag.SYN) && !segment.has(Flag.ACK)) {
            return violation("RFC9293-3.1-ACK-ALWAYS", "RFC 9293 3.1", "A segment after the opening carries no ACK.");
        }
        if (segment.has(Flag.ACK) && before.irs().isPresent() && segment.ack().isAfter(peerHighest)) {
            return violation(
                    "RFC9293-3.4-ACK-RECEIVED", "RFC 9293 3.4", "The segment acknowledges what the peer never sent.");
        }
        boolean acknowledges = segment.has(Flag.ACK) && !segment.has(Flag.SYN);
        if (acknowledges
                && before.irs().isPresent()
                && segment.ack().isBefore(before.rcv().lastAck())) {
            return violation("", "", "The segment acknowledges less than one before it did.");
        }
        boolean known = before.iss().isPresent() && !segment.has(Flag.SYN);
        if (known && segment.seq().isAfter(before.sndNxt())) {
            return violation(
                    "RFC9293-3.4-SND-NXT", "RFC 9293 3.4", "The segment leaves out numbers that were never sent.");
        }
        if (known && segment.seq().isBefore(before.iss().get())) {
            return violation("", "RFC 9293 3.4", "The segment lies before the initial sequence number.");
        }
        return Optional.empty();
    }

    /** URG says that urgent data is outstanding (section 3.8.5). */
    public static Optional<Violation> urgency(Segment segment, boolean userSentUrgent) {
        return segment.has(Flag.URG) && !userSentUrgent
                ? violation("MUST-30", "RFC 9293 3.8.5", "The segment has URG, but the user sent no urgent data.")
                : Optional.empty();
    }

    private static Optional<Violation> violation(String requirement, String clause, String sentence) {
        return Optional.of(new Violation(requirement, clause, sentence));
    }
}
