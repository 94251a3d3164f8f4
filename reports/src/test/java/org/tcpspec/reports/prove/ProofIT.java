package org.tcpspec.reports.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tcpspec.reports.play.Iuts;
import org.tcpspec.reports.play.StepsPlanning;
import org.tcpspec.spi.iut.Fault;

/** The scenarios catch mistakes: a sample of what {@code tcpspec prove} plays whole. */
class ProofIT {
    private static final List<Fault> SEEDED = Iuts.named("model").faults().stream()
            .filter(f -> f.notSeeded().isEmpty())
            .toList();

    private static Prover prover;

    @BeforeAll
    static void playEverythingOnce() throws IOException {
        Proof proof = new Proof(
                "model", Optional.empty(), 1, false, Runtime.getRuntime().availableProcessors());
        prover = Prover.survey(proof, SEEDED, new StepsPlanning(), new AtomicBoolean());
    }

    @AfterAll
    static void close() {
        prover.close();
    }

    @Test
    void withoutAFaultNothingFails() {
        assertThat(prover.unclean()).isEmpty();
    }

    @Test
    void everyFaultIsComeByInSomeScenario() {
        assertThat(SEEDED)
                .filteredOn(f -> prover.reaching(f) == 0)
                .extracting(Fault::id)
                .isEmpty();
    }

    /** Of each topic the fault that the fewest scenarios come by, so that it takes seconds. */
    @Test
    void oneFaultOfEachTopicIsKilledAndRightlyBlamed() {
        Map<String, Fault> sample = new LinkedHashMap<>();
        SEEDED.forEach(
                f -> sample.merge(Matrix.topic(f), f, (a, b) -> prover.reaching(b) < prover.reaching(a) ? b : a));
        List<String> wrong = new ArrayList<>();
        for (Fault fault : sample.values()) {
            Tried tried = prover.play(fault);
            if (tried.blame().orElse(Blame.MISLED) == Blame.MISLED) {
                wrong.add(fault.id() + ": " + tried.misleading());
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** One in a hundred of the pairs of fault and scenario that do not meet. */
    @Test
    void aScenarioThatDoesNotComeByAFaultCannotDiffer() {
        Random random = new Random(1);
        List<String> differing = new ArrayList<>();
        for (Fault fault : SEEDED) {
            differing.addAll(prover.differing(fault, any -> random.nextInt(100) == 0));
        }
        assertThat(differing).isEmpty();
    }
}
