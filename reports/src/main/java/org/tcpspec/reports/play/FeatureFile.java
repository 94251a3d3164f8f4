package org.tcpspec.reports.play;

/**
 * A feature file as it was read.
 *
 * @param uri as Cucumber's engine spells it
 * @param file the path below the features' folder, for people, with {@code /}
 */
public record FeatureFile(String uri, String file, String text) {}
