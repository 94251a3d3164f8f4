package org.tcpspec.steps.observe;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a verdict adds to a ladder. */
public final class Ladder {

    private Ladder() {}

    /** The same rows with the verdict's row marked: the last one of that packet, if there is one. */
    public static List<LadderRow> decide(List<LadderRow> rows, OptionalLong packet, String comment) {
        Optional<LadderRow> deciding = rows.stream()
                .filter(r -> packet.isPresent() && r.packet().equals(packet))
                .reduce((a, b) -> b);
        return rows.stream()
                .map(r -> deciding.filter(d -> d == r).isPresent() ? marked(r, comment) : r)
                .toList();
    }

    private static LadderRow marked(LadderRow r, String comment) {
        return new LadderRow(r.packet(), r.nanos(), r.arrow(), r.iut(), r.segment(), comment, true, r.explained());
    }
}
