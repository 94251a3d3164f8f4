package org.tcpspec.reports.write;

import java.util.Map;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.judge.Level;
import org.tcpspec.reports.judge.Outcome;

/** {@code index.html}: the totals, and the way to everything else in the folder. */
final class EntryPage {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>tcpspec</title><style>
            :root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
            table{border-collapse:collapse}th,td{padding:.25rem .8rem;text-align:right}th:first-child{text-align:left}
            tr+tr{border-top:1px solid #8885}.note{border-left:4px solid #c33;padding-left:.8rem}
            </style></head><body>
            """;

    private EntryPage() {}

    static String of(Judgement judgement, boolean allure) {
        StringBuilder s = new StringBuilder(HEAD);
        s.append("<h1>")
                .append(Escape.xml(judgement.recorded().run().statement().name()))
                .append("</h1>\n");
        if (!judgement.recorded().isComplete()) {
            s.append("<p class=\"note\">Incomplete: the run was interrupted.</p>\n");
        }
        s.append("<table><tr><th>level</th>");
        for (Outcome outcome : Outcome.values()) {
            s.append("<th>").append(outcome).append("</th>");
        }
        s.append("</tr>\n");
        for (Map.Entry<Level, Map<Outcome, Integer>> row : judgement.totals().entrySet()) {
            s.append("<tr><th>").append(row.getKey()).append("</th>");
            row.getValue()
                    .values()
                    .forEach(count -> s.append("<td>").append(count).append("</td>"));
            s.append("</tr>\n");
        }
        s.append("</table>\n<ul>\n");
        if (allure) {
            link(s, "allure/index.html", "the report: every scenario with its steps, ladder and packets");
        }
        link(s, "coverage.html", "the states and events that were exercised, as measured");
        link(s, "conformance.json", "all verdicts, for programs");
        link(s, "junit.xml", "the same for continuous integration");
        link(s, "journal.jsonl", "the journal: all that was seen");
        return s.append("</ul>\n</body></html>\n").toString();
    }

    private static void link(StringBuilder s, String target, String words) {
        s.append("<li><a href=\"").append(target).append("\">").append(target).append("</a>: ");
        s.append(words).append("</li>\n");
    }
}
