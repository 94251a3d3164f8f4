package org.tcpspec.reports.coverage;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import org.tcpspec.reports.page.GridCell;
import org.tcpspec.reports.page.Pages;
import org.tcpspec.reports.write.Escape;

/** The transition table: figures, the grid, and what is not exercised. */
public final class TableSection implements CoverageSection {
    private final TableCoverage coverage;

    public TableSection(TableCoverage coverage) {
        this.coverage = coverage;
    }

    @Override
    public String title() {
        return "States and events";
    }

    @Override
    public String html() {
        return Pages.render(
                "table.ftl",
                Map.of(
                        "coverage", coverage,
                        "statuses", Status.values(),
                        "missing", coverage.rows(Status.NOT_REACHED),
                        "cells",
                                coverage.cells().stream().map(GridCell::covered).toList()));
    }

    @Override
    public void print(PrintStream out) {
        coverage.runs().forEach(run -> out.println("Run: " + Escape.line(run)));
        out.println(figure("Cells", coverage.exercisedCells(), coverage.reachableCells()));
        out.println(figure("Rows", coverage.exercisedRows(), coverage.reachableRows()));
        for (Status status : Status.values()) {
            out.printf(
                    Locale.ROOT,
                    "  %4d rows, %3d cells  %s%n",
                    coverage.rows(status).size(),
                    coverage.cells(status).size(),
                    status);
        }
        for (RowCoverage row : coverage.rows(Status.MISSED)) {
            row.seen().stream()
                    .filter(s -> !s.miss().isEmpty())
                    .limit(1)
                    .forEach(s -> out.println(
                            Escape.line("Missed: " + row.row().id() + ": " + s.miss() + " " + s.scenario())));
        }
        coverage.rows(Status.UNREACHABLE)
                .forEach(r -> out.println(Escape.line("Unreachable: " + r.row().id() + ": " + r.reason())));
        coverage.rows(Status.NOT_REACHED)
                .forEach(r -> out.println(
                        "Not exercised: " + r.row().id() + " (" + r.row().guard() + ")"));
    }

    private static String figure(String what, long part, long whole) {
        double percent = whole == 0 ? 100 : 100.0 * part / whole;
        return String.format(
                Locale.ROOT, "%s exercised: %d of %d that can be reached (%.1f %%)", what, part, whole, percent);
    }

    @Override
    public void json(JsonGenerator g) throws IOException {
        g.writeArrayFieldStart("runs");
        for (String run : coverage.runs()) {
            g.writeString(run);
        }
        g.writeEndArray();
        g.writeObjectFieldStart("totals");
        counts(g, "cells", coverage.exercisedCells(), coverage.reachableCells());
        counts(g, "rows", coverage.exercisedRows(), coverage.reachableRows());
        g.writeEndObject();
        g.writeArrayFieldStart("rows");
        for (RowCoverage row : coverage.rows()) {
            row(g, row);
        }
        g.writeEndArray();
    }

    private static void counts(JsonGenerator g, String name, long exercised, long reachable) throws IOException {
        g.writeObjectFieldStart(name);
        g.writeNumberField("exercised", exercised);
        g.writeNumberField("reachable", reachable);
        g.writeEndObject();
    }

    private static void row(JsonGenerator g, RowCoverage covered) throws IOException {
        g.writeStartObject();
        g.writeStringField("id", covered.row().id());
        g.writeStringField("state", covered.row().state().toString());
        g.writeStringField("event", covered.row().event().toString());
        g.writeStringField("guard", covered.row().guard());
        g.writeStringField("status", covered.status().key());
        g.writeStringField("reason", covered.reason());
        g.writeArrayFieldStart("scenarios");
        for (RowCoverage.Seen seen : covered.seen()) {
            g.writeStartObject();
            g.writeStringField("id", seen.scenario());
            g.writeStringField("run", seen.run());
            g.writeStringField("verdict", seen.outcome().key());
            g.writeStringField("miss", seen.miss());
            g.writeEndObject();
        }
        g.writeEndArray();
        g.writeEndObject();
    }
}
