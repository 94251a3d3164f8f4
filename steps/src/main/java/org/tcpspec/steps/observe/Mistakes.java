package org.tcpspec.steps.observe;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Checksum;
import org.tcpspec.spi.wire.Distortion;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;

/** What the peer gets wrong in the octets of a segment when a scenario says so. */
final class Mistakes {

    /** What a mistake looks like in a phrase, one alternative a line. */
    static final String REGEXP = "a wrong checksum"
            + "|a checksum of zero"
            + "|a checksum off by one"
            + "|a checksum with its octets swapped"
            + "|a checksum that is not complemented"
            + "|a checksum without the pseudo-header"
            + "|a checksum without the last octet"
            + "|a checksum without the text"
            + "|a checksum that is rightly zero"
            + "|data offset \\d+"
            + "|a header of \\d+ octets"
            + "|padding of \\d+ octets?"
            + "|an IP length \\d+ octets? too long";

    private static final Pattern DATA_OFFSET = Pattern.compile("data offset (\\d+)");
    private static final Pattern HEADER = Pattern.compile("a header of (\\d+) octets");
    private static final Pattern PADDING = Pattern.compile("padding of (\\d+) octets?");
    private static final Pattern TOO_LONG = Pattern.compile("an IP length (\\d+) octets? too long");
    private static final int CHECKSUM_AT = 16;
    private static final int ANY = 0x5555;

    private Mistakes() {}

    /**
     * The segment that is really sent. A checksum that is rightly zero comes from the urgent pointer, which means
     * nothing without URG.
     */
    static Segment adjusted(Phrase phrase, Segment segment) {
        return phrase.says("a checksum that is rightly zero")
                ? segment.withUrgentPointer(checksum(segment.withUrgentPointer(0)))
                : segment;
    }

    static Distortion of(Phrase phrase, Segment segment) {
        OptionalInt header = phrase.number(HEADER);
        if (header.isPresent()) {
            return Distortion.cutTo(header.getAsInt());
        }
        OptionalInt words = phrase.number(DATA_OFFSET);
        if (words.isPresent()) {
            return Distortion.dataOffset(words.getAsInt());
        }
        OptionalInt padding = phrase.number(PADDING);
        if (padding.isPresent()) {
            return Distortion.padding(padding.getAsInt());
        }
        OptionalInt more = phrase.number(TOO_LONG);
        if (more.isPresent()) {
            return Distortion.ipLength(ipLength(segment) + more.getAsInt());
        }
        return phrase.clauses().stream()
                .filter(c -> c.startsWith("a checksum ") || c.equals("a wrong checksum"))
                .findFirst()
                .map(c -> Distortion.checksum(flipped(c, segment)))
                .orElse(Distortion.NONE);
    }

    /** The bits in which the wrong checksum differs. Where the mistake makes no difference, it is just any wrong one. */
    private static int flipped(String mistake, Segment segment) {
        if (mistake.equals("a checksum that is rightly zero")) {
            return 0;
        }
        int right = checksum(segment);
        int wrong = switch (mistake) {
            case "a checksum of zero" -> 0;
            case "a checksum off by one" -> right + 1;
            case "a checksum with its octets swapped" -> right << 8 | right >> 8;
            case "a checksum that is not complemented" -> ~right;
            case "a checksum without the pseudo-header" -> sumWithout(segment, true, 0);
            case "a checksum without the last octet" -> sumWithout(segment, false, 1);
            case "a checksum without the text" ->
                sumWithout(segment, false, segment.text().length());
            default -> right ^ ANY;
        };
        int flipped = (right ^ wrong) & 0xffff;
        return flipped == 0 ? ANY : flipped;
    }

    private static int checksum(Segment segment) {
        Bytes octets = SegmentCodec.encode(segment);
        int at = tcp(octets) + CHECKSUM_AT;
        return octets.at(at) << 8 | octets.at(at + 1);
    }

    /** What the IP length field tells when all is right: in IPv6 the header is not counted. */
    private static int ipLength(Segment segment) {
        Bytes octets = SegmentCodec.encode(segment);
        return octets.at(0) >> 4 == 4 ? octets.length() : octets.length() - tcp(octets);
    }

    private static int tcp(Bytes octets) {
        return octets.at(0) >> 4 == 4 ? (octets.at(0) & 0xf) * 4 : 40;
    }

    /** The checksum as it comes out if the sender forgets the pseudo-header, or the last octets. */
    private static int sumWithout(Segment segment, boolean noPseudoHeader, int forgotten) {
        byte[] octets = SegmentCodec.encode(segment).toArray();
        int from = tcp(Bytes.of(octets));
        octets[from + CHECKSUM_AT] = 0;
        octets[from + CHECKSUM_AT + 1] = 0;
        int length = octets.length - from;
        long sum = Checksum.sum(octets, from, length - forgotten);
        if (!noPseudoHeader) {
            sum += pseudoHeader(segment, length);
        }
        return ~Checksum.fold(sum) & 0xffff;
    }

    private static long pseudoHeader(Segment segment, int length) {
        byte[] source = segment.source().address().getAddress();
        byte[] destination = segment.destination().address().getAddress();
        int protocol = 6;
        return Checksum.sum(source, 0, source.length)
                + Checksum.sum(destination, 0, destination.length)
                + protocol
                + length;
    }
}
