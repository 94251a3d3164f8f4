package org.tcpspec.reports.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tcpspec.reports.fake.Results;
import org.tcpspec.reports.journal.Recorded;
import org.tcpspec.reports.journal.RunInfo;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.read.Stimuli;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.cover.EventKind;
import org.tcpspec.steps.cover.Exercised;
import org.tcpspec.steps.run.ScenarioResult;

class CoverageTest {

    private static Judgement run(Exercised... rows) {
        ScenarioResult r = Results.of("closing/x", Grade.PASS, "", "MUST");
        ScenarioResult played = new ScenarioResult(
                r.scenario(),
                r.attempt(),
                r.verdict(),
                r.level(),
                r.interpretation(),
                r.stateKnownBy(),
                r.path(),
                r.connection(),
                r.steps(),
                r.record(),
                r.ladder(),
                r.start(),
                r.wallNanos(),
                r.waitedNanos(),
                r.seed(),
                r.notes(),
                List.of(rows));
        return Judgement.of(new Recorded(info(), List.of(played), Optional.empty()));
    }

    private static RunInfo info() {
        Statement statement = new Statement(
                "a fake",
                Set.of(Capability.PASSIVE_OPEN),
                Map.of("rfc5961-rst", Support.CLAIMED),
                Ixit.DEFAULT,
                Map.of(),
                List.of());
        return new RunInfo(
                "1",
                "fake",
                statement,
                Map.of(),
                IpVersion.IPV4,
                1,
                Instant.EPOCH,
                false,
                false,
                Map.of(),
                1,
                1,
                0,
                List.of());
    }

    private static Exercised row(String id, String miss) {
        return new Exercised(id, OptionalLong.empty(), miss);
    }

    private static Status statusOf(TableCoverage coverage, String id) {
        return coverage.rows().stream()
                .filter(r -> r.row().id().equals(id))
                .findFirst()
                .orElseThrow()
                .status();
    }

    @Test
    void aRowIsWhatItsScenariosMadeOfIt() {
        TableCoverage coverage =
                TableCoverage.of(List.of(run(row("T-LISTEN-SEG-SYN-1", ""), row("T-ESTABLISHED-SEG-FIN-1", "wrong"))));

        assertThat(statusOf(coverage, "T-LISTEN-SEG-SYN-1")).isEqualTo(Status.MET);
        assertThat(statusOf(coverage, "T-ESTABLISHED-SEG-FIN-1")).isEqualTo(Status.MISSED);
        assertThat(statusOf(coverage, "T-CLOSING-SEG-NOACK-1")).isEqualTo(Status.NOT_REACHED);
        assertThat(statusOf(coverage, "T-LISTEN-SEND-1")).isEqualTo(Status.UNREACHABLE);
        assertThat(statusOf(coverage, "T-CLOSED-SEND-1")).isEqualTo(Status.LEFT_OUT);
        assertThat(statusOf(coverage, "T-CLOSED-RTX-TIMEOUT-1")).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(coverage.exercisedRows()).isEqualTo(2);
    }

    @Test
    void severalRunsCountTogether() {
        TableCoverage coverage =
                TableCoverage.of(List.of(run(row("T-LISTEN-SEG-SYN-1", "")), run(row("T-ESTABLISHED-SEG-FIN-1", ""))));

        assertThat(coverage.exercisedRows()).isEqualTo(2);
        assertThat(coverage.runs()).hasSize(2);
    }

    @Test
    void aCellIsExercisedWhenEachOfItsRowsIs() {
        TableCoverage half = TableCoverage.of(List.of(run(row("T-SYN-RECEIVED-SEG-RST-EXACT-1", ""))));
        TableCoverage whole = TableCoverage.of(
                List.of(run(row("T-SYN-RECEIVED-SEG-RST-EXACT-1", ""), row("T-SYN-RECEIVED-SEG-RST-EXACT-2", ""))));

        assertThat(cell(half).status()).isEqualTo(Status.NOT_REACHED);
        assertThat(cell(whole).status()).isEqualTo(Status.MET);
    }

    private static Cell cell(TableCoverage coverage) {
        return coverage.cells().stream()
                .filter(c -> c.state() == State.SYN_RECEIVED && c.event() == EventKind.SEG_RST_EXACT)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePageLeadsFromEachCellToItsRows() {
        String page = CoveragePage.html(
                "Coverage", CoverageSection.of(List.of(run(row("T-LISTEN-SEG-SYN-1", "<script>alert(1)</script>")))));

        assertThat(page)
                .contains("href=\"#LISTEN-SEG-SYN\"", "id=\"LISTEN-SEG-SYN\"", "closing/x", "&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void aRequirementThatIsClaimedAndNeverExercisedIsTold() {
        Stimuli stimuli = Stimuli.bundled();

        assertThat(new StimulusSection(List.of(run()), stimuli).without()).containsExactly("MUST-13");
        assertThat(new StimulusSection(List.of(run(row("T-FIN-WAIT-2-SEG-FIN-ACKFIN-1", ""))), stimuli).without())
                .isEmpty();
    }
}
