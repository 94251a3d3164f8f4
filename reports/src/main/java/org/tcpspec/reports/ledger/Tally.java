package org.tcpspec.reports.ledger;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Outcome;

/** How many scenarios came to what, in a few words. */
final class Tally {
    private Tally() {}

    static Map<Outcome, Integer> of(Collection<Judged> scenarios) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        scenarios.forEach(judged -> counts.merge(judged.outcome(), 1, Integer::sum));
        return counts;
    }

    /** Such as {@code 12 pass, 1 listed}; what did not occur is left out. */
    static String words(Collection<Judged> scenarios) {
        return scenarios.isEmpty()
                ? "not played"
                : of(scenarios).entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey())
                        .collect(Collectors.joining(", "));
    }

    /** What a person wants to know first: the worst that occurred, a skipped scenario being the least. */
    static Optional<Outcome> worst(Collection<Judged> scenarios) {
        Map<Outcome, Integer> counts = of(scenarios);
        return Stream.of(
                        Outcome.ERROR,
                        Outcome.FAIL,
                        Outcome.INCONCLUSIVE,
                        Outcome.LISTED,
                        Outcome.PASS,
                        Outcome.NOT_APPLICABLE)
                .filter(counts::containsKey)
                .findFirst();
    }
}
