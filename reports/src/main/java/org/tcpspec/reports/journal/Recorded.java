package org.tcpspec.reports.journal;

import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.steps.run.ScenarioResult;

/**
 * A journal as it was read, or as far as it was written: all that any report is computed from.
 *
 * @param results in the order in which the scenarios ended; a scenario that was played twice stands here twice
 * @param end empty if the run was cut off before it could say so
 */
public record Recorded(RunInfo run, List<ScenarioResult> results, Optional<RunEnd> end) {
    public Recorded {
        results = List.copyOf(results);
    }

    /** The same with another list of deviations. */
    public Recorded with(List<Deviation> deviations) {
        return new Recorded(run.with(run.statement().withDeviations(deviations)), results, end);
    }

    public boolean isComplete() {
        return end.map(RunEnd::complete).orElse(false);
    }
}
