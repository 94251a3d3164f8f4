package org.tcpspec.reports.play;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.steps.run.PlannedScenario;

/**
 * How the chosen scenarios share time. In real time those that mostly wait do so all at once, while the others are
 * played beside them; an IUT that bounds its connections gets one group after the other.
 *
 * @param slow those that wait; started first
 * @param slowPool how many of them at once
 * @param rest the others
 * @param restPool how many of them at once
 * @param together both groups at the same time
 */
record Schedule(List<PlannedScenario> slow, int slowPool, List<PlannedScenario> rest, int restPool, boolean together) {
    private static final int MOST_SLOW = 1000;

    /** What waits longer than this mostly waits, and is begun before the others: it decides when all is over. */
    private static final Duration LONG = Duration.ofMillis(500);

    /** In real time a scenario hardly computes: it waits for silence, and so can many others at the same time. */
    private static final int REST_FOR_EACH_CORE = 24;

    static Schedule of(
            List<PlannedScenario> scenarios, Ixit ixit, OptionalInt parallel, boolean virtualTime, int cores) {
        int limit = limit(ixit, parallel);
        if (virtualTime) {
            return new Schedule(List.of(), 0, scenarios, Math.min(limit, parallel.orElse(cores)), false);
        }
        List<PlannedScenario> slow = scenarios.stream().filter(Schedule::isLong).toList();
        List<PlannedScenario> rest = scenarios.stream().filter(s -> !isLong(s)).toList();
        int slowPool = Math.min(limit, Math.min(slow.size(), MOST_SLOW));
        int restPool = Math.min(limit, parallel.orElse(REST_FOR_EACH_CORE * cores));
        boolean together = slowPool + restPool <= limit;
        return new Schedule(slow, slowPool, rest, restPool, together);
    }

    private static boolean isLong(PlannedScenario scenario) {
        return scenario.waits().compareTo(LONG) > 0;
    }

    /** The most scenarios that may use the IUT at once; 0 in the IXIT means no limit. */
    private static int limit(Ixit ixit, OptionalInt parallel) {
        return IntStream.of(ixit.connections(), ixit.parallel(), parallel.orElse(0))
                .filter(n -> n > 0)
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}
