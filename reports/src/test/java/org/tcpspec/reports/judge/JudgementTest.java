package org.tcpspec.reports.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tcpspec.reports.fake.Results;
import org.tcpspec.reports.journal.Recorded;
import org.tcpspec.reports.journal.RunEnd;
import org.tcpspec.reports.journal.RunInfo;
import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.Reasons;
import org.tcpspec.steps.run.ScenarioResult;

class JudgementTest {

    private static Judgement judge(boolean strict, List<Deviation> deviations, ScenarioResult... results) {
        Statement statement = new Statement(
                "x", Set.of(), Map.of("rfc5961-rst", Support.CLAIMED), Ixit.DEFAULT, Map.of(), deviations);
        RunInfo info = new RunInfo(
                "1",
                "x",
                statement,
                Map.of(),
                IpVersion.IPV4,
                1,
                Instant.EPOCH,
                false,
                strict,
                Map.of(),
                1,
                1,
                0,
                List.of());
        return Judgement.of(
                new Recorded(info, List.of(results), Optional.of(new RunEnd(true, Instant.EPOCH, List.of()))));
    }

    private static ScenarioResult second(String id, Grade grade, String reason) {
        Verdict verdict = new Verdict(grade, "MUST-13", "", reason, OptionalLong.empty());
        return Results.of(Results.scenario(id), 2, verdict, "MUST");
    }

    @ParameterizedTest
    @CsvSource({
        "PASS, MUST, false, 0",
        "FAIL, MUST, false, 1",
        "FAIL, '', false, 1",
        "FAIL, SHOULD, false, 0",
        "FAIL, SHOULD, true, 1",
        "FAIL, MAY, true, 0",
        "INCONCLUSIVE, MUST, false, 2",
        "NOT_APPLICABLE, MUST, false, 2",
        "ERROR, MUST, false, 3",
    })
    void oneVerdictDecidesTheExitCode(Grade grade, String level, boolean strict, int code) {
        assertThat(judge(strict, List.of(), Results.of("a", grade, "r", level)).exitCode())
                .isEqualTo(code);
    }

    private static List<Standing.Kind> kinds(Judgement judgement) {
        return Standing.of(judgement, judgement.recorded().run().day()).stream()
                .map(Standing::kind)
                .toList();
    }

    @Test
    void anErrorCountsBeforeAFailAndAFailBeforeAnInconclusive() {
        ScenarioResult fail = Results.of("a", Grade.FAIL, "r", "MUST");
        ScenarioResult inconclusive = Results.of("b", Grade.INCONCLUSIVE, "r", "MUST");
        ScenarioResult error = Results.of("c", Grade.ERROR, "r", "MUST");
        ScenarioResult pass = Results.of("d", Grade.PASS, "", "MUST");
        assertThat(judge(false, List.of(), fail, inconclusive, error, pass).exitCode())
                .isEqualTo(3);
        assertThat(judge(false, List.of(), fail, inconclusive, pass).exitCode()).isEqualTo(1);
        assertThat(judge(false, List.of(), inconclusive, pass).exitCode()).isEqualTo(2);
        assertThat(judge(false, List.of()).exitCode()).isEqualTo(2);
    }

    @Test
    void aDeviationCoversAFailOnlyForItsOwnReason() {
        List<Deviation> list = List.of(new Deviation("a", "the timer", "known"));
        Judgement covered = judge(false, list, Results.of("a", Grade.FAIL, "it is the timer again", "MUST"));
        assertThat(covered.scenarios().get(0).outcome()).isEqualTo(Outcome.LISTED);
        assertThat(covered.scenarios().get(0).verdict().grade()).isEqualTo(Grade.FAIL);
        assertThat(covered.exitCode()).isZero();
        assertThat(kinds(covered)).containsExactly(Standing.Kind.OCCURRED);

        Judgement other = judge(false, list, Results.of("a", Grade.FAIL, "something else", "MUST"));
        assertThat(other.exitCode()).isEqualTo(1);

        Judgement stopped = judge(false, list, Results.of("a", Grade.PASS, "", "MUST"));
        assertThat(kinds(stopped)).containsExactly(Standing.Kind.STOPPED);
    }

    @Test
    void anIntermittentDeviationMayStayAway() {
        List<Deviation> list =
                List.of(new Deviation("a", "", "the timer", "chance", Optional.empty(), true, "", Optional.empty()));
        Judgement away = judge(false, list, Results.of("a", Grade.PASS, "", "MUST"));
        assertThat(kinds(away)).containsExactly(Standing.Kind.NOT_SEEN);
    }

    @Test
    void aDeviationThatBarsTheWayCoversWhatIsInconclusiveForIt() {
        List<Deviation> list = List.of(new Deviation("a", "The preamble was not reached", "no simultaneous open"));
        Judgement covered = judge(
                false,
                list,
                Results.of("a", Grade.INCONCLUSIVE, "The preamble was not reached.", "MUST"),
                Results.of("b", Grade.PASS, "", "MUST"));
        assertThat(covered.scenarios().get(0).outcome()).isEqualTo(Outcome.LISTED);
        assertThat(covered.exitCode()).isZero();
        Judgement late = judge(false, list, Results.of("a", Grade.INCONCLUSIVE, "The kit was late.", "MUST"));
        assertThat(late.exitCode()).isEqualTo(2);
    }

    @Test
    void aFailThatReturnsStandsAndOneThatDoesNotIsInconclusive() {
        ScenarioResult first = Results.of("a", Grade.FAIL, "packet 3 came 201 ms late", "MUST");
        assertThat(outcome(first, second("a", Grade.FAIL, "packet 5 came 203 ms late")))
                .isEqualTo(Outcome.FAIL);
        assertThat(outcome(first, second("a", Grade.PASS, ""))).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(outcome(first, second("a", Grade.FAIL, "another thing"))).isEqualTo(Outcome.INCONCLUSIVE);
        Judged judged = judge(false, List.of(), first, second("a", Grade.PASS, ""))
                .scenarios()
                .get(0);
        assertThat(judged.verdict().reason()).contains("Not reproduced", "201 ms late", "passed");
        assertThat(judged.plays()).hasSize(2);
    }

    private static ScenarioResult play(int attempt, Grade grade, String reason) {
        return Results.of(Results.scenario("a"), attempt, Verdict.of(grade, reason), "MUST");
    }

    @Test
    void aPlayThatSaysNothingLeavesTheVerdictToTheOthers() {
        ScenarioResult late = play(1, Grade.INCONCLUSIVE, "The kit was late");
        assertThat(outcome(late)).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(outcome(late, play(2, Grade.PASS, ""))).isEqualTo(Outcome.PASS);
        assertThat(outcome(late, play(2, Grade.INCONCLUSIVE, "again"))).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(outcome(late, play(2, Grade.FAIL, "r"), play(3, Grade.FAIL, "r")))
                .isEqualTo(Outcome.FAIL);
        assertThat(outcome(late, play(2, Grade.FAIL, "r"), play(3, Grade.PASS, "")))
                .isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(outcome(play(1, Grade.FAIL, "r"), late, play(3, Grade.FAIL, "r")))
                .isEqualTo(Outcome.FAIL);
    }

    private static ScenarioResult died(String id, int attempt, boolean alone, String words) {
        Verdict verdict = alone
                ? new Verdict(Grade.FAIL, "MUST-13", "", Verdict.DIED + words, OptionalLong.empty())
                : Verdict.of(Grade.INCONCLUSIVE, Verdict.DIED_IN_COMPANY + words);
        return Results.of(Results.scenario(id), attempt, verdict, "MUST");
    }

    @Test
    void whoSawTheStackDieInCompanyIsPlayedAgainAlone() {
        List<ScenarioResult> first = List.of(died("a", 1, false, "abort()"), died("b", 1, false, "abort()"));
        assertThat(Judgement.undecided(first, List.of())).hasSize(2);
        assertThat(Judgement.lonely(first, List.of())).containsExactlyInAnyOrder("a", "b");
        Judgement judgement = judge(
                false,
                List.of(),
                first.get(0),
                first.get(1),
                died("a", 2, true, "abort()"),
                died("a", 3, true, "abort()"),
                second("b", Grade.PASS, ""));
        assertThat(judgement.scenarios()).extracting(Judged::outcome).containsExactly(Outcome.FAIL, Outcome.PASS);
    }

    @Test
    void whatADeviationListsExplainsTheDeathOfOthers() {
        List<Deviation> list = List.of(new Deviation("a", "abort()", "known"));
        List<ScenarioResult> first = List.of(died("a", 1, false, "abort()"), died("b", 1, false, "abort()"));
        assertThat(Judgement.undecided(first, list))
                .extracting(PlannedScenario::id)
                .containsExactly("b");
        assertThat(Judgement.lonely(first, list)).isEmpty();
        List<ScenarioResult> other = List.of(first.get(0), died("b", 1, false, "overrun"));
        assertThat(Judgement.lonely(other, list)).containsExactly("b");
    }

    @Test
    void theDecidingPlayIsShown() {
        ScenarioResult late = play(1, Grade.INCONCLUSIVE, "The kit was late");
        ScenarioResult fail = play(2, Grade.FAIL, "r");
        Judged judged = judge(false, List.of(), late, fail, play(3, Grade.FAIL, "r"))
                .scenarios()
                .get(0);
        assertThat(judged.shown()).isSameAs(fail);
    }

    @Test
    void whatIsUndecidedIsWorthAnotherPlay() {
        ScenarioResult late = play(1, Grade.INCONCLUSIVE, "The kit was late");
        ScenarioResult fail = play(1, Grade.FAIL, "the timer");
        List<Deviation> listed = List.of(new Deviation("a", "the timer", "known"));
        assertThat(Judgement.undecided(List.of(late), List.of())).hasSize(1);
        assertThat(Judgement.undecided(List.of(fail), List.of())).hasSize(1);
        assertThat(Judgement.undecided(List.of(fail), listed)).isEmpty();
        assertThat(Judgement.undecided(List.of(late, play(2, Grade.PASS, "")), List.of()))
                .isEmpty();
        assertThat(Judgement.undecided(List.of(late, play(2, Grade.FAIL, "the timer")), List.of()))
                .hasSize(1);
        assertThat(Judgement.undecided(List.of(fail, play(2, Grade.PASS, "")), List.of()))
                .isEmpty();
    }

    private static Outcome outcome(ScenarioResult... plays) {
        return judge(false, List.of(), plays).scenarios().get(0).outcome();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "packet 3 has ACK=300      | packet 7 has ACK=300      | true",
                "packet 3 has ACK=300      | packet 3 has ACK=301      | false",
                "came after 1.2 s          | came after 1.3 s          | true",
                "from 10.0.0.1:80          | from 10.0.0.2:81          | true",
                "TSecr=0 was due, and it is +18 | TSecr=0 was due, and it is -7 | true",
                "TSecr=0 was due, and it is +18 | TSval=0 was due, and it is +18 | false",
                "the IUT sent RST          | the IUT sent FIN          | false",
                "sent <SEQ=-1584872009><ACK=300> | sent <SEQ=423042025><ACK=300> | true",
                "SEQ=5 after 2 MSL         | SEQ=6 after 2 MSL         | false",
                "It was given last: 450000280000400040066b800a00034fc00002014e201e78 | It was given last: 450000280000400040066c080a0002c7c00002014e201a38 | true",
            })
    void reasonsAreComparedWithoutWhatVaries(String one, String other, boolean same) {
        assertThat(Reasons.same(one, other)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sent <SEQ=1><CTL=RST,ACK>.   | sent <SEQ=...><CTL=RST,ACK> | true",
                "sent <SEQ=1><CTL=ACK>.       | sent <SEQ=...><CTL=RST,ACK> | false",
                "<CTL=RST>, sent <SEQ=1>.     | sent ... <CTL=RST>          | false",
                "The text came 2.5 s late.    | text came 3.5 s ...         | true",
            })
    void threeDotsOfADeviationStandForAnyWords(String reason, String part, boolean contained) {
        assertThat(Reasons.contains(reason, part)).isEqualTo(contained);
    }
}
