package org.tcpspec.reports.probe;

import java.time.Duration;
import java.util.List;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.steps.observe.LadderRow;

/** What one question came to, for one key of a description. */
public sealed interface Answer {

    /** The name in {@code options} or {@code ixit}; of a {@link Remark} what it is about. */
    String key();

    /** One sentence for people, without a full stop. */
    String seen();

    /** The segments that tell it; empty if none do. */
    default List<LadderRow> evidence() {
        return List.of();
    }

    /** An option of the ICS. */
    record Choice(String key, Support support, String seen, List<LadderRow> evidence) implements Answer {}

    /**
     * A duration of the IXIT.
     *
     * @param value the most likely one
     * @param least a claim below it is contradicted
     * @param most a claim above it is contradicted
     */
    record Measure(String key, Duration value, Duration least, Duration most, String seen, List<LadderRow> evidence)
            implements Answer {
        boolean bears(Duration claim) {
            return claim.compareTo(least) >= 0 && claim.compareTo(most) <= 0;
        }
    }

    /** Something for which a description has no word. */
    record Remark(String key, String seen) implements Answer {}

    /** Nothing is known; {@code seen} tells why. */
    record Unknown(String key, String seen) implements Answer {}
}
