package org.tcpspec.reports.prove;

import java.util.List;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.steps.observe.LadderRow;
import org.tcpspec.steps.run.PlannedScenario;

/**
 * A scenario that failed on a fault.
 *
 * @param ground where it was played
 * @param ladder what happened, as a picture
 */
public record Kill(PlannedScenario scenario, String ground, Verdict verdict, Blame blame, List<LadderRow> ladder) {
    public Kill {
        ladder = List.copyOf(ladder);
    }

    /** What the verdict blames: a requirement, else a clause. */
    public String blamed() {
        return verdict.requirement().isEmpty() ? verdict.clause() : verdict.requirement();
    }
}
