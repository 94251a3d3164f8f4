package org.tcpspec.reports.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tcpspec.reports.journal.Recorded;
import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.steps.run.Listed;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.Reasons;
import org.tcpspec.steps.run.ScenarioResult;

/**
 * What a journal comes to: one verdict for each scenario, the totals, and the exit code. A function of the journal and
 * nothing else.
 *
 * @param scenarios by file and line
 * @param choices what was seen of the options on which the ICS is silent
 */
public record Judgement(Recorded recorded, List<Judged> scenarios, Map<String, String> choices) {
    public Judgement {
        scenarios = List.copyOf(scenarios);
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    }

    /** By the deviations that had not expired on the day of the run. */
    public static Judgement of(Recorded recorded) {
        return of(recorded, recorded.run().day());
    }

    /** By the deviations that have not expired on {@code day}. */
    public static Judgement of(Recorded recorded, LocalDate day) {
        Map<String, List<ScenarioResult>> plays = new LinkedHashMap<>();
        for (ScenarioResult result : recorded.results()) {
            plays.computeIfAbsent(result.scenario().id(), id -> new ArrayList<>())
                    .add(result);
        }
        List<Deviation> deviations = recorded.run().statement().on(day).deviations();
        List<Judged> judged = new ArrayList<>();
        for (List<ScenarioResult> each : plays.values()) {
            each.sort(Comparator.comparingInt(ScenarioResult::attempt));
            judged.add(of(each, deviations));
        }
        judged.sort(Comparator.comparing((Judged j) -> j.scenario().file())
                .thenComparingInt(j -> j.scenario().line())
                .thenComparing(Judged::id));
        Choices choices = Choices.of(judged, recorded.run().statement());
        Map<String, String> seen = new LinkedHashMap<>();
        choices.seen().forEach((option, side) -> seen.put(option, side.toString()));
        return new Judgement(
                recorded, judged.stream().map(j -> chosen(j, choices)).toList(), seen);
    }

    /** Not applicable after all if it belongs to the side of an option that was not seen. */
    private static Judged chosen(Judged judged, Choices choices) {
        Map<String, String> seen = choices.of(judged.scenario());
        Optional<String> reason =
                judged.outcome() == Outcome.NOT_APPLICABLE ? Optional.empty() : choices.reasonAgainst(judged);
        return reason.map(r -> new Judged(
                        judged.plays(), judged.shown(), Verdict.of(Grade.NOT_APPLICABLE, r), Optional.empty(), seen))
                .orElseGet(
                        () -> new Judged(judged.plays(), judged.shown(), judged.verdict(), judged.deviation(), seen));
    }

    /**
     * What its plays say of one scenario by themselves: the choices that the rest of the run shows are left aside.
     *
     * @param plays in the order of their attempts; never empty
     */
    public static Judged of(List<ScenarioResult> plays, List<Deviation> deviations) {
        List<ScenarioResult> telling = telling(plays, deviations);
        ScenarioResult shown = telling.isEmpty() ? plays.get(0) : telling.get(0);
        Verdict verdict = shown.verdict();
        if (plays.size() > 1 && needsSecond(shown, deviations)) {
            ScenarioResult last = plays.get(plays.size() - 1);
            verdict = afterSecondPlay(verdict, (telling.size() > 1 ? telling.get(1) : last).verdict());
        }
        return new Judged(plays, shown, verdict, covering(shown, verdict, deviations), Map.of());
    }

    /** The plays that say something of the IUT: an inconclusive one does so only if a deviation explains it. */
    private static List<ScenarioResult> telling(List<ScenarioResult> plays, List<Deviation> deviations) {
        return plays.stream()
                .filter(p -> p.verdict().grade() != Grade.INCONCLUSIVE
                        || covering(p, p.verdict(), deviations).isPresent())
                .toList();
    }

    private static boolean needsSecond(ScenarioResult play, List<Deviation> deviations) {
        return play.verdict().grade() == Grade.FAIL
                && covering(play, play.verdict(), deviations).isEmpty();
    }

    /**
     * The scenarios that are worth another play in real time: no play of them said anything, or one failed, for a
     * reason that no deviation lists, and no other one has confirmed or belied it.
     */
    public static List<PlannedScenario> undecided(List<ScenarioResult> results, List<Deviation> deviations) {
        Map<String, List<ScenarioResult>> plays = new LinkedHashMap<>();
        results.forEach(r -> plays.computeIfAbsent(r.scenario().id(), id -> new ArrayList<>())
                .add(r));
        return plays.values().stream()
                .filter(each -> {
                    List<ScenarioResult> telling = telling(each, deviations);
                    return telling.isEmpty() || telling.size() == 1 && needsSecond(telling.get(0), deviations);
                })
                .map(each -> each.get(0).scenario())
                .toList();
    }

    /**
     * The ids of the scenarios that must be played alone: they saw the IUT die, and not of what a deviation lists for
     * another one, which is not played again.
     */
    public static Set<String> lonely(List<ScenarioResult> results, List<Deviation> deviations) {
        List<ScenarioResult> deaths =
                results.stream().filter(r -> r.verdict().tellsOfDeath()).toList();
        List<ScenarioResult> explained = deaths.stream()
                .filter(r -> covering(r, r.verdict(), deviations).isPresent())
                .toList();
        return deaths.stream()
                .filter(r -> explained.stream()
                        .noneMatch(e ->
                                Reasons.same(e.verdict().reason(), r.verdict().reason())))
                .map(r -> r.scenario().id())
                .collect(Collectors.toSet());
    }

    private static Verdict afterSecondPlay(Verdict first, Verdict second) {
        if (second.grade() == Grade.FAIL && Reasons.same(first.reason(), second.reason())) {
            return first;
        }
        String then = second.grade() == Grade.PASS ? "passed" : "ended with " + second.grade() + ": " + second.reason();
        return new Verdict(
                Grade.INCONCLUSIVE,
                first.requirement(),
                first.clause(),
                "Not reproduced: the first play failed (" + first.reason() + "), the second " + then,
                first.packet());
    }

    /** The deviation that covers {@code verdict}: {@link Listed#covers}. */
    public static Optional<Deviation> covering(ScenarioResult result, Verdict verdict, List<Deviation> deviations) {
        return deviations.stream()
                .filter(d -> Listed.covers(d, result.scenario(), verdict))
                .findFirst();
    }

    /** How many scenarios of each level came to each outcome. */
    public Map<Level, Map<Outcome, Integer>> totals() {
        Map<Level, Map<Outcome, Integer>> totals = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            Map<Outcome, Integer> row = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                row.put(outcome, 0);
            }
            totals.put(level, row);
        }
        for (Judged judged : scenarios) {
            totals.get(judged.level()).merge(judged.outcome(), 1, Integer::sum);
        }
        return totals;
    }

    public List<Judged> with(Outcome outcome) {
        return scenarios.stream().filter(j -> j.outcome() == outcome).toList();
    }

    /** The code with which the command ends: 3, 1, 2 or 0; what comes first counts. */
    public int exitCode() {
        boolean strict = recorded.run().strict();
        if (!with(Outcome.ERROR).isEmpty()) {
            return 3;
        }
        if (with(Outcome.FAIL).stream().anyMatch(j -> binds(j.level(), strict))) {
            return 1;
        }
        boolean judged = scenarios.stream().anyMatch(j -> j.outcome() != Outcome.NOT_APPLICABLE);
        return judged && with(Outcome.INCONCLUSIVE).isEmpty() ? 0 : 2;
    }

    /** A fail of that level decides the exit code. Without a level it counts as MUST: nothing excuses it. */
    private static boolean binds(Level level, boolean strict) {
        return switch (level) {
            case MUST, NONE -> true;
            case SHOULD -> strict;
            case MAY -> false;
        };
    }
}
