package org.tcpspec.reports.play;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.steps.cover.Row;
import org.tcpspec.steps.cover.TransitionTable;
import org.tcpspec.steps.run.Applicability;
import org.tcpspec.steps.run.PlannedScenario;

/**
 * What a run would do, told before it begins by the functions that the run itself uses.
 *
 * @param playable the chosen scenarios that can be played
 * @param not those that cannot, each with the reason
 * @param duration about how long it takes
 */
public record Prospect(
        Preparation prepared, List<PlannedScenario> playable, Map<PlannedScenario, String> not, Duration duration) {

    /** What a scenario that waits for nothing costs besides, in units of the IXIT's reaction: as measured on Linux. */
    private static final int REACTIONS = 4;

    /** What a run takes before its first scenario and after its last. */
    private static final Duration FRAME = Duration.ofSeconds(2);

    /** @param statement what is in force once the IUT is open */
    public static Prospect of(Preparation prepared, Statement statement) {
        RunOptions options = prepared.options();
        Map<PlannedScenario, String> not = new LinkedHashMap<>();
        for (PlannedScenario scenario : prepared.chosen()) {
            Optional<String> reason =
                    Applicability.reasonAgainst(scenario, statement, options.ip(), options.otherReadings());
            reason.ifPresent(r -> not.put(scenario, r));
        }
        List<PlannedScenario> playable =
                prepared.chosen().stream().filter(s -> !not.containsKey(s)).toList();
        return new Prospect(prepared, playable, not, duration(prepared, statement, playable));
    }

    private static Duration duration(Preparation prepared, Statement statement, List<PlannedScenario> playable) {
        int cores = Runtime.getRuntime().availableProcessors();
        boolean virtual = prepared.provider().virtualTime();
        Schedule schedule =
                Schedule.of(playable, statement.ixit(), prepared.options().parallel(), virtual, cores);
        Duration work = prepared.provider().work().multipliedBy(playable.size());
        if (virtual) {
            int pool = Math.max(1, Math.min(cores, schedule.restPool()));
            return FRAME.plus(work.dividedBy(pool));
        }
        Duration each = statement.ixit().reaction().multipliedBy(REACTIONS);
        Duration slow = group(schedule.slow(), schedule.slowPool(), each);
        Duration rest = group(schedule.rest(), schedule.restPool(), each);
        return FRAME.plus(longest(work.dividedBy(cores), schedule.together() ? longest(slow, rest) : slow.plus(rest)));
    }

    private static Duration group(List<PlannedScenario> scenarios, int pool, Duration each) {
        Duration sum = scenarios.stream().map(s -> s.waits().plus(each)).reduce(Duration.ZERO, Duration::plus);
        Duration single = scenarios.stream()
                .map(s -> s.waits().plus(each))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return longest(single, sum.dividedBy(Math.max(1, pool)));
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** How many scenarios each reason keeps from being played, the most frequent first. */
    public Map<String, Long> reasons() {
        Map<String, Long> counts = not.values().stream().collect(Collectors.groupingBy(r -> r, Collectors.counting()));
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    /** The requirements that at least one of {@code scenarios} tests. */
    public static Set<String> requirements(Collection<PlannedScenario> scenarios) {
        return scenarios.stream()
                .flatMap(s -> s.requirements().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rows of the transition table that one of {@code scenarios} is an example of. */
    public static Set<String> rows(Collection<PlannedScenario> scenarios) {
        Set<String> keys = scenarios.stream()
                .map(s -> s.id().substring(s.id().lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
        return TransitionTable.bundled().rows().stream()
                .filter(Row::isApplicable)
                .map(Row::id)
                .filter(id -> keys.contains(id.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
