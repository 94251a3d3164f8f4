package org.tcpspec.steps.run;

import java.util.List;

/**
 * All scenarios of a set of feature files, in order, and what is wrong with the files.
 *
 * @param problems one sentence each (file, line, what, and the mend); a run with any of them is refused
 */
public record Plan(List<PlannedScenario> scenarios, List<String> problems) {
    public Plan {
        scenarios = List.copyOf(scenarios);
        problems = List.copyOf(problems);
    }
}
