package org.tcpspec.steps.run;

/**
 * One step as it was played.
 *
 * @param keyword {@code Given}, {@code When}, {@code Then}, {@code And}, {@code But} or {@code *}
 * @param nanos how long it took, by the wall clock
 */
public record StepResult(String keyword, String text, int line, Status status, long nanos) {
    /** How it ended. */
    public enum Status {
        PASSED,
        /** The step at which the verdict fell. */
        STOPPED,
        SKIPPED
    }
}
