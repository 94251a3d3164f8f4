package org.tcpspec.reports.judge;

/** How much a requirement binds: the words of RFC 2119 without their negations. */
public enum Level {
    MUST("MUST"),
    SHOULD("SHOULD"),
    MAY("MAY"),
    /** A scenario that names no requirement. */
    NONE("no level");

    private final String words;

    Level(String words) {
        this.words = words;
    }

    /** The level of a catalogue's row or of a result; {@code MUST NOT} counts as {@code MUST}. */
    public static Level of(String text) {
        for (Level level : values()) {
            if (level != NONE && (text.equals(level.words) || text.equals(level.words + " NOT"))) {
                return level;
            }
        }
        return NONE;
    }

    @Override
    public String toString() {
        return words;
    }
}
