package org.tcpspec.steps.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Segment;

/**
 * What a Then demands of the marks of ECN (RFC 3168): ECE, CWR, and ECT in the IP header. What it does not name is free.
 *
 * @param there the flags that must be there
 * @param absent the flags that must not be there
 * @param ect one of the two ECT codepoints must be there, or none of them
 */
public record ExpectedMarks(List<Flag> there, List<Flag> absent, Optional<Boolean> ect) {

    private static final List<Flag> MARKS = List.of(Flag.ECE, Flag.CWR);

    public ExpectedMarks {
        there = List.copyOf(there);
        absent = List.copyOf(absent);
    }

    static ExpectedMarks of(Phrase phrase, Flags flags) {
        return new ExpectedMarks(
                MARKS.stream()
                        .filter(f -> flags.has(f) || phrase.says(f.name()))
                        .toList(),
                MARKS.stream().filter(f -> phrase.says("without " + f.name())).toList(),
                phrase.says("ECT")
                        ? Optional.of(true)
                        : phrase.says("without ECT") ? Optional.of(false) : Optional.empty());
    }

    /** The codepoint says that the transport knows ECN. */
    public static boolean hasEct(Segment segment) {
        return segment.ip().ecn() != 0;
    }

    /** What is wrong with the marks of {@code segment}: a phrase for each of them. */
    List<String> differences(Segment segment) {
        List<String> wrong = new ArrayList<>();
        there.stream().filter(f -> !segment.has(f)).forEach(f -> wrong.add("no " + f));
        absent.stream().filter(segment::has).forEach(f -> wrong.add(f + ", which should not be there"));
        if (ect.isPresent() && ect.get() != hasEct(segment)) {
            wrong.add(ect.get() ? "no ECT in the IP header" : "ECT in the IP header, which should not be there");
        }
        return wrong;
    }
}
