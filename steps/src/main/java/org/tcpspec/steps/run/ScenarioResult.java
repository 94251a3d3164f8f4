package org.tcpspec.steps.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.steps.cover.Exercised;
import org.tcpspec.steps.observe.LadderRow;
import org.tcpspec.steps.tape.Tape;

/**
 * What came of playing one scenario once: the journal's entry. Everything that any report says is computed from these.
 *
 * @param attempt 1, or 2 and 3 where a fail must be confirmed or nothing could be said
 * @param level the level of the requirement that the verdict names, else of the scenario's first: {@code MUST},
 *     {@code SHOULD}, {@code MAY}, or empty
 * @param interpretation the interpretations that the verdict rests on, each as {@code name=default} or
 *     {@code name=other}, joined by commas
 * @param stateKnownBy how states were known: {@code STATUS}, {@code probe}, {@code inferred}, joined by commas
 * @param path how the first state was reached: {@code passive OPEN}, {@code active OPEN}
 * @param connection the ends of the scenario's first connection
 * @param record what crossed the IUT's boundary, in order
 * @param ladder the record as a picture
 * @param start by the wall clock
 * @param wallNanos by the wall clock
 * @param waitedNanos by the bench's clock
 * @param seed the scenario's own seed
 * @param notes what a reader should know besides, one sentence each
 * @param exercised the rows of the transition table that were exercised, as measured
 * @param tape what the play read from its bench besides the record
 */
public record ScenarioResult(
        PlannedScenario scenario,
        int attempt,
        Verdict verdict,
        String level,
        String interpretation,
        String stateKnownBy,
        String path,
        Optional<FourTuple> connection,
        List<StepResult> steps,
        List<Observed> record,
        List<LadderRow> ladder,
        Instant start,
        long wallNanos,
        long waitedNanos,
        long seed,
        List<String> notes,
        List<Exercised> exercised,
        Tape tape) {

    /** Of a play of which nothing is known besides the record. */
    public ScenarioResult(
            PlannedScenario scenario,
            int attempt,
            Verdict verdict,
            String level,
            String interpretation,
            String stateKnownBy,
            String path,
            Optional<FourTuple> connection,
            List<StepResult> steps,
            List<Observed> record,
            List<LadderRow> ladder,
            Instant start,
            long wallNanos,
            long waitedNanos,
            long seed,
            List<String> notes,
            List<Exercised> exercised) {
        this(
                scenario,
                attempt,
                verdict,
                level,
                interpretation,
                stateKnownBy,
                path,
                connection,
                steps,
                record,
                ladder,
                start,
                wallNanos,
                waitedNanos,
                seed,
                notes,
                exercised,
                Tape.NONE);
    }

    public ScenarioResult {
        steps = List.copyOf(steps);
        record = List.copyOf(record);
        ladder = List.copyOf(ladder);
        notes = List.copyOf(notes);
        exercised = List.copyOf(exercised);
    }
}
