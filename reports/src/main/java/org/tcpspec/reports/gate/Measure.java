package org.tcpspec.reports.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a rule of a gate bounds. */
public enum Measure {
    MUST("MUST", true),
    SHOULD("SHOULD", true),
    MAY("MAY", true),
    ALL("all", true),
    CELLS("cells", true),
    ROWS("rows", true),
    REQUIREMENTS("requirements", true),
    MUST_REQUIREMENTS("MUST requirements", true),
    SHOULD_REQUIREMENTS("SHOULD requirements", true),
    MAY_REQUIREMENTS("MAY requirements", true),
    INCONCLUSIVE("inconclusive", false),
    LISTED("listed", false),
    NOT_APPLICABLE("not applicable", false),
    NOT_PLAYED("not played", false),
    EXPIRED("expired waivers", false),
    STOPPED("unused waivers", false),
    OTHER_REASON("waivers of another reason", false);

    private final String key;
    private final boolean more;

    Measure(String key, boolean more) {
        this.key = key;
        this.more = more;
    }

    /** More of it is better, so that a limit without a sign means "at least"; else only "at most" makes sense. */
    boolean isBetterMore() {
        return more;
    }

    /** It counts scenarios, so that it may be asked of one topic alone. */
    boolean isOfATopic() {
        return switch (this) {
            case MUST, SHOULD, MAY, ALL, INCONCLUSIVE, LISTED, NOT_APPLICABLE -> true;
            default -> false;
        };
    }

    /** The measure of that name in a policy file. */
    static Optional<Measure> named(String key) {
        return Arrays.stream(values()).filter(m -> m.key.equals(key)).findFirst();
    }

    /** The names, for people. */
    static List<String> names(boolean ofATopic) {
        return Arrays.stream(values())
                .filter(m -> !ofATopic || m.isOfATopic())
                .map(Measure::toString)
                .toList();
    }

    @Override
    public String toString() {
        return key;
    }
}
