package org.tcpspec.steps.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.TcpOption;

/**
 * What a Then demands of the options of RFC 7323, timestamps and window scale; what it does not name is free.
 *
 * @param timestamps the option must be there, or must not
 * @param scale the same of the window scale option
 * @param shift the window scale that must be named
 */
public record ExpectedExtensions(
        Optional<Sequence> tsval,
        Optional<Sequence> tsecr,
        Optional<Boolean> timestamps,
        Optional<Boolean> scale,
        OptionalInt shift) {

    private static final Pattern SCALE = Pattern.compile("window scale (\\d+)");

    static ExpectedExtensions of(Phrase phrase) {
        return new ExpectedExtensions(
                phrase.sequence("TSval"),
                phrase.sequence("TSecr"),
                named(phrase, "a timestamps option"),
                named(phrase, "a window scale option"),
                phrase.number(SCALE));
    }

    private static Optional<Boolean> named(Phrase phrase, String option) {
        if (phrase.says("without " + option)) {
            return Optional.of(false);
        }
        return phrase.says(option) ? Optional.of(true) : Optional.empty();
    }

    /** What is wrong with the options of {@code segment}: a phrase for each of them. */
    List<String> differences(Segment segment, Sequence.Values values) {
        List<String> wrong = new ArrayList<>();
        Optional<TcpOption.Timestamps> ts = segment.option(TcpOption.Timestamps.class);
        presence(timestamps.or(() -> tsval.or(() -> tsecr).map(s -> true)), ts.isPresent(), "timestamps option", wrong);
        ts.ifPresent(option -> {
            value("TSval", tsval, option.value(), values, wrong);
            value("TSecr", tsecr, option.echoReply(), values, wrong);
        });
        Optional<TcpOption.WindowScale> ws = segment.option(TcpOption.WindowScale.class);
        presence(shift.isPresent() ? Optional.of(true) : scale, ws.isPresent(), "window scale option", wrong);
        ws.filter(o -> shift.isPresent() && o.shift() != shift.getAsInt())
                .ifPresent(o -> wrong.add("window scale " + o.shift() + " instead of " + shift.getAsInt()));
        return wrong;
    }

    private static void presence(Optional<Boolean> due, boolean there, String option, List<String> wrong) {
        if (due.isPresent() && due.get() != there) {
            wrong.add(there ? "a " + option : "no " + option);
        }
    }

    private static void value(
            String name, Optional<Sequence> due, long seen, Sequence.Values values, List<String> wrong) {
        SequenceNumber number = SequenceNumber.of(seen);
        due.filter(d -> !d.in(values).equals(number))
                .ifPresent(d -> wrong.add(name + "=" + d + showOffset(number.minus(d.in(values)))));
    }

    private static String showOffset(int offset) {
        return " was due, and it is " + (offset < 0 ? offset + "" : "+" + offset);
    }
}
