package org.tcpspec.steps.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Explanation;
import org.tcpspec.steps.observe.LadderRow;

/** Draws the ladder of one scenario, row by row as things happen. */
final class Drawing {

    private final List<LadderRow> rows = new ArrayList<>();

    List<LadderRow> rows() {
        return rows;
    }

    /** The user called or was told something. */
    void user(long nanos, String words) {
        rows.add(new LadderRow(OptionalLong.empty(), nanos, LadderRow.Arrow.USER, "", "", words, false, false));
    }

    /** A segment of {@code c} that the connection has just taken. */
    void segment(Observed.Frame frame, Segment segment, Conversation c) {
        boolean fromIut = frame.direction() == Observed.Direction.FROM_IUT;
        Optional<Explanation> explanation = fromIut ? c.unclaimed().getLast().explanation() : Optional.empty();
        rows.add(new LadderRow(
                OptionalLong.of(frame.number()),
                frame.nanos(),
                fromIut ? LadderRow.Arrow.FROM_IUT : LadderRow.Arrow.FROM_PEER,
                c.shadow().state().toString(),
                c.figures().show(segment, fromIut),
                explanation.map(Explanation::toString).orElse(""),
                false,
                explanation.isPresent()));
    }

    /** An ICMP message from the peer's side. */
    void report(Observed.Frame frame, String words) {
        rows.add(new LadderRow(
                OptionalLong.of(frame.number()),
                frame.nanos(),
                LadderRow.Arrow.FROM_PEER,
                "",
                words,
                "",
                false,
                false));
    }

    /** A Then asked for packet {@code number}: no need to say why it needed no asking for. */
    void claimed(long number) {
        rows.replaceAll(r -> r.explained() && r.packet().equals(OptionalLong.of(number))
                ? new LadderRow(r.packet(), r.nanos(), r.arrow(), r.iut(), r.segment(), "", r.deciding(), false)
                : r);
    }

    /** A segment of the IUT that was demanded and has not come. */
    void missing(long nanos, Conversation c, String demanded) {
        rows.add(new LadderRow(
                OptionalLong.empty(),
                nanos,
                LadderRow.Arrow.MISSING,
                c.shadow().state().toString(),
                demanded,
                "expected, never came",
                false,
                false));
    }
}
