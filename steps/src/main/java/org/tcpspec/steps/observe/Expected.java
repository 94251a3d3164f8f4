package org.tcpspec.steps.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;

/**
 * A segment that a Then demands of the IUT. SYN, FIN, RST, ACK and URG, SEQ, the ACK number and the length must match;
 * PSH and the window are free, ECE and CWR too unless they are named. What the scenario does not name is what section 3.10 makes of it.
 *
 * @param ackFree the ACK flag may be there or not
 * @param length the octets of text demanded; -1 for any number but none
 * @param urgentPointer the urgent pointer demanded; free if it is not named
 * @param window the window field demanded; free if it is not named
 * @param options what is demanded of the options
 * @param marks what is demanded of ECE, CWR and ECT
 */
public record Expected(
        String text,
        Flags flags,
        boolean ackFree,
        Optional<Sequence> seq,
        Optional<Sequence> ack,
        int length,
        OptionalInt urgentPointer,
        OptionalInt window,
        ExpectedOptions options,
        ExpectedMarks marks) {

    private static final Pattern TEXT = Pattern.compile("(\\d+) octets? of (?:new |repeated )?text");
    private static final Pattern URGENT = Pattern.compile("urgent pointer (\\d+)");
    private static final Pattern WINDOW = Pattern.compile("window (\\d+)");

    /** What led to the segment: it decides the numbers of a reset. */
    public sealed interface Cause {
        /** A call of the user, or time. */
        record Local() implements Cause {}

        /** A segment of the peer. */
        record Peer(Segment segment) implements Cause {}
    }

    public static Expected of(Phrase phrase) {
        boolean ackFree = phrase.says("with or without ACK");
        boolean text = phrase.flags().equals("text");
        Flags flags = text ? Flags.of(Flag.ACK) : Flags.parse(phrase.flags().replace("no flags", "none"));
        int length = phrase.number(TEXT).orElse(text ? -1 : 0);
        return new Expected(
                phrase.toString(),
                flags.control(),
                ackFree,
                phrase.sequence("SEQ"),
                phrase.sequence("ACK"),
                length,
                phrase.number(URGENT),
                phrase.number(WINDOW),
                ExpectedOptions.of(phrase),
                ExpectedMarks.of(phrase, flags));
    }

    /** The same with FIN aboard. */
    public Expected withFin() {
        return with(flags.with(Flag.FIN), ackFree);
    }

    /** The same with ACK, which must be there. */
    public Expected withAck() {
        return with(flags.with(Flag.ACK), false);
    }

    private Expected with(Flags others, boolean free) {
        return new Expected(text, others, free, seq, ack, length, urgentPointer, window, options, marks);
    }

    /** The flags and length alone match: this is the segment that was meant, right or wrong in its numbers. */
    public boolean isKindOf(Segment segment) {
        Flags control = segment.flags().control();
        Flags seen = ackFree ? control.without(Flag.ACK) : control;
        Flags demanded = ackFree ? flags.without(Flag.ACK) : flags;
        boolean lengthRight =
                length < 0 ? !segment.text().isEmpty() : segment.text().length() == length;
        return seen.equals(demanded) && lengthRight;
    }

    /**
     * What is wrong with {@code arrival}: a phrase for each field, such as {@code ACK=300, expected ACK=301}. Empty if
     * it is what was demanded.
     */
    public List<String> differences(Arrival arrival, Conversation conversation, Cause cause, Sequence.Values values) {
        Segment segment = arrival.segment();
        Figures figures = conversation.figures();
        List<String> wrong = new ArrayList<>();
        if (!isKindOf(segment)) {
            wrong.add(figures.show(segment, true));
            return wrong;
        }
        Optional<SequenceNumber> seqDue = seqDue(arrival.before(), cause, values);
        if (seqDue.filter(s -> !s.equals(segment.seq())).isPresent()) {
            wrong.add("SEQ=" + showSeq(figures, segment.seq()) + " instead of " + showSeq(figures, seqDue.get()));
        }
        Optional<SequenceNumber> ackDue = ackDue(arrival.before(), cause, values);
        if (segment.has(Flag.ACK)
                && ackDue.filter(a -> !a.equals(segment.ack())).isPresent()
                && !acknowledgesNothingOf(cause, segment)) {
            wrong.add("ACK=" + figures.peer(segment.ack()) + " instead of " + figures.peer(ackDue.get()));
        }
        if (urgentPointer.isPresent() && urgentPointer.getAsInt() != segment.urgentPointer()) {
            wrong.add("urgent pointer " + segment.urgentPointer() + " instead of " + urgentPointer.getAsInt());
        }
        if (window.isPresent() && window.getAsInt() != segment.window()) {
            wrong.add("window " + segment.window() + " instead of " + window.getAsInt());
        }
        wrong.addAll(options.differences(segment, values));
        wrong.addAll(marks.differences(segment));
        return wrong;
    }

    private String showSeq(Figures figures, SequenceNumber number) {
        return isBareReset() && number.equals(SequenceNumber.ZERO) ? "0" : figures.iut(number);
    }

    /** The reset that answers a segment without ACK: {@code <SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK>} (3.5.2). */
    private boolean isBareReset() {
        return flags.has(Flag.RST) && flags.has(Flag.ACK) && !ackFree;
    }

    /** A RST that needs no ACK and has one may leave out what it refuses: text that nobody will read (3.6.1). */
    private boolean acknowledgesNothingOf(Cause cause, Segment segment) {
        return flags.has(Flag.RST)
                && ackFree
                && ack.isEmpty()
                && cause instanceof Cause.Peer peer
                && segment.ack().equals(peer.segment().seq());
    }

    /** The SEQ demanded; for a SYN the ISS, which the first one tells. */
    public Optional<SequenceNumber> seqDue(Arrival.Standing standing, Cause cause, Sequence.Values values) {
        if (seq.isPresent()) {
            return seq.map(s -> s.in(values));
        }
        if (flags.has(Flag.SYN)) {
            return Optional.of(SequenceNumber.of(values.of(Sequence.Variable.ISS)));
        }
        if (flags.has(Flag.RST) && cause instanceof Cause.Peer peer) {
            if (peer.segment().has(Flag.ACK)) {
                return Optional.of(peer.segment().ack());
            }
            return Optional.of(SequenceNumber.ZERO);
        }
        return Optional.of(standing.sndNxt());
    }

    /** The ACK number demanded. */
    public Optional<SequenceNumber> ackDue(Arrival.Standing standing, Cause cause, Sequence.Values values) {
        if (ack.isPresent()) {
            return ack.map(s -> s.in(values));
        }
        if (flags.has(Flag.RST)
                && cause instanceof Cause.Peer peer
                && !peer.segment().has(Flag.ACK)) {
            return Optional.of(peer.segment().end());
        }
        return Optional.of(standing.rcvNxt());
    }

    /** What was demanded, in the RFC's notation, for a segment that never came or came wrong. */
    public String show(Arrival.Standing as, Conversation conversation, Cause cause, Sequence.Values values) {
        Figures figures = conversation.figures();
        StringBuilder s = new StringBuilder();
        seqDue(as, cause, values)
                .ifPresent(n -> s.append("<SEQ=").append(showSeq(figures, n)).append('>'));
        if (flags.has(Flag.ACK)) {
            ackDue(as, cause, values)
                    .ifPresent(n -> s.append("<ACK=").append(figures.peer(n)).append('>'));
        }
        s.append("<CTL=").append(flags).append('>');
        if (length > 0) {
            s.append("<DATA=").append(length).append('>');
        }
        return s.toString();
    }
}
