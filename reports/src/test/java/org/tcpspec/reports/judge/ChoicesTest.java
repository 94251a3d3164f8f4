package org.tcpspec.reports.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tcpspec.reports.fake.Results;
import org.tcpspec.reports.journal.Recorded;
import org.tcpspec.reports.journal.RunEnd;
import org.tcpspec.reports.journal.RunInfo;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.ScenarioResult;

class ChoicesTest {

    private final List<ScenarioResult> results = new ArrayList<>();

    /** A scenario that presupposes {@code with} and the absence of {@code without}. */
    private void played(String id, Set<String> with, List<String> without, Verdict verdict) {
        PlannedScenario p = Results.scenario(id);
        PlannedScenario scenario = new PlannedScenario(
                id,
                Optional.empty(),
                p.feature(),
                p.rule(),
                p.name(),
                p.uri(),
                p.file(),
                p.line(),
                without.stream().map(o -> PlannedScenario.WITHOUT + o).toList(),
                List.of("MUST-13"),
                p.clause(),
                p.needs(),
                p.settings(),
                with,
                p.states(),
                p.waits());
        results.add(Results.of(scenario, 1, verdict, "MUST"));
    }

    private void with(String id, Grade grade) {
        played(id, Set.of("may-2"), List.of(), verdict(grade));
    }

    private void without(String id, Grade grade) {
        played(id, Set.of(), List.of("may-2"), verdict(grade));
    }

    private static Verdict verdict(Grade grade) {
        return new Verdict(grade, "MUST-13", "", grade == Grade.PASS ? "" : "r", OptionalLong.empty());
    }

    private Judgement judge(Map<String, Support> options) {
        Statement statement = new Statement("x", Set.of(), options, Ixit.DEFAULT, Map.of(), List.of());
        RunInfo info = new RunInfo(
                "1",
                "x",
                statement,
                Map.of(),
                IpVersion.IPV4,
                1,
                Instant.EPOCH,
                false,
                false,
                Map.of(),
                results.size(),
                results.size(),
                0,
                List.of());
        return Judgement.of(new Recorded(info, results, Optional.of(new RunEnd(true, Instant.EPOCH, List.of()))));
    }

    private static List<String> with(Judgement judgement, Outcome outcome) {
        return judgement.with(outcome).stream().map(Judged::id).toList();
    }

    @Test
    void theSideThatWasNotSeenIsNotApplicable() {
        with("a", Grade.PASS);
        with("b", Grade.PASS);
        without("c", Grade.FAIL);
        Judgement judgement = judge(Map.of());

        assertThat(judgement.choices()).containsExactly(Map.entry("may-2", "with"));
        assertThat(with(judgement, Outcome.PASS)).containsExactly("a", "b");
        assertThat(with(judgement, Outcome.NOT_APPLICABLE)).containsExactly("c");
        assertThat(judgement.scenarios().get(2).verdict().reason())
                .isEqualTo("The ICS is silent on may-2, and the IUT was seen to be with it.");
        assertThat(judgement.scenarios().get(2).choices()).containsEntry("may-2", "with");
        assertThat(judgement.exitCode()).isZero();
    }

    @Test
    void aFailOfTheSideThatWasSeenStays() {
        with("a", Grade.PASS);
        with("b", Grade.FAIL);
        without("c", Grade.FAIL);
        Judgement judgement = judge(Map.of());

        assertThat(judgement.choices()).containsEntry("may-2", "with");
        assertThat(with(judgement, Outcome.FAIL)).containsExactly("b");
        assertThat(judgement.exitCode()).isEqualTo(1);
    }

    @Test
    void ifBothSidesFailNothingIsTakenBack() {
        with("a", Grade.FAIL);
        without("b", Grade.FAIL);
        Judgement neither = judge(Map.of());
        assertThat(neither.choices()).containsEntry("may-2", "cannot be told");
        assertThat(with(neither, Outcome.FAIL)).containsExactly("a", "b");

        with("c", Grade.PASS);
        without("d", Grade.PASS);
        assertThat(with(judge(Map.of()), Outcome.FAIL)).containsExactly("a", "b");
    }

    @Test
    void withoutTwinsAnOptionOfWhichNothingWorksIsAbsent() {
        with("a", Grade.FAIL);
        Judgement judgement = judge(Map.of());
        assertThat(judgement.choices()).containsEntry("may-2", "without");
        assertThat(with(judgement, Outcome.NOT_APPLICABLE)).containsExactly("a");
    }

    @Test
    void whatIsClaimedOrDeniedIsNoChoice() {
        with("a", Grade.FAIL);
        assertThat(with(judge(Map.of("may-2", Support.CLAIMED)), Outcome.FAIL)).containsExactly("a");
        assertThat(judge(Map.of("may-2", Support.CLAIMED)).choices()).isEmpty();
    }

    @Test
    void noChoiceExcusesADeadIutOrTheBackgroundChecker() {
        with("a", Grade.PASS);
        played(
                "b",
                Set.of(),
                List.of("may-2"),
                new Verdict(Grade.FAIL, "MUST-2", "", "checksum", OptionalLong.empty()));
        played(
                "c",
                Set.of(),
                List.of("may-2"),
                new Verdict(Grade.FAIL, "MUST-13", "", Verdict.DIED + "abort()", OptionalLong.empty()));
        without("d", Grade.FAIL);
        Judgement judgement = judge(Map.of());
        assertThat(judgement.choices()).containsEntry("may-2", "with");
        assertThat(with(judgement, Outcome.FAIL)).containsExactly("b", "c");
        assertThat(with(judgement, Outcome.NOT_APPLICABLE)).containsExactly("d");
    }

    @Test
    void aScenarioOfTwoOptionsFollowsTheOneThatIsKnown() {
        with("a", Grade.PASS);
        without("b", Grade.FAIL);
        played("c", Set.of(), List.of("rfc1337"), verdict(Grade.PASS));
        played("d", Set.of("rfc1337"), List.of(), verdict(Grade.FAIL));
        played("e", Set.of(), List.of("may-2", "rfc1337"), verdict(Grade.FAIL));
        Judgement judgement = judge(Map.of());
        assertThat(judgement.choices()).containsExactly(Map.entry("may-2", "with"), Map.entry("rfc1337", "without"));
        assertThat(with(judgement, Outcome.FAIL)).isEmpty();
        assertThat(with(judgement, Outcome.PASS)).containsExactly("a", "c");
    }
}
