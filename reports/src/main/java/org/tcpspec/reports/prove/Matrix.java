package org.tcpspec.reports.prove;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tcpspec.spi.iut.Fault;

/**
 * What a proof has come to, or as far as it came: all that the outputs are computed from.
 *
 * @param model what the IUT calls itself
 * @param scenarios all that are applicable somewhere, in the order of the files
 * @param faults all of the IUT's, in its order
 * @param tried those that were played
 */
public record Matrix(
        String tool,
        String model,
        long seed,
        boolean statusWithheld,
        List<Spot> scenarios,
        List<Fault> faults,
        List<Tried> tried) {

    /** A scenario and where it stands. */
    public record Spot(String id, String feature, String name, String file, int line) {

        /** The folder of its feature, which is its topic. */
        public String folder() {
            int slash = file.indexOf('/');
            return slash < 0 ? "" : file.substring(0, slash);
        }
    }

    public Matrix {
        scenarios = List.copyOf(scenarios);
        faults = List.copyOf(faults);
        tried = List.copyOf(tried);
    }

    /** The topic of a fault: what its id begins with. */
    public static String topic(Fault fault) {
        int dash = fault.id().indexOf('-');
        return dash < 0 ? fault.id() : fault.id().substring(0, dash);
    }

    public List<Fault> notSeeded() {
        return faults.stream().filter(f -> f.notSeeded().isPresent()).toList();
    }

    public List<Fault> seeded() {
        return faults.stream().filter(f -> f.notSeeded().isEmpty()).toList();
    }

    public Optional<Tried> tried(Fault fault) {
        return tried.stream().filter(t -> t.fault().id().equals(fault.id())).findFirst();
    }

    public long killed() {
        return tried.stream().filter(Tried::isKilled).count();
    }

    public List<Tried> survivors() {
        return tried.stream().filter(t -> !t.isKilled()).toList();
    }

    public List<Tried> with(Blame blame) {
        return tried.stream().filter(t -> t.blame().equals(Optional.of(blame))).toList();
    }

    /** How many failing verdicts of all faults blame so. */
    public long verdicts(Blame blame) {
        return tried.stream().mapToLong(t -> t.count(blame)).sum();
    }

    /** Scenarios on which no fault that was tried fails. */
    public List<Spot> killNothing() {
        Set<String> killers = new HashSet<>();
        tried.forEach(t -> t.kills().forEach(k -> killers.add(k.scenario())));
        return scenarios.stream().filter(s -> !killers.contains(s.id())).toList();
    }

    /**
     * Those of {@link #killNothing} that no reason excuses; none as long as faults are left to play.
     *
     * @param reasons why a scenario stays all the same, by its id
     */
    public List<Spot> idle(Map<String, String> reasons) {
        return isComplete()
                ? killNothing().stream()
                        .filter(s -> !reasons.containsKey(s.id()))
                        .toList()
                : List.of();
    }

    /** All seeded faults were played. */
    public boolean isComplete() {
        return tried.size() == seeded().size();
    }

    /** {@code some} faults by topic, in their order. */
    public Map<String, List<Fault>> topics(List<Fault> some) {
        Map<String, List<Fault>> topics = new LinkedHashMap<>();
        faults.forEach(
                f -> topics.computeIfAbsent(topic(f), t -> new ArrayList<>()).add(f));
        return topics;
    }
}
