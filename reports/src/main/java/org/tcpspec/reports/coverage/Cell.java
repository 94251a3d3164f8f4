package org.tcpspec.reports.coverage;

import java.util.List;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.cover.EventKind;

/** One state with one event, and its rows in the order of the table. */
public record Cell(State state, EventKind event, List<RowCoverage> rows) {
    public Cell {
        rows = List.copyOf(rows);
    }

    /** The worst of its rows that count; where none counts, why. A cell is exercised only if each of those rows is. */
    public Status status() {
        return rows.stream()
                .map(RowCoverage::status)
                .filter(Status::isReachable)
                .max(Status::compareTo)
                .orElseGet(() -> rows.stream()
                        .map(RowCoverage::status)
                        .min(Status::compareTo)
                        .orElseThrow());
    }

    /** How many of its rows count. */
    public long reachable() {
        return rows.stream().filter(r -> r.status().isReachable()).count();
    }

    /** How many of those were exercised. */
    public long exercised() {
        return rows.stream().filter(r -> r.status().isExercised()).count();
    }
}
