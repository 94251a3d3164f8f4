package org.tcpspec.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tcpspec.reports.fake.Results;
import org.tcpspec.reports.journal.Recorded;
import org.tcpspec.reports.journal.RunInfo;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.judge.Level;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.read.Crosswalk;
import org.tcpspec.reports.read.Dispositions;
import org.tcpspec.reports.read.Dispositions.Disposition;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.steps.run.Requirement;

class LedgerTest {

    private static final List<Requirement> CATALOGUE = List.of(
            new Requirement("MUST-13", "MUST", "", "9293", "3.6.1", "2 MSL"),
            new Requirement("MUST-9", "MUST NOT", "", "9293", "3.4.1", "a <secret>"),
            new Requirement("SHLD-1", "SHOULD", "", "9293", "3.4.1", "ISN"),
            new Requirement("MAY-2", "MAY", "", "9293", "3.6.1", "reopen"));

    private static final Dispositions SAID = new Dispositions(Map.of(
            "MUST-9", new Disposition("unit-test", "XTest.y: shows"),
            "SHLD-1", new Disposition("not-observable", "because")));

    private static Judgement run() {
        Statement statement = new Statement(
                "a <stack>", Set.of(), Map.of("rfc5961-rst", Support.CLAIMED), Ixit.DEFAULT, Map.of(), List.of());
        RunInfo info = new RunInfo(
                "1",
                "x",
                statement,
                Map.of(),
                IpVersion.IPV4,
                1,
                Instant.EPOCH,
                true,
                false,
                Map.of(),
                2,
                2,
                0,
                List.of());
        return Judgement.of(new Recorded(
                info,
                List.of(
                        Results.of("f/r/one", Grade.PASS, "", "MUST"),
                        Results.of("f/r2/two", Grade.FAIL, "wrong", "MUST")),
                Optional.empty()));
    }

    private final Ledger ledger = Ledger.of(CATALOGUE, SAID, run());

    @Test
    void eachRequirementHasItsDispositionAndItsScenarios() {
        assertThat(ledger.entries())
                .extracting(Ledger.Entry::disposition)
                .containsExactly("tested", "unit-test", "not-observable", "open");
        assertThat(ledger.entries().get(0).scenarios()).hasSize(2);
        assertThat(ledger.count(Level.MUST)).containsEntry("tested", 1).containsEntry("unit-test", 1);
        assertThat(ledger.worst(Level.MUST, "fail")).isEqualTo(1);
        assertThat(LedgerText.lines(ledger))
                .contains("MUST-13", "1 pass, 1 fail", "unit-test: XTest.y: shows", "not-observable: because");
    }

    @Test
    void aCrosswalkTellsWhatItsScenariosCameTo() {
        Crosswalk crosswalk = new Crosswalk(
                "c",
                List.of(
                        new Crosswalk.Case("C_1", "1", "by id", List.of("f/r"), ""),
                        new Crosswalk.Case("C_2", "1", "by tag", List.of("@MUST-13"), "besides"),
                        new Crosswalk.Case("C_3", "1", "none", List.of(), "not a matter of TCP")));
        assertThat(LedgerText.of(crosswalk, run()))
                .contains("by id: 1 pass\n")
                .contains("by tag: 1 pass, 1 fail (besides)")
                .contains("none: no scenario (not a matter of TCP)")
                .contains("2 of 3 cases are mapped");
        assertThat(LedgerPage.of(ledger, crosswalk, run()))
                .contains("a &lt;stack&gt;", "a &lt;secret&gt;", "f/r2/two")
                .doesNotContain("<stack>");
    }

    @Test
    void whatShipsIsReadable() {
        assertThat(Crosswalk.named("tc8").cases()).hasSize(116);
        assertThat(Dispositions.bundled().all()).isNotEmpty();
        assertThatThrownBy(() -> Crosswalk.named("x"))
                .isInstanceOf(BrokenInputException.class)
                .hasMessageContaining("there is tc8");
    }
}
