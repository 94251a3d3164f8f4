package org.tcpspec.reports.matrix;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tcpspec.reports.judge.Outcome;

/**
 * One finished run as a column of the matrix.
 *
 * @param label a short name, unlike that of any other column
 * @param name the IUT's own name
 * @param complete false if the run was interrupted
 * @param scenarios by id, in the order of the run
 * @param rows what the run came to at each row of the transition table that it exercised, by the row's id
 */
public record Stack(String label, String name, boolean complete, Map<String, Tried> scenarios, Map<String, Row> rows) {
    public Stack {
        scenarios = Collections.unmodifiableMap(new LinkedHashMap<>(scenarios));
        rows = Map.copyOf(rows);
    }

    /** What a run came to at a row of the transition table. */
    public record Row(Outcome outcome, List<String> scenarios) {
        public Row {
            scenarios = List.copyOf(scenarios);
        }
    }

    Stack labelled(String other) {
        return new Stack(other, name, complete, scenarios, rows);
    }
}
