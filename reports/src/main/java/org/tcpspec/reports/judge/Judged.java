package org.tcpspec.reports.judge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.ScenarioResult;

/**
 * What is finally said of one scenario of a run.
 *
 * @param plays every play of it, the first one first; never empty
 * @param shown the play that decides, whose evidence is shown first
 * @param verdict after the last play
 * @param deviation the listed deviation that covers a fail, or that bars the way to the scenario
 * @param choices for each option on which it rests and the ICS is silent: what was seen of it in the whole run
 */
public record Judged(
        List<ScenarioResult> plays,
        ScenarioResult shown,
        Verdict verdict,
        Optional<Deviation> deviation,
        Map<String, String> choices) {
    public Judged {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        plays = List.copyOf(plays);
    }

    public PlannedScenario scenario() {
        return shown().scenario();
    }

    public String id() {
        return scenario().id();
    }

    public Level level() {
        return Level.of(shown().level());
    }

    public Outcome outcome() {
        Grade grade = verdict.grade();
        return switch (grade) {
            case PASS -> Outcome.PASS;
            case FAIL -> deviation.isPresent() ? Outcome.LISTED : Outcome.FAIL;
            case INCONCLUSIVE -> deviation.isPresent() ? Outcome.LISTED : Outcome.INCONCLUSIVE;
            case NOT_APPLICABLE -> Outcome.NOT_APPLICABLE;
            case ERROR -> Outcome.ERROR;
        };
    }

    /** Where the demand stands: the verdict's clause, else the scenario's. */
    public String clause() {
        return verdict.clause().isEmpty() ? scenario().clause() : verdict.clause();
    }

    /** The requirement that a fail breaks, else the first that the scenario tests; may be empty. */
    public String requirement() {
        if (!verdict.requirement().isEmpty()) {
            return verdict.requirement();
        }
        return scenario().requirements().stream().findFirst().orElse("");
    }
}
