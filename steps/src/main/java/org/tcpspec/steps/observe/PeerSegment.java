package org.tcpspec.steps.observe;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Distortion;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.spi.wire.TcpOption;

/**
 * What the peer sends when a scenario says so. What the scenario does not name is what a correct peer would send:
 * SEQ its next number, ACK the IUT's next number, the ACK flag set on all but the first SYN and a RST.
 */
public final class PeerSegment {

    private static final Pattern TEXT = Pattern.compile("(\\d+) octets? of (?:new |repeated )?text");
    private static final Pattern WINDOW = Pattern.compile("window (\\d+)");
    private static final Pattern MSS = Pattern.compile("MSS (\\d+)");
    private static final Pattern RESERVED = Pattern.compile("reserved bits (\\d+)");
    private static final Pattern URGENT = Pattern.compile("urgent pointer (\\d+)");

    /**
     * What the peer does when nothing else is said.
     *
     * @param window the window it offers
     * @param mss the MSS it offers on a SYN; 0 for no option
     */
    public record Habits(int window, int mss) {}

    /** A segment and what to get wrong in its octets. */
    public record Built(Segment segment, Distortion distortion) {}

    private PeerSegment() {}

    /** The octets of the peer's stream from its number {@code from} on. */
    public static Bytes stream(Conversation conversation, SequenceNumber from, int length) {
        return Bytes.pattern(
                conversation.peerIss().unsigned(), from.minus(conversation.peerIss()) & 0xffff_ffffL, length);
    }

    public static Built build(Phrase phrase, Conversation c, Habits habits, Sequence.Values values) {
        Flags flags = flags(phrase, c);
        Segment segment = Segment.between(c.ends().peer(), c.ends().iut()).withFlags(flags);
        SequenceNumber seq = phrase.sequence("SEQ").map(s -> s.in(values)).orElseGet(() -> seq(flags, c));
        OptionalInt octets = phrase.number(TEXT);
        SequenceNumber textStart = flags.has(Flag.SYN) ? seq.plus(1) : seq;
        Bytes text = octets.isPresent() ? stream(c, textStart, octets.getAsInt()) : Bytes.EMPTY;
        if (phrase.says("a changed first octet")) {
            text = Bytes.of((byte) ~text.at(0)).plus(text.from(1));
        }
        segment = segment.withSeq(seq)
                .withText(text)
                .withWindow(phrase.number(WINDOW).orElse(flags.has(Flag.RST) ? 0 : habits.window()))
                .withReserved(
                        phrase.says("reserved bits")
                                ? 0xf
                                : phrase.number(RESERVED).orElse(0))
                .withUrgentPointer(phrase.number(URGENT).orElse(0))
                .withOptions(options(phrase, flags, habits));
        if (flags.has(Flag.ACK)) {
            segment = segment.withAck(ack(phrase, c, flags, values));
        }
        segment = Mistakes.adjusted(phrase, segment);
        return new Built(segment, Mistakes.of(phrase, segment));
    }

    private static Flags flags(Phrase phrase, Conversation c) {
        if (phrase.flags().equals("no flags")) {
            return Flags.NONE;
        }
        Flags named = phrase.flags().equals("text") ? Flags.of(Flag.ACK) : Flags.parse(phrase.flags());
        if (phrase.says("without ACK")) {
            return named.without(Flag.ACK);
        }
        boolean silent = named.has(Flag.SYN) || named.has(Flag.RST) && !isRefusal(named, c);
        boolean acknowledges = phrase.sequence("ACK").isPresent()
                || phrase.clauses().stream().anyMatch(s -> s.startsWith("acknowledging"));
        return silent && !acknowledges ? named : named.with(Flag.ACK);
    }

    /** A RST of the form in which a closed port answers a SYN: SEQ zero, and an ACK of the SYN (3.10.7.1). */
    private static boolean isRefusal(Flags flags, Conversation c) {
        return flags.has(Flag.RST) && c.shadow().state() == State.SYN_SENT;
    }

    private static SequenceNumber seq(Flags flags, Conversation c) {
        return isRefusal(flags, c) ? SequenceNumber.ZERO : c.peerNext();
    }

    private static SequenceNumber ack(Phrase phrase, Conversation c, Flags flags, Sequence.Values values) {
        if (phrase.sequence("ACK").isPresent()) {
            return phrase.sequence("ACK").get().in(values);
        }
        if (phrase.says("without acknowledging the IUT's FIN")) {
            return c.shadow().fin().orElse(c.iutNext());
        }
        if (phrase.says("without acknowledging the IUT's text") || phrase.says("without acknowledging the IUT's SYN")) {
            return c.shadow().sndUna();
        }
        return c.iutNext();
    }

    private static List<TcpOption> options(Phrase phrase, Flags flags, Habits habits) {
        Optional<String> raw =
                phrase.clauses().stream().filter(RawOptions::isList).findFirst();
        if (raw.isPresent()) {
            return RawOptions.parse(raw.get());
        }
        int mss = phrase.number(MSS).orElse(flags.has(Flag.SYN) ? habits.mss() : 0);
        return mss == 0 || phrase.says("no options") || phrase.says("without options")
                ? List.of()
                : List.of(new TcpOption.Mss(mss));
    }
}
