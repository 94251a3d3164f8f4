package org.tcpspec.steps.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The steps of the scenarios being played, as they end. Safe for use by many threads, one for each scenario. */
public final class StepLog {

    private final Map<String, List<StepResult>> steps = new ConcurrentHashMap<>();

    /** Adds a step to the scenario that stands at {@code key} ({@link Run#key}). */
    public void add(String key, StepResult step) {
        steps.computeIfAbsent(key, k -> new ArrayList<>()).add(step);
    }

    /** The steps of that scenario so far, which are then forgotten. */
    public List<StepResult> take(String key) {
        List<StepResult> taken = steps.remove(key);
        return taken == null ? List.of() : List.copyOf(taken);
    }
}
