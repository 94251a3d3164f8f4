package org.tcpspec.steps.observe;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Distortion;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Ip;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/**
 * What the peer sends when a scenario says so. What the scenario does not name is what a correct peer would send:
 * SEQ its next number, ACK the IUT's next number, the ACK flag set on all but the first SYN and a RST.
 */
public final class PeerSegment {

    private static final Pattern TEXT = Pattern.compile("(\\d+) octets? of (?:new |repeated )?text");
    private static final Pattern WINDOW = Pattern.compile("window (\\d+)");
    private static final Pattern RESERVED = Pattern.compile("reserved bits (\\d+)");
    private static final Pattern URGENT = Pattern.compile("urgent pointer (\\d+)");

    /**
     * What the peer does when nothing else is said.
     *
     * @param window the window it offers, in octets; what does not fit into the field is left out
     * @param mss the MSS it offers on a SYN; 0 for no option
     * @param scale the shift that it offers on a SYN; empty for no window scale option
     * @param timestamps it offers timestamps on a SYN
     * @param ecn its SYN asks for ECN, and its SYN,ACK agrees (RFC 3168 section 6.1.1)
     */
    public record Habits(int window, int mss, OptionalInt scale, boolean timestamps, boolean ecn) {
        /** A window and an MSS, and no other option. */
        public static Habits plain(int window, int mss) {
            return new Habits(window, mss, OptionalInt.empty(), false, false);
        }

        public Habits withWindow(int octets) {
            return new Habits(octets, mss, scale, timestamps, ecn);
        }

        public Habits withMss(int octets) {
            return new Habits(window, octets, scale, timestamps, ecn);
        }

        public Habits withScale(int shift) {
            return new Habits(window, mss, OptionalInt.of(shift), timestamps, ecn);
        }

        public Habits withTimestamps() {
            return new Habits(window, mss, scale, true, ecn);
        }

        public Habits withEcn() {
            return new Habits(window, mss, scale, timestamps, true);
        }
    }

    /** A segment and what to get wrong in its octets. */
    public record Built(Segment segment, Distortion distortion) {}

    private PeerSegment() {}

    /** The octets of the peer's stream from its number {@code from} on; it may lie before the ISS. */
    public static Bytes stream(Conversation conversation, SequenceNumber from, int length) {
        return Bytes.pattern(conversation.peerIss().unsigned(), from.minus(conversation.peerIss()), length);
    }

    public static Built build(Phrase phrase, Conversation c, Habits habits, Sequence.Values values) {
        Flags flags = flags(phrase, c);
        Segment segment = Segment.between(c.ends().peer(), c.ends().iut())
                .withFlags(habits.ecn() ? agreeing(flags, phrase) : flags);
        segment = segment.withIp(segment.ip().withEcn(codepoint(phrase)));
        SequenceNumber seq = phrase.sequence("SEQ").map(s -> s.in(values)).orElseGet(() -> seq(flags, c));
        OptionalInt octets = phrase.number(TEXT);
        SequenceNumber textStart = flags.has(Flag.SYN) ? seq.plus(1) : seq;
        Bytes text = octets.isPresent() ? stream(c, textStart, octets.getAsInt()) : Bytes.EMPTY;
        if (phrase.says("a changed first octet")) {
            text = Bytes.of((byte) ~text.at(0)).plus(text.from(1));
        }
        segment = segment.withSeq(seq)
                .withText(text)
                .withWindow(phrase.number(WINDOW).orElseGet(() -> window(flags, c, habits)))
                .withReserved(
                        phrase.says("reserved bits")
                                ? 0xf
                                : phrase.number(RESERVED).orElse(0))
                .withUrgentPointer(phrase.number(URGENT).orElse(0))
                .withOptions(PeerOptions.build(phrase, flags, c, habits, values));
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

    /** RFC 3168 section 6.1.1: ECN-setup SYN and SYN,ACK, unless the scenario says what they carry. */
    private static Flags agreeing(Flags flags, Phrase phrase) {
        boolean named = flags.has(Flag.ECE) || flags.has(Flag.CWR) || phrase.says("without ECE");
        if (!flags.has(Flag.SYN) || named) {
            return flags;
        }
        return flags.has(Flag.ACK) ? flags.with(Flag.ECE) : flags.with(Flag.ECE).with(Flag.CWR);
    }

    private static int codepoint(Phrase phrase) {
        return phrase.says("CE") ? Ip.CE : phrase.says("ECT") ? Ip.ECT_0 : 0;
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
        return c.peerAck();
    }

    /** The field that tells the peer's window: scaled, but never on a SYN (RFC 7323 section 2.2). */
    private static int window(Flags flags, Conversation c, Habits habits) {
        if (flags.has(Flag.RST)) {
            return 0;
        }
        return Math.min(
                0xffff, habits.window() >> (flags.has(Flag.SYN) ? 0 : c.shadow().sndShift()));
    }
}
