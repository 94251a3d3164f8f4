package org.tcpspec.steps.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A ladder as text, in the notation of the RFC's figures. */
public final class Ladder {

    private static final int STATE = 14;

    private Ladder() {}

    /** The lines, without a title. Only ASCII, whatever was on the wire. */
    public static List<String> lines(List<LadderRow> rows) {
        int width = rows.stream().mapToInt(r -> r.segment().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add("      IUT" + " ".repeat(STATE + 4 + width / 2) + "peer");
        for (LadderRow row : rows) {
            lines.add(line(row, width));
        }
        return lines;
    }

    private static String line(LadderRow row, int width) {
        String number = row.packet().isPresent() ? Long.toString(row.packet().getAsLong()) : " ";
        if (row.arrow() == LadderRow.Arrow.USER) {
            return ("%4s  %s %s".formatted(number, row.iut(), row.comment())).stripTrailing();
        }
        String way = row.arrow() == LadderRow.Arrow.FROM_PEER ? "<--" : "-->";
        String segment = row.arrow() == LadderRow.Arrow.MISSING ? "(" + row.segment() + ")" : row.segment();
        String comment = row.comment().isEmpty() ? "" : "   " + row.comment();
        return ("%4s%s %-" + STATE + "s%s %-" + (width + 2) + "s %s%s")
                .formatted(number, row.deciding() ? "*" : " ", row.iut(), way, segment, way, comment)
                .stripTrailing();
    }

    /** The same rows with the verdict's row marked: the last one of that packet, else the last row. */
    public static List<LadderRow> decide(List<LadderRow> rows, OptionalLong packet, String comment) {
        Optional<LadderRow> deciding = rows.stream()
                .filter(r -> packet.isPresent() && r.packet().equals(packet))
                .reduce((a, b) -> b);
        return rows.stream()
                .map(r -> deciding.filter(d -> d == r).isPresent() ? marked(r, comment) : r)
                .collect(Collectors.toList());
    }

    private static LadderRow marked(LadderRow r, String comment) {
        return new LadderRow(r.packet(), r.nanos(), r.arrow(), r.iut(), r.segment(), comment, true, r.explained());
    }
}
