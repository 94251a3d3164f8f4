package org.tcpspec.reports.matrix;

import java.util.List;
import org.tcpspec.reports.judge.Outcome;

/**
 * A scenario as one stack came through it.
 *
 * @param topic the folder of its feature file
 * @param level {@code MUST}, {@code SHOULD}, {@code MAY} or empty
 * @param ladder the way to its drawing from the folder of the matrix; empty if there is none
 */
public record Tried(
        String id,
        String name,
        String topic,
        String level,
        List<String> requirements,
        Outcome outcome,
        String reason,
        String ladder) {
    public Tried {
        requirements = List.copyOf(requirements);
    }

    /** The stack was judged: it passed or failed, listed or not. */
    public boolean isJudged() {
        return isPass() || isFail();
    }

    public boolean isPass() {
        return outcome == Outcome.PASS;
    }

    public boolean isFail() {
        return outcome == Outcome.FAIL || outcome == Outcome.LISTED;
    }

    /** Its class on the pages. */
    public String key() {
        return outcome.key();
    }
}
