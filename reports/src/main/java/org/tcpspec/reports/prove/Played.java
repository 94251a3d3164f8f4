package org.tcpspec.reports.prove;

import java.util.List;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.steps.observe.LadderRow;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.ScenarioResult;

/**
 * What is kept of a scenario that was played.
 *
 * @param ladder of a fail; else empty
 * @param nanos how long it took, by the wall clock
 */
record Played(PlannedScenario scenario, Verdict verdict, List<LadderRow> ladder, long nanos) {

    static Played of(ScenarioResult result) {
        boolean failed = result.verdict().grade() == Grade.FAIL;
        return new Played(
                result.scenario(), result.verdict(), failed ? result.ladder() : List.of(), result.wallNanos());
    }

    Grade grade() {
        return verdict.grade();
    }
}
