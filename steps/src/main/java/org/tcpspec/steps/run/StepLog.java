package org.tcpspec.steps.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The steps of the scenarios being played, as they end. Safe for use by many threads, one for each scenario. */
public final class StepLog {

    private final Map<String, List<StepResult>> steps = new ConcurrentHashMap<>();
    private final Map<String, Throwable> thrown = new ConcurrentHashMap<>();

    /** Adds a step to the scenario that stands at {@code key} ({@link Run#key}). */
    public void add(String key, StepResult step) {
        steps.computeIfAbsent(key, k -> new ArrayList<>()).add(step);
    }

    /** A step of the scenario that stands at {@code key} ended with {@code error}. */
    public void threw(String key, Throwable error) {
        thrown.put(key, error);
    }

    /** What a step of that scenario ended with, which is then forgotten. */
    public Optional<Throwable> takeThrown(String key) {
        return Optional.ofNullable(thrown.remove(key));
    }

    /** The steps of that scenario so far. */
    public List<StepResult> of(String key) {
        return List.copyOf(steps.getOrDefault(key, List.of()));
    }

    /** The steps of that scenario so far, which are then forgotten. */
    public List<StepResult> take(String key) {
        List<StepResult> taken = steps.remove(key);
        return taken == null ? List.of() : List.copyOf(taken);
    }
}
