package org.tcpspec.reports.play;

import org.tcpspec.steps.words.plan.FeatureSource;

/**
 * A feature file as it was read.
 *
 * @param uri as Cucumber's engine spells it
 * @param file the path below the features' folder, for people, with {@code /}
 */
public record FeatureFile(String uri, String file, String text) {

    /** As the planning reads it. */
    public FeatureSource source() {
        return new FeatureSource(uri, file, text);
    }
}
