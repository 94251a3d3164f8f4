package org.tcpspec.reports.gate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.steps.run.Reasons;

/**
 * What is different from the baseline. A fail that a deviation or a waiver covers now is none.
 *
 * @param added fails that were no fails
 * @param changed fails that failed for another reason
 * @param fixed passes that were fails
 * @param lost what passed and is now inconclusive, an error or not applicable
 * @param gone ids of the baseline that were not played
 */
public record Regressions(
        List<Judged> added, List<Judged> changed, List<Judged> fixed, List<Judged> lost, List<String> gone) {
    private static final int EXAMPLES = 3;

    public Regressions {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        fixed = List.copyOf(fixed);
        lost = List.copyOf(lost);
        gone = List.copyOf(gone);
    }

    static Regressions of(Baseline baseline, Judgement now) {
        List<Judged> added = new ArrayList<>();
        List<Judged> changed = new ArrayList<>();
        List<Judged> fixed = new ArrayList<>();
        List<Judged> lost = new ArrayList<>();
        Set<String> gone = new LinkedHashSet<>(baseline.scenarios().keySet());
        for (Judged judged : now.scenarios()) {
            Optional<Baseline.Entry> before = baseline.of(judged.scenario());
            gone.remove(judged.id());
            judged.scenario().formerId().ifPresent(gone::remove);
            boolean failed = before.filter(b -> b.grade() == Grade.FAIL).isPresent();
            boolean passed = before.filter(b -> b.grade() == Grade.PASS).isPresent();
            switch (judged.outcome()) {
                case FAIL -> {
                    if (!failed) {
                        added.add(judged);
                    } else if (!Reasons.same(
                            before.get().reason(), judged.verdict().reason())) {
                        changed.add(judged);
                    }
                }
                case PASS -> {
                    if (failed) {
                        fixed.add(judged);
                    }
                }
                case INCONCLUSIVE, ERROR, NOT_APPLICABLE -> {
                    if (passed) {
                        lost.add(judged);
                    }
                }
                case LISTED -> {
                    // somebody has looked at it
                }
            }
        }
        return new Regressions(added, changed, fixed, lost, List.copyOf(gone));
    }

    /** A sentence for each kind of regression. */
    List<String> broken() {
        List<String> sentences = new ArrayList<>();
        if (!added.isEmpty()) {
            sentences.add("regressions: " + added.size() + " scenarios fail that did not fail in the baseline: "
                    + examples(added));
        }
        if (!changed.isEmpty()) {
            sentences.add("regressions: " + changed.size() + " scenarios fail for another reason than in the baseline: "
                    + examples(changed));
        }
        return sentences;
    }

    private static String examples(List<Judged> judged) {
        StringBuilder s = new StringBuilder();
        for (Judged one : judged.subList(0, Math.min(EXAMPLES, judged.size()))) {
            s.append(s.isEmpty() ? "" : "; ")
                    .append(one.id())
                    .append(" (")
                    .append(one.verdict().reason())
                    .append(')');
        }
        return s + (judged.size() > EXAMPLES ? "; ..." : ".");
    }

    /** How many of each kind, in one line. */
    public String words() {
        return added.size() + " new failures, " + changed.size() + " with another reason, " + fixed.size() + " fixed, "
                + lost.size() + " no longer judged, " + gone.size() + " not played";
    }
}
