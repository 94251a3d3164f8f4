package org.tcpspec.steps.run;

import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Verdict;

/** What a listed deviation, or a waiver, is about: the one place that matches them with scenarios and verdicts. */
public final class Listed {
    private Listed() {}

    /** {@code deviation} is about {@code scenario}, by its id, its former id, or a requirement that it tests. */
    public static boolean names(Deviation deviation, PlannedScenario scenario) {
        return deviation.scenario().isEmpty()
                ? scenario.requirements().contains(deviation.requirement())
                : deviation.scenario().equals(scenario.id())
                        || scenario.formerId()
                                .filter(deviation.scenario()::equals)
                                .isPresent();
    }

    /**
     * {@code deviation} covers {@code verdict}: it is about the scenario, or about the requirement that the verdict
     * names, and its reason stands in the verdict's. It may be a fail, or inconclusive because the deviation bars the
     * way to the scenario.
     */
    public static boolean covers(Deviation deviation, PlannedScenario scenario, Verdict verdict) {
        boolean coverable = verdict.grade() == Grade.FAIL || verdict.grade() == Grade.INCONCLUSIVE;
        boolean blamed = deviation.requirement().isEmpty()
                || verdict.requirement().isEmpty()
                || verdict.requirement().equals(deviation.requirement());
        boolean about = names(deviation, scenario)
                || !deviation.requirement().isEmpty() && deviation.requirement().equals(verdict.requirement());
        return coverable && blamed && about && Reasons.contains(verdict.reason(), deviation.reason());
    }
}
