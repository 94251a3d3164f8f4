package org.tcpspec.steps.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.TcpOption;

/**
 * What a Then demands of the options of a segment of the IUT. What it does not name is free.
 *
 * @param none there is no option at all
 * @param kinds the kinds that must be there
 * @param absent the kinds that must not be there
 * @param mss the value that an MSS option must have
 * @param extensions what is demanded of timestamps and window scale
 */
public record ExpectedOptions(
        boolean none, List<Integer> kinds, List<Integer> absent, OptionalInt mss, ExpectedExtensions extensions) {

    private static final Pattern MSS = Pattern.compile("MSS (\\d+)");
    private static final Pattern KIND = Pattern.compile("(without )?an option of kind (\\d+)");

    public ExpectedOptions {
        kinds = List.copyOf(kinds);
        absent = List.copyOf(absent);
    }

    static ExpectedOptions of(Phrase phrase) {
        List<Integer> kinds = new ArrayList<>();
        List<Integer> absent = new ArrayList<>();
        for (String clause : phrase.clauses()) {
            Matcher kind = KIND.matcher(clause.replace("an MSS option", "an option of kind 2"));
            if (kind.matches()) {
                (kind.group(1) == null ? kinds : absent).add(Integer.valueOf(kind.group(2)));
            }
        }
        boolean none = phrase.says("no options") || phrase.says("without options");
        return new ExpectedOptions(none, kinds, absent, phrase.number(MSS), ExpectedExtensions.of(phrase));
    }

    /** What is wrong with the options of {@code segment}, a phrase for each; empty if they are as demanded. */
    List<String> differences(Segment segment, Sequence.Values values) {
        List<String> wrong = new ArrayList<>();
        List<Integer> there =
                segment.options().stream().map(TcpOption::kind).distinct().toList();
        if (none && !there.isEmpty()) {
            wrong.add("options of kind " + there + " where there should be none");
        }
        kinds.stream().filter(k -> !there.contains(k)).forEach(k -> wrong.add("no " + name(k)));
        absent.stream().filter(there::contains).forEach(k -> wrong.add("an " + name(k)));
        OptionalInt offered = segment.option(TcpOption.Mss.class).stream()
                .mapToInt(TcpOption.Mss::octets)
                .findFirst();
        if (mss.isPresent() && !mss.equals(offered)) {
            wrong.add((offered.isPresent() ? "MSS " + offered.getAsInt() : "no MSS option") + " instead of MSS "
                    + mss.getAsInt());
        }
        wrong.addAll(extensions.differences(segment, values));
        return wrong;
    }

    private static String name(int kind) {
        return kind == TcpOption.KIND_MSS ? "MSS option" : "option of kind " + kind;
    }
}
