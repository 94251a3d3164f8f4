package org.tcpspec.reports.gate;

import java.util.Optional;
import org.tcpspec.steps.run.PlannedScenario;

/**
 * One rule of a gate.
 *
 * @param topic what it is asked of: a tag with its {@code @}, or a folder or file below the features' folder; empty for
 *     everything
 */
public record Rule(String topic, Measure measure, Bound bound) {

    /**
     * Reads a rule.
     *
     * @throws IllegalArgumentException with a sentence for people, if it makes no sense
     */
    public static Rule of(String topic, String key, String limit) {
        Optional<Measure> named = Measure.named(key);
        boolean all = topic.isEmpty();
        if (named.isEmpty() || !all && !named.get().isOfATopic()) {
            throw new IllegalArgumentException((all ? "A gate has" : "A topic has") + " no rule '" + key + "'; it has "
                    + String.join(", ", Measure.names(!all)) + ".");
        }
        Measure measure = named.get();
        Bound bound = Bound.read(limit, true)
                .orElseThrow(() -> new IllegalArgumentException("The rule '" + key + "' has the limit '" + limit
                        + "'; write it like 100%, \">= 80%\", <= 2% or <= 3."));
        if (bound.least() != measure.isBetterMore()) {
            throw new IllegalArgumentException("The rule '" + key + "' bounds from "
                    + (measure.isBetterMore()
                            ? "below: write it like 80% or \">= 80%\"."
                            : "above: write it like <= " + bound.limit().toPlainString()
                                    + (bound.percent() ? "%." : ".")));
        }
        return new Rule(topic, measure, bound);
    }

    /** {@code scenario} belongs to the topic. */
    boolean isAbout(PlannedScenario scenario) {
        return topic.isEmpty()
                || (topic.startsWith("@")
                        ? scenario.hasTag(topic)
                        : scenario.file().equals(topic) || scenario.file().startsWith(topic + "/"));
    }

    /** Its name in sentences: {@code MUST}, or {@code closing: MUST}. */
    String name() {
        return topic.isEmpty() ? measure.toString() : topic + ": " + measure;
    }
}
