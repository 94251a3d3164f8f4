package org.tcpspec.reports.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.judge.Level;
import org.tcpspec.reports.judge.Outcome;
import org.tcpspec.reports.read.Dispositions;
import org.tcpspec.reports.read.Dispositions.Disposition;
import org.tcpspec.steps.run.Requirement;

/**
 * What becomes of each requirement of the catalogue: tested by scenarios, shown by a unit test, or not observable; and
 * what a run said of it.
 *
 * @param entries in the order of the catalogue
 */
public record Ledger(List<Entry> entries) {
    static final String TESTED = "tested";
    static final String OPEN = "open";

    public Ledger {
        entries = List.copyOf(entries);
    }

    /**
     * One requirement.
     *
     * @param disposition {@code tested}, {@code unit-test}, {@code not-observable}, or {@code open} if nothing is said
     * @param reason of the disposition; empty for one that is tested
     * @param scenarios of the run that name it
     */
    public record Entry(Requirement requirement, String disposition, String reason, List<Judged> scenarios) {
        public Entry {
            scenarios = List.copyOf(scenarios);
        }

        public Level level() {
            return Level.of(requirement.level());
        }

        public boolean isTested() {
            return disposition.equals(TESTED);
        }

        /** The worst that a scenario came to; empty if none was played. */
        public Optional<Outcome> worst() {
            return Tally.worst(scenarios);
        }

        /** Such as {@code 12 pass, 1 listed}. */
        public String tally() {
            return Tally.words(scenarios);
        }
    }

    /**
     * The ledger after a run.
     *
     * @param requirements the catalogue, in its order
     */
    public static Ledger of(Collection<Requirement> requirements, Dispositions dispositions, Judgement run) {
        Map<String, List<Judged>> by = new LinkedHashMap<>();
        run.scenarios()
                .forEach(judged -> judged.scenario()
                        .requirements()
                        .forEach(id ->
                                by.computeIfAbsent(id, k -> new ArrayList<>()).add(judged)));
        return new Ledger(requirements.stream()
                .map(r -> entry(
                        r,
                        by.getOrDefault(r.id(), List.of()),
                        Optional.ofNullable(dispositions.all().get(r.id()))))
                .toList());
    }

    private static Entry entry(Requirement requirement, List<Judged> scenarios, Optional<Disposition> disposition) {
        if (disposition.isPresent()) {
            return new Entry(
                    requirement, disposition.get().kind(), disposition.get().reason(), scenarios);
        }
        return new Entry(requirement, scenarios.isEmpty() ? OPEN : TESTED, "", scenarios);
    }

    /** How many requirements of {@code level} have each disposition, and how many there are. */
    Map<String, Integer> count(Level level) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String disposition : List.of(TESTED, "unit-test", "not-observable", OPEN)) {
            counts.put(disposition, 0);
        }
        entries.stream().filter(e -> e.level() == level).forEach(e -> counts.merge(e.disposition(), 1, Integer::sum));
        return counts;
    }

    /** How many tested requirements of {@code level} came to {@code worst}. */
    long worst(Level level, String worst) {
        return entries.stream()
                .filter(e -> e.level() == level && e.disposition().equals(TESTED))
                .filter(e -> Tally.worst(e.scenarios())
                        .map(Outcome::toString)
                        .filter(worst::equals)
                        .isPresent())
                .count();
    }
}
