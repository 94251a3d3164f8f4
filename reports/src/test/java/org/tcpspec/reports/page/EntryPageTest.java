package org.tcpspec.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tcpspec.reports.fake.Results;
import org.tcpspec.reports.journal.Recorded;
import org.tcpspec.reports.journal.RunEnd;
import org.tcpspec.reports.journal.RunInfo;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.judge.Level;
import org.tcpspec.reports.judge.Outcome;
import org.tcpspec.reports.read.Catalogue;
import org.tcpspec.reports.write.Evidence;
import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.steps.run.ScenarioResult;

class EntryPageTest {
    @TempDir
    private Path folder;

    private static final List<ScenarioResult> ALL = List.of(
            Results.of("f/r/passes", Grade.PASS, "", "MUST"),
            Results.of("f/r/t-closing-seg-ack-fin-1", Grade.FAIL, Results.NASTY, "MUST"),
            Results.of("f/r/should", Grade.FAIL, "it should", "SHOULD"),
            Results.of("f/r/known", Grade.FAIL, "as always", "MUST"),
            Results.of("f/r/late", Grade.INCONCLUSIVE, "the kit was late", "MUST"),
            Results.of("f/r/unfit", Grade.NOT_APPLICABLE, "no such call", "MAY"));

    static Judgement run(List<ScenarioResult> results, boolean complete) {
        Statement statement = new Statement(
                "a <stack>",
                Set.of(),
                Map.of(),
                Ixit.DEFAULT,
                Map.of(),
                List.of(new Deviation("f/r/known", "as always", "it was always so")));
        RunInfo info = new RunInfo(
                "1",
                "x",
                statement,
                Map.of("Kernel", "<6>"),
                IpVersion.IPV4,
                7,
                Instant.EPOCH,
                false,
                false,
                Map.of("fault", "FIN-1"),
                9,
                9,
                0,
                List.of());
        return Judgement.of(new Recorded(
                info, results, Optional.of(new RunEnd(complete, Instant.EPOCH.plusMillis(1500), List.of("a note")))));
    }

    private String page(Judgement run) throws IOException {
        Evidence evidence = Evidence.write(folder, run.scenarios(), true);
        for (String file : List.of("coverage.html", "conformance.json", "junit.xml", "journal.jsonl")) {
            Files.writeString(folder.resolve(file), "");
        }
        Files.createDirectories(folder.resolve("allure"));
        Files.writeString(folder.resolve("allure/index.html"), "");
        return EntryPage.of(run, Catalogue.bundled().requirements(), evidence, true);
    }

    @Test
    void thePageStandsAloneAndItsLinksLeadSomewhere() throws IOException {
        String page = page(run(ALL, true));
        Html.holds(page, folder);
        assertThat(page).contains("a &lt;stack&gt;").doesNotContain("<script>alert", "<stack>");
    }

    @Test
    void totalsAreThoseOfTheJournal() throws IOException {
        Judgement run = run(ALL, true);
        String page = page(run);
        for (Outcome outcome : Outcome.values()) {
            List<Integer> counts = List.of(Level.MUST, Level.SHOULD, Level.MAY).stream()
                    .map(level -> run.totals().get(level).get(outcome))
                    .collect(Collectors.toList());
            counts.add(run.with(outcome).size());
            String cells =
                    counts.stream().map(n -> "<td class=\"num\">" + n + "</td>").collect(Collectors.joining());
            assertThat(page)
                    .containsPattern("<th scope=\"row\"><span class=\"sign " + outcome.key() + "\"[^<]*</span> "
                            + outcome + "</th>" + cells);
        }
    }

    @Test
    void whatFailedStandsFirstWithItsLadderAndItsPackets() throws IOException {
        String page = page(run(ALL, true));
        assertThat(page)
                .contains("✗</span> Fails", "2 scenarios failed. 1 passed. 1 fail is a listed deviation.")
                .contains("seeded into this stack on purpose: <code>FIN-1</code>")
                .contains("<mark>  3", "&lt;SEQ=101&gt;")
                .contains("evidence/f.r.should/packets.pcapng")
                .contains("--name &#39;^f/r/should$&#39;")
                .contains("it was always so");
        assertThat(page.indexOf("it should")).isLessThan(page.indexOf("the kit was late"));
        assertThat(page.indexOf("id=\"failures\"")).isLessThan(page.indexOf("id=\"figure\""));
    }

    @Test
    void theDiagramHasEveryArrowWithItsVerdict() throws IOException {
        String page = page(run(ALL, true));
        String svg = page.substring(page.indexOf("<svg class=\"figure5\""), page.indexOf("</svg>"));
        assertThat(Html.all(svg, "<a class=\"[a-zA-Z]+\" href=\"#[^\"]+\"")).hasSize(Edge.values().length);
        assertThat(svg)
                .contains("<a class=\"fail\" href=\"#CLOSING-SEG-ACK-FIN\"")
                .contains("<a class=\"fail\" href=\"#LISTEN-SEG-SYN\"")
                .contains("<a class=\"open\" href=\"#FIN-WAIT-1-SEG-FIN\"");
        assertThat(Html.all(svg, "<text class=\"state\"[^>]*>[A-Z0-9-]+").stream()
                        .map(s -> s.substring(s.indexOf('>') + 1))
                        .distinct())
                .hasSize(11);
    }

    @Test
    void everyArrowIsATransitionOfTheTable() {
        for (Edge edge : Edge.values()) {
            assertThat(edge.rows()).allSatisfy(row -> {
                assertThat(row.next()).isNotEqualTo(row.state());
                assertThat(row.state()).isEqualTo(edge.rows().get(0).state());
                assertThat(row.next()).isEqualTo(edge.rows().get(0).next());
            });
        }
    }

    @Test
    void anInterruptedRunSaysSoAndAnEmptyOneToo() throws IOException {
        assertThat(page(run(ALL, false)))
                .contains("role=\"alert\">Incomplete: the run was interrupted after 6 of 9 scenarios");
        assertThat(page(run(ALL.subList(0, 1), false)))
                .contains("?</span> Interrupted", "So far: Nothing failed. 1 passed.")
                .doesNotContain("</span> Passes");
        assertThat(page(run(List.of(), true))).contains("Undecided", "Nothing was judged.");
        assertThat(page(run(ALL.subList(0, 1), true)))
                .contains("✓</span> Passes")
                .doesNotContain("Incomplete");
    }
}
