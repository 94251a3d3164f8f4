package org.tcpspec.reports.ledger;

import java.util.List;
import java.util.Map;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.page.LedgerRow;
import org.tcpspec.reports.page.Pages;
import org.tcpspec.reports.page.Play;
import org.tcpspec.reports.read.Crosswalk;
import org.tcpspec.reports.write.Evidence;

/** The ledger of requirements and a crosswalk as one self-contained page. */
public final class LedgerPage {
    /** The name of its file in the report's folder. */
    public static final String NAME = "requirements.html";

    private LedgerPage() {}

    /**
     * A case of a crosswalk.
     *
     * @param mapped it is mapped to scenarios, whether or not any of them was played
     */
    public record Case(
            String id, String section, String purpose, boolean mapped, String said, List<Play> plays, String reason) {}

    public static String of(Ledger ledger, Crosswalk crosswalk, Judgement run) {
        Map<String, Play> plays = Play.all(run, new Evidence(Map.of()));
        return Pages.render(
                "requirements.ftl",
                Map.of(
                        "name", run.recorded().run().statement().name(),
                        "summary", LedgerText.summary(ledger),
                        "ledger", LedgerRow.of(ledger, plays),
                        "crosswalk", crosswalk,
                        "cases",
                                crosswalk.cases().stream()
                                        .map(c -> of(c, run, plays))
                                        .toList()));
    }

    private static Case of(Crosswalk.Case c, Judgement run, Map<String, Play> plays) {
        List<Judged> scenarios = LedgerText.scenarios(c, run);
        return new Case(
                c.id(),
                c.section(),
                c.purpose(),
                !c.scenarios().isEmpty(),
                Tally.words(scenarios),
                scenarios.stream().map(j -> plays.get(j.id())).toList(),
                c.reason());
    }
}
