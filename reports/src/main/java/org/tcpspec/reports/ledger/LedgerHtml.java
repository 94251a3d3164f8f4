package org.tcpspec.reports.ledger;

import java.util.List;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.ledger.Ledger.Entry;
import org.tcpspec.reports.read.Crosswalk;
import org.tcpspec.reports.read.Crosswalk.Case;
import org.tcpspec.reports.write.Escape;

/** The ledger of requirements, and a crosswalk, as sections of a page: plain elements, styled by the page. */
public final class LedgerHtml {
    private LedgerHtml() {}

    /** A section with the summary, and a table in which each requirement opens its scenarios. */
    public static String section(Ledger ledger) {
        StringBuilder s = new StringBuilder("<section id=\"requirements\">\n<h2>Requirements</h2>\n<pre>");
        s.append(Escape.xml(LedgerText.summary(ledger))).append("</pre>\n");
        table(s, List.of("Requirement", "Level", "Clause", "Demand", "Disposition"));
        for (Entry entry : ledger.entries()) {
            s.append("<tr><td>").append(Escape.xml(entry.requirement().id()));
            cell(s, entry.requirement().level());
            cell(s, entry.requirement().clause());
            cell(s, entry.requirement().summary());
            s.append("</td><td>");
            if (entry.disposition().equals(Ledger.TESTED)) {
                scenarios(s, entry.scenarios());
            } else {
                s.append(Escape.xml(entry.disposition() + ": " + entry.reason()));
            }
            s.append("</td></tr>\n");
        }
        return s.append("</tbody></table>\n</section>\n").toString();
    }

    /** A section with each case of {@code crosswalk} and the scenarios that it is mapped to. */
    public static String section(Crosswalk crosswalk, Judgement run) {
        StringBuilder s = new StringBuilder("<section id=\"crosswalk-" + Escape.xml(crosswalk.name()) + "\">\n");
        s.append("<h2>Crosswalk: ").append(Escape.xml(crosswalk.name())).append("</h2>\n");
        s.append("<p>A map to our scenarios, in our own words; not a certification.</p>\n");
        table(s, List.of("Case", "Section", "What it is about", "Our scenarios"));
        for (Case c : crosswalk.cases()) {
            s.append("<tr><td>").append(Escape.xml(c.id()));
            cell(s, c.section());
            cell(s, c.purpose());
            s.append("</td><td>");
            if (!c.scenarios().isEmpty()) {
                scenarios(s, LedgerText.scenarios(c, run));
            }
            s.append(Escape.xml(c.reason())).append("</td></tr>\n");
        }
        return s.append("</tbody></table>\n</section>\n").toString();
    }

    private static void table(StringBuilder s, List<String> heads) {
        s.append("<table><thead><tr>");
        heads.forEach(h -> s.append("<th scope=\"col\">").append(h).append("</th>"));
        s.append("</tr></thead><tbody>\n");
    }

    private static void cell(StringBuilder s, String text) {
        s.append("</td><td>").append(Escape.xml(text));
    }

    private static void scenarios(StringBuilder s, List<Judged> scenarios) {
        s.append("<details><summary>")
                .append(Escape.xml(Tally.words(scenarios)))
                .append("</summary><ul>");
        scenarios.forEach(j ->
                s.append("<li>").append(Escape.xml(j.outcome() + ": " + j.id())).append("</li>"));
        s.append("</ul></details>");
    }
}
