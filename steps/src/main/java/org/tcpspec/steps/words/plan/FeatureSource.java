package org.tcpspec.steps.words.plan;

/**
 * A feature file.
 *
 * @param uri where it was read from, as Cucumber's engine spells it
 * @param file the path below the features' folder, for people
 * @param text its contents
 */
public record FeatureSource(String uri, String file, String text) {}
