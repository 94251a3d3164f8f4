package org.tcpspec.reports.write;

import java.util.ArrayList;
import java.util.List;
import org.tcpspec.reports.judge.Standing;
import org.tcpspec.spi.iut.Deviation;

/** What people should know of listed deviations and waivers: a line for each that wants attention. */
public final class StandingText {
    private StandingText() {}

    public static List<String> lines(List<Standing> standings) {
        List<String> lines = new ArrayList<>();
        for (Standing standing : standings) {
            Deviation d = standing.deviation();
            String reason = standing.example().map(j -> j.verdict().reason()).orElse("");
            switch (standing.kind()) {
                case STOPPED ->
                    lines.add(name(d) + " has stopped occurring; take it off the list: " + d.subject() + owner(d));
                case NO_SUCH -> lines.add(name(d) + " names no scenario: " + d.subject() + owner(d));
                case OTHER_REASON ->
                    lines.add(name(d) + " does not cover " + d.subject() + ", which fails for another reason: " + reason
                            + owner(d));
                case EXPIRED ->
                    lines.add(name(d) + " expired on " + d.expires().orElseThrow() + ": " + d.subject()
                            + (reason.isEmpty() ? ", which does not fail any more" : ", which still fails: " + reason)
                            + owner(d));
                case OCCURRED, NOT_JUDGED, NOT_SEEN -> {
                    // as expected
                }
            }
        }
        return lines;
    }

    private static String name(Deviation d) {
        return d.owner().isEmpty() && d.expires().isEmpty() ? "A listed deviation" : "A waiver";
    }

    private static String owner(Deviation d) {
        return d.owner().isEmpty() ? "" : " [owner: " + d.owner() + "]";
    }
}
