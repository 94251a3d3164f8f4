package org.tcpspec.reports.coverage;

import java.util.List;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.cover.EventKind;

/** The transition table as a grid each of whose cells leads to its rows. */
final class TableHtml {
    private static final int SCENARIOS = 6;

    private final TableCoverage coverage;
    private final StringBuilder s = new StringBuilder();

    TableHtml(TableCoverage coverage) {
        this.coverage = coverage;
    }

    String html() {
        figures();
        legend();
        grid();
        missing();
        s.append("<h3>The rows of each cell</h3>\n");
        coverage.cells().forEach(this::details);
        return s.toString();
    }

    private void figures() {
        s.append("<ul>\n");
        coverage.runs().forEach(r -> s.append("<li>").append(Escape.xml(r)).append("</li>\n"));
        s.append("</ul>\n<p>Together these runs exercised <b>")
                .append(coverage.exercisedCells())
                .append(" of ")
                .append(coverage.reachableCells())
                .append("</b> cells that can be reached, and <b>")
                .append(coverage.exercisedRows())
                .append(" of ")
                .append(coverage.reachableRows())
                .append("</b> of their rows. Measured from the packets, calls and signals of each scenario; a cell"
                        + " counts as exercised when each of its rows that can be reached was.</p>\n");
    }

    private void legend() {
        s.append("<ul class=\"legend\">\n");
        for (Status status : Status.values()) {
            s.append("<li><span class=\"")
                    .append(status.key())
                    .append("\">")
                    .append(sign(status))
                    .append("</span> ")
                    .append(status)
                    .append(" (")
                    .append(coverage.cells(status).size())
                    .append(" cells, ")
                    .append(coverage.rows(status).size())
                    .append(" rows)</li>\n");
        }
        s.append("</ul>\n");
    }

    private static String sign(Status status) {
        return switch (status) {
            case MET -> "\u2713";
            case MISSED -> "\u2717";
            case NOT_REACHED -> "?";
            case UNREACHABLE -> "\u2298";
            case LEFT_OUT -> "\u2205";
            case NOT_SELECTED -> "\u25cb";
            case NOT_APPLICABLE -> "\u2013";
        };
    }

    private void grid() {
        s.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"States and events\">"
                + "<table class=\"grid\"><thead><tr><th scope=\"col\">event</th>");
        for (State state : State.values()) {
            s.append("<th scope=\"col\"><span>").append(state).append("</span></th>");
        }
        s.append("</tr></thead><tbody>\n");
        for (EventKind event : EventKind.values()) {
            s.append("<tr><th scope=\"row\">").append(event).append("</th>");
            coverage.cells().stream().filter(c -> c.event() == event).forEach(this::cell);
            s.append("</tr>\n");
        }
        s.append("</tbody></table></div>\n");
    }

    private void cell(Cell cell) {
        Status status = cell.status();
        String figure = cell.reachable() > 1 ? "<small>" + cell.exercised() + "/" + cell.reachable() + "</small>" : "";
        s.append("<td class=\"")
                .append(status.key())
                .append("\"><a href=\"#")
                .append(anchor(cell))
                .append("\" title=\"")
                .append(cell.state())
                .append(", ")
                .append(cell.event())
                .append(": ")
                .append(status)
                .append("\">")
                .append(sign(status))
                .append(figure)
                .append("</a></td>");
    }

    private static String anchor(Cell cell) {
        return cell.state() + "-" + cell.event();
    }

    private void missing() {
        List<RowCoverage> missing = coverage.rows(Status.NOT_REACHED);
        s.append("<details><summary>").append(missing.size()).append(" rows not exercised</summary><ul>\n");
        missing.forEach(r -> s.append("<li><a href=\"#")
                .append(r.row().state())
                .append('-')
                .append(r.row().event())
                .append("\">")
                .append(Escape.xml(r.row().id()))
                .append("</a> ")
                .append(Escape.xml(r.row().guard()))
                .append("</li>\n"));
        s.append("</ul></details>\n");
    }

    private void details(Cell cell) {
        s.append("<section class=\"cell\" id=\"")
                .append(anchor(cell))
                .append("\"><h4>")
                .append(cell.state())
                .append(" + ")
                .append(cell.event())
                .append("</h4>\n");
        cell.rows().forEach(this::row);
        s.append("</section>\n");
    }

    private void row(RowCoverage covered) {
        s.append("<div class=\"row\"><p><span class=\"")
                .append(covered.status().key())
                .append("\">")
                .append(sign(covered.status()))
                .append("</span> <code>")
                .append(Escape.xml(covered.row().id()))
                .append("</code> ")
                .append(
                        covered.row().guard().equals("-")
                                ? ""
                                : Escape.xml(covered.row().guard()))
                .append("</p><p class=\"says\">sends ")
                .append(Escape.xml(covered.row().emits()))
                .append("; tells ")
                .append(Escape.xml(covered.row().notifies()))
                .append("; then ")
                .append(covered.row().next())
                .append(" <small>(")
                .append(Escape.xml(covered.row().section()))
                .append(
                        covered.row().variant().equals("base")
                                ? ""
                                : ", " + Escape.xml(covered.row().variant()))
                .append(")</small></p>\n");
        if (!covered.reason().isEmpty()) {
            s.append("<p>").append(Escape.xml(covered.reason())).append("</p>\n");
        }
        seen(covered.seen());
        s.append("</div>\n");
    }

    private void seen(List<RowCoverage.Seen> seen) {
        if (seen.isEmpty()) {
            return;
        }
        s.append("<ul>\n");
        seen.stream()
                .sorted((a, b) -> Boolean.compare(a.miss().isEmpty(), b.miss().isEmpty()))
                .limit(SCENARIOS)
                .forEach(one -> s.append("<li>")
                        .append(Escape.xml(one.scenario()))
                        .append(": ")
                        .append(one.outcome())
                        .append(one.miss().isEmpty() ? "" : "<br>" + Escape.xml(one.miss()))
                        .append("</li>\n"));
        s.append("</ul>\n");
        if (seen.size() > SCENARIOS) {
            s.append("<p>and ").append(seen.size() - SCENARIOS).append(" more</p>\n");
        }
    }
}
