package org.tcpspec.steps.run;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;

/**
 * What all scenarios of one execution share. Cucumber makes one object factory for each thread, without arguments, so
 * the run in force is the one static thing in this module: one at a time in a class loader.
 *
 * @param statement what is claimed of the IUT in this run; may claim less than {@code iut.statement()}
 * @param plan the planned scenarios by {@link #key}
 * @param requirements the catalogue, by id
 * @param steps the steps of the scenarios being played
 * @param otherReadings the named interpretations that this run reads in the other way than by default
 * @param attempt 1, or 2 and 3 when undecided scenarios are played once more
 * @param seed the run's seed, from which each scenario's is drawn
 */
public record Run(
        Iut iut,
        Statement statement,
        IpVersion ip,
        long seed,
        Set<String> otherReadings,
        int attempt,
        Map<String, PlannedScenario> plan,
        Map<String, Requirement> requirements,
        Journal journal,
        StepLog steps) {

    private record InForce(Run run, Turnstile turnstile) {}

    private static final AtomicReference<InForce> CURRENT = new AtomicReference<>();

    public Run {
        otherReadings = Set.copyOf(otherReadings);
        plan = Map.copyOf(plan);
        requirements = Map.copyOf(requirements);
    }

    /** How the plan is keyed: by where Cucumber says that a scenario stands. */
    public static String key(String uri, int line) {
        return uri + ":" + line;
    }

    public Optional<PlannedScenario> planned(String uri, int line) {
        return Optional.ofNullable(plan.get(key(uri, line)));
    }

    /** A seed for the scenario of that id: the same in every run with the same seed. */
    public long seedFor(String scenarioId) {
        long h = seed;
        for (int i = 0; i < scenarioId.length(); i++) {
            h = (h ^ scenarioId.charAt(i)) * 0x100000001B3L;
        }
        return h ^ h >>> 32;
    }

    /**
     * Puts this run in force while {@code execution} runs.
     *
     * @throws IllegalStateException if another one is
     */
    public void during(Runnable execution) {
        Turnstile turnstile = new Turnstile(Runtime.getRuntime().availableProcessors());
        if (!CURRENT.compareAndSet(null, new InForce(this, turnstile))) {
            throw new IllegalStateException("another run is in force in this class loader");
        }
        try {
            execution.run();
        } finally {
            CURRENT.set(null);
        }
    }

    /** The run in force. */
    public static Run current() {
        return inForce().run();
    }

    /** Where the scenarios of the run in force begin. */
    public static Turnstile turnstile() {
        return inForce().turnstile();
    }

    private static InForce inForce() {
        return Optional.ofNullable(CURRENT.get())
                .orElseThrow(() -> new IllegalStateException(
                        "no run is in force: the steps are played by the tcpspec command or by TcpSpec.run"));
    }
}
