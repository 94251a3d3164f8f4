package org.tcpspec.steps.observe;

/**
 * Something that a segment may never be, whatever the scenario.
 *
 * @param requirement the id in the catalogue; empty for a clause without one
 * @param sentence what is wrong
 */
public record Violation(String requirement, String clause, String sentence) {}
