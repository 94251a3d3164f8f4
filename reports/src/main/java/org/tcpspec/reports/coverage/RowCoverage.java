package org.tcpspec.reports.coverage;

import java.util.Comparator;
import java.util.List;
import org.tcpspec.reports.judge.Outcome;
import org.tcpspec.steps.cover.Row;

/**
 * One row of the transition table, and who exercised it.
 *
 * @param reason why it is not exercised, where there is a reason; else empty
 */
public record RowCoverage(Row row, Status status, String reason, List<Seen> seen) {
    public RowCoverage {
        seen = List.copyOf(seen);
    }

    /** Who exercised it: first what did not pass, then who saw another reaction. */
    public List<Seen> telling() {
        return seen.stream()
                .sorted(Comparator.comparing((Seen s) -> s.outcome() == Outcome.PASS)
                        .thenComparing(s -> s.miss().isEmpty()))
                .toList();
    }

    /**
     * A scenario that exercised the row.
     *
     * @param run which of the runs, in words
     * @param miss in which way the reaction was not the row's; empty if it was
     */
    public record Seen(String run, String scenario, String name, Outcome outcome, String miss) {}
}
