package org.tcpspec.reports.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.judge.Outcome;
import org.tcpspec.steps.cover.Row;

/**
 * The verdicts of one run, row by row of the transition table. A scenario tells of a row if its own id names the row, or
 * if it exercised it; what did not pass counts against a row that it names, and against one whose reaction it missed.
 */
public final class Fates {
    private final Map<String, List<Judged>> named = new HashMap<>();
    private final Map<String, RowCoverage> rows = new HashMap<>();

    /** @param coverage of this very run */
    public Fates(Judgement run, TableCoverage coverage) {
        coverage.rows().forEach(r -> rows.put(r.row().id(), r));
        for (Judged judged : run.scenarios()) {
            String key = judged.id().substring(judged.id().lastIndexOf('/') + 1);
            if (key.startsWith(Row.PREFIX.toLowerCase(Locale.ROOT)) && judged.outcome() != Outcome.NOT_APPLICABLE) {
                named.computeIfAbsent(key, k -> new ArrayList<>()).add(judged);
            }
        }
    }

    /**
     * Of one row.
     *
     * @throws IllegalArgumentException if the table has no such row
     */
    public Fate of(String row) {
        RowCoverage covered = covered(row);
        Set<Outcome> outcomes = new TreeSet<>();
        named(row).forEach(judged -> outcomes.add(judged.outcome()));
        covered.seen().stream().filter(s -> !s.miss().isEmpty()).forEach(s -> outcomes.add(s.outcome()));
        if (outcomes.contains(Outcome.FAIL)) {
            return Fate.FAIL;
        }
        if (outcomes.contains(Outcome.ERROR) || outcomes.contains(Outcome.INCONCLUSIVE)) {
            return Fate.INCONCLUSIVE;
        }
        if (outcomes.contains(Outcome.LISTED)) {
            return Fate.LISTED;
        }
        return switch (covered.status()) {
            case MET, MISSED -> Fate.PASS;
            case NOT_REACHED -> outcomes.contains(Outcome.PASS) ? Fate.PASS : Fate.OPEN;
            case UNREACHABLE, LEFT_OUT, NOT_SELECTED -> Fate.OUT;
            case NOT_APPLICABLE -> Fate.NOT_APPLICABLE;
        };
    }

    /** The one that decides among those of {@code ids}; there must be one at least. */
    public Fate worst(Collection<String> ids) {
        return ids.stream().map(this::of).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** The ids of the scenarios that tell of any of these rows. */
    public Set<String> scenarios(Collection<String> ids) {
        Set<String> all = new TreeSet<>();
        for (String id : ids) {
            named(id).forEach(judged -> all.add(judged.id()));
            covered(id).seen().forEach(seen -> all.add(seen.scenario()));
        }
        return all;
    }

    /** How many scenarios tell against any of these rows: they name it, or missed its reaction, and did not pass. */
    public int against(Collection<String> ids) {
        Set<String> all = new TreeSet<>();
        for (String id : ids) {
            named(id).stream().filter(j -> j.outcome() != Outcome.PASS).forEach(j -> all.add(j.id()));
            covered(id).seen().stream()
                    .filter(s -> !s.miss().isEmpty() && s.outcome() != Outcome.PASS)
                    .forEach(s -> all.add(s.scenario()));
        }
        return all.size();
    }

    /** The scenarios whose id names {@code row} though the monitor did not see it happen in them. */
    public List<Judged> unseen(String row) {
        Set<String> seen = new TreeSet<>();
        covered(row).seen().forEach(s -> seen.add(s.scenario()));
        return named(row).stream().filter(j -> !seen.contains(j.id())).toList();
    }

    private List<Judged> named(String row) {
        return named.getOrDefault(row.toLowerCase(Locale.ROOT), List.of());
    }

    private RowCoverage covered(String row) {
        RowCoverage covered = rows.get(row);
        if (covered == null) {
            throw new IllegalArgumentException("the transition table has no row " + row);
        }
        return covered;
    }
}
