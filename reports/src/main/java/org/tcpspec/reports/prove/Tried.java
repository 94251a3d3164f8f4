package org.tcpspec.reports.prove;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tcpspec.spi.iut.Fault;

/**
 * What came of one fault.
 *
 * @param reached the ids of the scenarios that come by its place; each was played
 * @param kills those that failed, what is blamed best first
 * @param undecided those that were inconclusive, with the reason
 * @param errors those that ended in an error of the kit, which must never be
 * @param shown the shortest ladder among the first kills; empty if it survived
 */
public record Tried(
        Fault fault,
        List<String> reached,
        List<Kill> kills,
        List<String> undecided,
        List<String> errors,
        Optional<Shown> shown) {
    public Tried {
        reached = List.copyOf(reached);
        kills = List.copyOf(kills);
        undecided = List.copyOf(undecided);
        errors = List.copyOf(errors);
    }

    /** A killing scenario as a picture. */
    public record Shown(String scenario, String ladder) {}

    public boolean isKilled() {
        return !kills.isEmpty();
    }

    /** The best that any verdict says of the fault; empty if it survived. */
    public Optional<Blame> blame() {
        return kills.stream().map(Kill::blame).min(Blame::compareTo);
    }

    /** How many verdicts blame it so. */
    public long count(Blame blame) {
        return kills.stream().filter(k -> k.blame() == blame).count();
    }

    /** What is blamed instead, with how often. */
    public Map<String, Integer> misleading() {
        Map<String, Integer> blamed = new TreeMap<>();
        kills.stream().filter(k -> k.blame() == Blame.MISLED).forEach(k -> blamed.merge(k.blamed(), 1, Integer::sum));
        return blamed;
    }
}
