package org.tcpspec.reports.coverage;

/** What the scenarios of one run came to at a row, or a cell, of the transition table; what decides stands first. */
public enum Fate {
    FAIL("fail", "a scenario failed at it"),
    INCONCLUSIVE("inconclusive", "nothing can be said of it"),
    LISTED("listed", "failed as a listed deviation says"),
    PASS("pass", "exercised, and nothing failed at it"),
    OPEN("open", "not exercised in this run"),
    OUT("out", "out of reach, left out by name, or of an option that is not selected"),
    NOT_APPLICABLE("notApplicable", "cannot occur, by the RFC");

    private final String key;
    private final String words;

    Fate(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** Its class on the pages. */
    public String key() {
        return key;
    }

    @Override
    public String toString() {
        return words;
    }
}
