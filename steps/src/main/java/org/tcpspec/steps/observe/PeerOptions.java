package org.tcpspec.steps.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.TcpOption;

/**
 * The options of what the peer sends. Without a word of the scenario: on a SYN those of its habits, on a SYN,ACK those
 * of them that the IUT offered too, and on all other segments the timestamps that were agreed on (RFC 7323). A list of
 * options that the scenario spells out stands for the others; the timestamps follow it.
 */
final class PeerOptions {

    private static final Pattern MSS = Pattern.compile("MSS (\\d+)");
    private static final Pattern SCALE = Pattern.compile("window scale (\\d+)");

    private PeerOptions() {}

    static List<TcpOption> build(
            Phrase phrase, Flags flags, Conversation c, PeerSegment.Habits habits, Sequence.Values values) {
        if (phrase.says("no options") || phrase.says("without options")) {
            return List.of();
        }
        List<TcpOption> options = phrase.clauses().stream()
                .filter(RawOptions::isList)
                .findFirst()
                .map(raw -> new ArrayList<>(RawOptions.parse(raw)))
                .orElseGet(() -> usual(phrase, flags, c, habits));
        if (hasTimestamps(phrase, flags, c, habits)) {
            options.add(new TcpOption.NoOperation());
            options.add(new TcpOption.NoOperation());
            options.add(timestamps(phrase, flags, c, values));
        }
        return options;
    }

    private static ArrayList<TcpOption> usual(Phrase phrase, Flags flags, Conversation c, PeerSegment.Habits habits) {
        ArrayList<TcpOption> options = new ArrayList<>();
        boolean habit = flags.has(Flag.SYN) && habits.mss() != 0;
        OptionalInt named = phrase.number(MSS);
        if (named.isPresent() || habit) {
            options.add(new TcpOption.Mss(named.orElse(habits.mss())));
        }
        scale(phrase, flags, c, habits).ifPresent(shift -> {
            options.add(new TcpOption.NoOperation());
            options.add(new TcpOption.WindowScale(shift));
        });
        return options;
    }

    private static OptionalInt scale(Phrase phrase, Flags flags, Conversation c, PeerSegment.Habits habits) {
        OptionalInt named = phrase.number(SCALE);
        if (named.isPresent() || phrase.says("without a window scale option")) {
            return named;
        }
        boolean answersOffer = !flags.has(Flag.ACK) || c.shadow().scaling().iutOffered();
        return flags.has(Flag.SYN) && answersOffer ? habits.scale() : OptionalInt.empty();
    }

    private static boolean hasTimestamps(Phrase phrase, Flags flags, Conversation c, PeerSegment.Habits habits) {
        if (phrase.says("without a timestamps option")) {
            return false;
        }
        boolean named = phrase.says("a timestamps option")
                || phrase.sequence("TSval").isPresent()
                || phrase.sequence("TSecr").isPresent();
        TimestampSide ts = c.shadow().ts();
        boolean habit =
                flags.has(Flag.SYN) ? habits.timestamps() && (!flags.has(Flag.ACK) || ts.iutOffered()) : ts.agreed();
        return named || habit;
    }

    /** TSval is the peer's clock; TSecr what the IUT sent last, or zero without ACK. */
    private static TcpOption.Timestamps timestamps(Phrase phrase, Flags flags, Conversation c, Sequence.Values values) {
        SequenceNumber echo =
                flags.has(Flag.ACK) ? c.shadow().iutTsClock().orElse(SequenceNumber.ZERO) : SequenceNumber.ZERO;
        SequenceNumber value =
                phrase.sequence("TSval").map(s -> timestamp(s, values)).orElseGet(c::peerTsval);
        return new TcpOption.Timestamps(
                value.unsigned(),
                phrase.sequence("TSecr").map(s -> s.in(values)).orElse(echo).unsigned());
    }

    /**
     * A sum that comes out as zero by chance goes one further, away from its variable: some TCPs take a zero for no
     * timestamp, and a scenario that is about this writes the number.
     */
    private static SequenceNumber timestamp(Sequence sequence, Sequence.Values values) {
        SequenceNumber value = sequence.in(values);
        boolean sum = sequence.terms().size() > 1;
        int away = sequence.terms().get(sequence.terms().size() - 1).sign();
        return sum && value.equals(SequenceNumber.ZERO) ? value.plus(away) : value;
    }
}
