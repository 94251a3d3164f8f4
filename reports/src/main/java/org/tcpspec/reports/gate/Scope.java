package org.tcpspec.reports.gate;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tcpspec.reports.coverage.TableCoverage;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.judge.Level;
import org.tcpspec.reports.judge.Outcome;
import org.tcpspec.reports.judge.Standing;
import org.tcpspec.reports.ledger.Ledger;

/** What a gate judges: the scenarios of its profile, and what is computed from them once, when a rule asks for it. */
final class Scope {
    private final Judgement judgement;
    private final Ledger ledger;
    private final List<Standing> standings;
    private final int notPlayed;
    private final java.util.function.Supplier<TableCoverage> coverage;

    /**
     * @param judgement of the profile's scenarios alone
     * @param notPlayed how many scenarios of the profile, or of the feature files, the run left out
     */
    Scope(Judgement judgement, Ledger ledger, List<Standing> standings, int notPlayed) {
        this.judgement = judgement;
        this.ledger = ledger;
        this.standings = standings;
        this.notPlayed = notPlayed;
        this.coverage = () -> TableCoverage.of(List.of(judgement));
    }

    /**
     * How much of how much.
     *
     * @param example of what is missing, or too much
     */
    record Count(long part, long whole, Optional<String> example) {}

    Count count(Rule rule) {
        return switch (rule.measure()) {
            case MUST -> passed(rule, level(Level.MUST).or(level(Level.NONE)));
            case SHOULD -> passed(rule, level(Level.SHOULD));
            case MAY -> passed(rule, level(Level.MAY));
            case ALL -> passed(rule, judged -> true);
            case INCONCLUSIVE -> with(rule, Outcome.INCONCLUSIVE);
            case LISTED -> with(rule, Outcome.LISTED);
            case NOT_APPLICABLE -> notApplicable(rule);
            case NOT_PLAYED ->
                new Count(notPlayed, notPlayed + judgement.scenarios().size(), Optional.empty());
            case CELLS -> cells(coverage.get());
            case ROWS -> rows(coverage.get());
            case REQUIREMENTS -> requirements(entry -> true);
            case MUST_REQUIREMENTS -> requirements(entry -> entry.level() == Level.MUST);
            case SHOULD_REQUIREMENTS -> requirements(entry -> entry.level() == Level.SHOULD);
            case MAY_REQUIREMENTS -> requirements(entry -> entry.level() == Level.MAY);
            case EXPIRED -> standing(Standing.Kind.EXPIRED);
            case STOPPED -> standing(Standing.Kind.STOPPED);
            case OTHER_REASON -> standing(Standing.Kind.OTHER_REASON);
        };
    }

    private static Predicate<Judged> level(Level level) {
        return judged -> judged.level() == level;
    }

    private static String words(Judged judged) {
        String reason = judged.verdict().reason();
        return judged.id() + (reason.isEmpty() ? "" : " (" + reason + ")");
    }

    /** Of those that say something of the IUT and that nothing excuses: how many passed. */
    private Count passed(Rule rule, Predicate<Judged> wanted) {
        List<Judged> fails = about(rule, wanted, Outcome.FAIL);
        int passes = about(rule, wanted, Outcome.PASS).size();
        return new Count(
                passes, passes + fails.size(), fails.stream().findFirst().map(Scope::words));
    }

    /** Some scenario of the run belongs to the rule's topic. */
    boolean has(Rule rule) {
        return rule.topic().isEmpty() || judgement.scenarios().stream().anyMatch(j -> rule.isAbout(j.scenario()));
    }

    private List<Judged> about(Rule rule, Predicate<Judged> wanted, Outcome outcome) {
        return judgement.with(outcome).stream()
                .filter(j -> rule.isAbout(j.scenario()))
                .filter(wanted)
                .toList();
    }

    private Count with(Rule rule, Outcome outcome) {
        List<Judged> found = about(rule, j -> true, outcome);
        long whole = judgement.scenarios().stream()
                .filter(j -> rule.isAbout(j.scenario()))
                .filter(j -> j.outcome() != Outcome.NOT_APPLICABLE)
                .count();
        return new Count(found.size(), whole, found.stream().findFirst().map(Scope::words));
    }

    private Count notApplicable(Rule rule) {
        List<Judged> found = about(rule, j -> true, Outcome.NOT_APPLICABLE);
        long whole = judgement.scenarios().stream()
                .filter(j -> rule.isAbout(j.scenario()))
                .count();
        return new Count(found.size(), whole, found.stream().findFirst().map(Scope::words));
    }

    private static Count cells(TableCoverage table) {
        return new Count(
                table.exercisedCells(),
                table.reachableCells(),
                table.cells(org.tcpspec.reports.coverage.Status.NOT_REACHED).stream()
                        .findFirst()
                        .map(c -> c.state() + " + " + c.event()));
    }

    private static Count rows(TableCoverage table) {
        return new Count(
                table.exercisedRows(),
                table.reachableRows(),
                table.rows(org.tcpspec.reports.coverage.Status.NOT_REACHED).stream()
                        .findFirst()
                        .map(r -> r.row().id()));
    }

    /** Of those that scenarios can test: how many some scenario of this run has judged. */
    private Count requirements(Predicate<Ledger.Entry> wanted) {
        List<Ledger.Entry> testable = ledger.entries().stream()
                .filter(wanted)
                .filter(Ledger.Entry::isTestable)
                .toList();
        List<Ledger.Entry> open =
                testable.stream().filter(e -> !isJudged(e.scenarios())).toList();
        return new Count(
                testable.size() - open.size(),
                testable.size(),
                open.stream().findFirst().map(e -> e.requirement().id()));
    }

    private static boolean isJudged(List<Judged> scenarios) {
        return scenarios.stream()
                .map(Judged::outcome)
                .anyMatch(o -> o == Outcome.PASS || o == Outcome.FAIL || o == Outcome.LISTED);
    }

    private Count standing(Standing.Kind kind) {
        List<Standing> found = standings.stream().filter(s -> s.kind() == kind).toList();
        return new Count(
                found.size(),
                standings.size(),
                found.stream().findFirst().map(s -> s.deviation().subject()));
    }
}
