package org.tcpspec.reports.prove;

/** What a failing verdict says of the fault that it met, and what all of a fault's verdicts together say. */
public enum Blame {
    /** It names the requirement that the fault violates. */
    RIGHT("rightly blamed"),
    /** It names a requirement that {@code implies.csv} lets stand for the fault's. */
    IMPLIED("through the table"),
    /** It names another one. */
    MISLED("misled");

    private final String words;

    Blame(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
