package org.tcpspec.reports.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tcpspec.reports.journal.Recorded;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.judge.Outcome;
import org.tcpspec.reports.judge.Standing;
import org.tcpspec.reports.ledger.Ledger;
import org.tcpspec.reports.read.Catalogue;
import org.tcpspec.reports.read.Dispositions;
import org.tcpspec.spi.iut.Deviation;

/**
 * What a policy says of finished results. A function of the journal, the policy, the baseline and the day.
 *
 * @param judgement of the profile's scenarios, waivers applied
 * @param findings one for each rule, broken or not
 * @param standings what became of each waiver and listed deviation
 * @param regressions against the baseline, if there is one
 * @param onlyRegressions nothing but a regression, an error of the kit or an unfinished run breaks the gate
 */
public record Gate(
        Policy policy,
        Judgement judgement,
        List<Finding> findings,
        List<Standing> standings,
        Optional<Regressions> regressions,
        boolean onlyRegressions) {

    public Gate {
        findings = List.copyOf(findings);
        standings = List.copyOf(standings);
    }

    /** Judges {@code recorded} as of {@code day}. */
    public static Gate of(
            Policy policy, Recorded recorded, LocalDate day, Optional<Baseline> baseline, boolean onlyRegressions) {
        Recorded waived = recorded.with(together(recorded, policy.waivers()));
        Judgement all = Judgement.of(waived, day);
        Judgement judgement = new Judgement(
                waived,
                all.scenarios().stream()
                        .filter(j -> policy.profile().has(j.scenario()))
                        .toList(),
                all.choices());
        List<Standing> standings = Standing.of(judgement, day);
        Ledger ledger = Ledger.of(Catalogue.bundled().requirements().values(), Dispositions.bundled(), judgement);
        int notPlayed = policy.profile().ids().isEmpty()
                ? recorded.run().planned() - all.scenarios().size()
                : policy.profile().missing(all).size();
        Scope scope = new Scope(judgement, ledger, standings, notPlayed);
        List<Finding> findings = new ArrayList<>();
        completeness(judgement).ifPresent(findings::add);
        errors(judgement).ifPresent(findings::add);
        policy.rules()
                .forEach(rule -> findings.add(scope.has(rule) ? finding(rule, scope.count(rule)) : aboutNothing(rule)));
        Optional<Regressions> regressions = baseline.map(b -> Regressions.of(b, judgement));
        return new Gate(policy, judgement, findings, standings, regressions, onlyRegressions);
    }

    private static List<Deviation> together(Recorded recorded, List<Deviation> waivers) {
        // A run that was played with the policy has its waivers on its list already.
        Set<Deviation> all = new LinkedHashSet<>(recorded.run().statement().deviations());
        all.addAll(waivers);
        return List.copyOf(all);
    }

    private static Optional<Finding> completeness(Judgement judgement) {
        if (!judgement.recorded().isComplete()) {
            return Optional.of(new Finding(
                    "complete",
                    "the run has ended",
                    "interrupted",
                    false,
                    "The run was interrupted: its results are not whole."));
        }
        boolean judged = judgement.scenarios().stream().anyMatch(j -> j.outcome() != Outcome.NOT_APPLICABLE);
        return judged
                ? Optional.empty()
                : Optional.of(new Finding(
                        "judged",
                        "some scenario is judged",
                        "none",
                        false,
                        "No scenario of the gate's profile was judged."));
    }

    private static Optional<Finding> errors(Judgement judgement) {
        int errors = judgement.with(Outcome.ERROR).size();
        return errors == 0
                ? Optional.empty()
                : Optional.of(new Finding(
                        "errors",
                        "at most 0",
                        Integer.toString(errors),
                        false,
                        "errors: " + errors + " scenarios ended with an error of the kit or the lab, such as "
                                + judgement.with(Outcome.ERROR).get(0).id() + "."));
    }

    /** A misspelt topic must not hold because nothing in it is wrong. */
    private static Finding aboutNothing(Rule rule) {
        String sentence = rule.name() + ": no scenario of the run belongs to '" + rule.topic()
                + "'; a topic is a folder or file below that of the features, or a tag with its @.";
        return new Finding(rule.name(), rule.bound().toString(), "no scenario", false, sentence);
    }

    private static Finding finding(Rule rule, Scope.Count count) {
        boolean empty = count.whole() == 0 && rule.bound().least();
        boolean holds = !empty && rule.bound().holds(count.part(), count.whole());
        String found = count.part() + " of " + count.whole()
                + (rule.bound().percent() ? ", " + rule.bound().show(count.part(), count.whole()) : "");
        String sentence = holds
                ? ""
                : empty
                        ? rule.name() + ": nothing was judged, but " + rule.bound() + " is demanded."
                        : rule.name() + ": " + found + ", but " + rule.bound() + " is demanded"
                                + count.example().map(e -> "; for example " + e).orElse("") + ".";
        return new Finding(rule.name(), rule.bound().toString(), found, holds, sentence);
    }

    /** One sentence for each thing that breaks the gate; none if it holds. */
    public List<String> broken() {
        List<String> sentences = new ArrayList<>();
        findings.stream()
                .filter(f -> !f.holds())
                .filter(f -> !onlyRegressions
                        || List.of("complete", "judged", "errors").contains(f.rule()))
                .map(Finding::sentence)
                .forEach(sentences::add);
        regressions.ifPresent(r -> sentences.addAll(r.broken()));
        return sentences;
    }

    /** The code with which a run ends that it judges: 3 after an error of the kit or the lab, 4 if it is broken, else 0. */
    public int exitCode() {
        return !judgement.with(Outcome.ERROR).isEmpty() ? 3 : holds() ? 0 : 4;
    }

    public boolean holds() {
        return broken().isEmpty();
    }
}
