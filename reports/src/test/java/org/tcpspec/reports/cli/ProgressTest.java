package org.tcpspec.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.tcpspec.reports.fake.Results;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.steps.run.ScenarioResult;

class ProgressTest {

    private static ScenarioResult play(String id, int attempt, Grade grade) {
        Verdict verdict = new Verdict(grade, "MUST-13", "", "r", OptionalLong.empty());
        return Results.of(Results.scenario(id), attempt, verdict, "MUST");
    }

    private static Progress.Count count(boolean virtual, ScenarioResult... plays) {
        Progress.Count count = new Progress.Count(List.of(), virtual);
        List.of(plays).forEach(count::add);
        return count;
    }

    @Test
    void inVirtualTimeWhatWasSeenStands() {
        Progress.Count count =
                count(true, play("a", 1, Grade.FAIL), play("b", 1, Grade.INCONCLUSIVE), play("c", 1, Grade.PASS));
        assertThat(count.played()).isEqualTo(3);
        assertThat(count.words()).isEqualTo("1 fail, 1 inconclusive");
    }

    @Test
    void inRealTimeAFailAndWhatSaysNothingArePlayedAgain() {
        Progress.Count count =
                count(false, play("a", 1, Grade.FAIL), play("b", 1, Grade.INCONCLUSIVE), play("c", 1, Grade.PASS));
        assertThat(count.words()).isEqualTo("2 to be played again");
    }

    @Test
    void theLastPlayDecides() {
        Progress.Count count = count(
                false,
                play("confirmed", 1, Grade.FAIL),
                play("passes", 1, Grade.INCONCLUSIVE),
                play("silent", 1, Grade.INCONCLUSIVE),
                play("confirmed", 2, Grade.FAIL),
                play("passes", 2, Grade.PASS),
                play("silent", 2, Grade.INCONCLUSIVE),
                play("silent", 3, Grade.INCONCLUSIVE));
        assertThat(count.played()).isEqualTo(3);
        assertThat(count.words()).isEqualTo("1 fail, 1 inconclusive");
    }
}
