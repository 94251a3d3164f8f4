package org.tcpspec.reports.coverage;

/** What became of a row, or of a cell, of the transition table. The order is that of the legend. */
public enum Status {
    MET("met", "exercised, and the reaction was the table's"),
    MISSED("missed", "exercised, and the reaction was another one in some scenario"),
    NOT_REACHED("notReached", "not exercised"),
    UNREACHABLE("unreachable", "out of reach of this IUT's user"),
    LEFT_OUT("leftOut", "left out by name: neither the wire nor a call of the user brings it about"),
    NOT_SELECTED("notSelected", "of an option that no ICS of these runs selects"),
    NOT_APPLICABLE("notApplicable", "cannot occur, by the RFC");

    private final String key;
    private final String words;

    Status(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** The name in {@code coverage.json}. */
    public String key() {
        return key;
    }

    /** It counts: somebody could exercise it. */
    public boolean isReachable() {
        return compareTo(NOT_REACHED) <= 0;
    }

    public boolean isExercised() {
        return compareTo(MISSED) <= 0;
    }

    @Override
    public String toString() {
        return words;
    }
}
