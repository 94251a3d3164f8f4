package org.tcpspec.steps.run;

import java.util.List;

/**
 * All scenarios of a set of feature files, in order, and what is wrong with the files.
 *
 * @param problems a run with any of them is refused
 */
public record Plan(List<PlannedScenario> scenarios, List<Problem> problems) {
    public Plan {
        scenarios = List.copyOf(scenarios);
        problems = List.copyOf(problems);
    }
}
