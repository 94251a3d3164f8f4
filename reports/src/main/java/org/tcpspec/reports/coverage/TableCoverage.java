package org.tcpspec.reports.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.cover.EventKind;
import org.tcpspec.steps.cover.Exclusions;
import org.tcpspec.steps.cover.Exercised;
import org.tcpspec.steps.cover.Options;
import org.tcpspec.steps.cover.Row;
import org.tcpspec.steps.cover.TransitionTable;

/**
 * The transition table as one run, or several runs together, exercised it.
 *
 * @param runs what was played, in words, one for each run
 * @param cells every state with every event, state by state
 */
public record TableCoverage(List<String> runs, List<Cell> cells) {
    public TableCoverage {
        runs = List.copyOf(runs);
        cells = List.copyOf(cells);
    }

    /** The union of what {@code runs} exercised. A row counts if one of them could have exercised it. */
    public static TableCoverage of(List<Judgement> runs) {
        Map<String, List<RowCoverage.Seen>> seen = new HashMap<>();
        runs.forEach(run -> collect(run, seen));
        List<Statement> statements =
                runs.stream().map(r -> r.recorded().run().statement()).toList();
        List<Cell> cells = new ArrayList<>();
        for (State state : State.values()) {
            for (EventKind event : EventKind.values()) {
                List<RowCoverage> rows = TransitionTable.bundled().cell(state, event).stream()
                        .map(row -> cover(row, seen.getOrDefault(row.id(), List.of()), statements))
                        .toList();
                cells.add(new Cell(state, event, rows));
            }
        }
        return new TableCoverage(runs.stream().map(TableCoverage::words).toList(), cells);
    }

    /** A run in words: the IUT, the ICS if it is not its own, the version of IP. */
    static String words(Judgement run) {
        String ics = run.recorded().run().selection().getOrDefault("ics", "");
        return run.recorded().run().statement().name()
                + (ics.isEmpty() ? "" : ", ICS " + ics)
                + ", " + run.recorded().run().ip();
    }

    private static void collect(Judgement run, Map<String, List<RowCoverage.Seen>> seen) {
        for (Judged judged : run.scenarios()) {
            for (Exercised e : judged.shown().exercised()) {
                seen.computeIfAbsent(e.row(), id -> new ArrayList<>())
                        .add(new RowCoverage.Seen(
                                words(run), judged.id(), judged.scenario().name(), judged.outcome(), e.miss()));
            }
        }
    }

    private static RowCoverage cover(Row row, List<RowCoverage.Seen> seen, List<Statement> statements) {
        if (!row.isApplicable()) {
            return new RowCoverage(row, Status.NOT_APPLICABLE, row.note(), List.of());
        }
        if (!seen.isEmpty()) {
            boolean met = seen.stream().allMatch(s -> s.miss().isEmpty());
            return new RowCoverage(row, met ? Status.MET : Status.MISSED, "", seen);
        }
        Optional<String> exclusion = Exclusions.reason(row);
        if (exclusion.isPresent()) {
            return new RowCoverage(row, Status.LEFT_OUT, exclusion.get(), List.of());
        }
        List<Statement> selecting =
                statements.stream().filter(s -> Options.select(row, s)).toList();
        if (selecting.isEmpty()) {
            String option = Options.option(row).orElse("rfc5961-ack");
            return new RowCoverage(
                    row, Status.NOT_SELECTED, "No ICS of these runs selects it by " + option + ".", seen);
        }
        List<String> reasons = new ArrayList<>();
        selecting.forEach(s -> Reach.against(row, s).ifPresent(reasons::add));
        return reasons.size() == selecting.size()
                ? new RowCoverage(row, Status.UNREACHABLE, reasons.get(0), seen)
                : new RowCoverage(row, Status.NOT_REACHED, "", seen);
    }

    public List<RowCoverage> rows() {
        return cells.stream().flatMap(c -> c.rows().stream()).toList();
    }

    /** Rows of that status. */
    public List<RowCoverage> rows(Status status) {
        return rows().stream().filter(r -> r.status() == status).toList();
    }

    /** Cells of that status. */
    public List<Cell> cells(Status status) {
        return cells.stream().filter(c -> c.status() == status).toList();
    }

    /** Rows that somebody could have exercised. */
    public long reachableRows() {
        return rows().stream().filter(r -> r.status().isReachable()).count();
    }

    public long exercisedRows() {
        return rows().stream().filter(r -> r.status().isExercised()).count();
    }

    /** Cells of which somebody could have exercised at least one row. */
    public long reachableCells() {
        return cells.stream().filter(c -> c.status().isReachable()).count();
    }

    /** Cells all of whose rows that count were exercised. */
    public long exercisedCells() {
        return cells.stream().filter(c -> c.status().isExercised()).count();
    }
}
