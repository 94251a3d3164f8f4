package org.tcpspec.reports.prove;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tcpspec.reports.write.Escape;

/** Faults down, topics of the features across: how many scenarios of each topic kill each fault. */
final class MatrixTable {
    private static final int MANY = 10;
    private static final int SOME = 3;

    private final Matrix matrix;
    private final StringBuilder s;
    private final Map<String, String> folders = new HashMap<>();

    MatrixTable(Matrix matrix, StringBuilder s) {
        this.matrix = matrix;
        this.s = s;
        matrix.scenarios().forEach(spot -> folders.put(spot.id(), spot.folder()));
    }

    void append() {
        List<String> columns = matrix.scenarios().stream()
                .map(Matrix.Spot::folder)
                .distinct()
                .sorted()
                .toList();
        s.append(
                "<h2 id=\"matrix\">Faults and features</h2>\n<p>How many scenarios of each topic kill each fault; the sum"
                        + " stands first.</p>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Faults and features\">"
                        + "<table class=\"counts\"><thead><tr><th scope=\"col\">fault</th><th scope=\"col\">all</th>");
        columns.forEach(
                c -> s.append("<th scope=\"col\"><span>").append(Escape.xml(c)).append("</span></th>"));
        s.append("</tr></thead><tbody>\n");
        matrix.tried().forEach(t -> row(t, columns));
        s.append("</tbody></table></div>\n");
    }

    private void row(Tried tried, List<String> columns) {
        Map<String, Integer> counts = new HashMap<>();
        tried.kills().forEach(k -> counts.merge(folders.getOrDefault(k.scenario(), ""), 1, Integer::sum));
        String id = Escape.xml(tried.fault().id());
        s.append("<tr><th scope=\"row\"><a class=\"id\" href=\"#")
                .append(id)
                .append("\">")
                .append(id)
                .append("</a></th>");
        cell(tried.kills().size(), tried.isKilled() ? "" : "survived");
        columns.forEach(c -> {
            int n = counts.getOrDefault(c, 0);
            cell(n, n == 0 ? "" : n < SOME ? "n1" : n < MANY ? "n2" : "n3");
        });
        s.append("</tr>\n");
    }

    private void cell(int n, String style) {
        s.append(style.isEmpty() ? "<td>" : "<td class=\"" + style + "\">")
                .append(n == 0 && style.isEmpty() ? "" : n)
                .append("</td>");
    }
}
