package org.tcpspec.steps.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Explanation;
import org.tcpspec.steps.observe.LadderRow;

/** Draws the ladder of one scenario, row by row as things happen. */
final class Drawing {

    /** A row, and the connection that it belongs to; empty for the user's. */
    private record Drawn(Optional<Conversation> owner, LadderRow row) {
        Drawn with(UnaryOperator<LadderRow> change) {
            return new Drawn(owner, change.apply(row));
        }
    }

    private final List<Drawn> drawn = new ArrayList<>();

    List<LadderRow> rows() {
        return drawn.stream().map(Drawn::row).toList();
    }

    /** The rows of one connection. */
    List<LadderRow> rows(Conversation c) {
        return drawn.stream()
                .filter(d -> d.owner().filter(o -> o == c).isPresent())
                .map(Drawn::row)
                .toList();
    }

    /** How many rows there are. */
    int size() {
        return drawn.size();
    }

    /** Forgets the rows from the {@code size}th on: they are to be told otherwise. */
    void backTo(int size) {
        drawn.subList(size, drawn.size()).clear();
    }

    /** Rows that tell of one connection, with a heading. */
    void apart(long nanos, String heading, List<LadderRow> rows) {
        user(nanos, heading);
        rows.forEach(r -> drawn.add(new Drawn(Optional.empty(), r)));
    }

    /** The user called or was told something. */
    void user(long nanos, String words) {
        drawn.add(new Drawn(
                Optional.empty(),
                new LadderRow(OptionalLong.empty(), nanos, LadderRow.Arrow.USER, "", "", words, false, false)));
    }

    /** A segment of {@code c} that the connection has just taken. */
    void segment(Observed.Frame frame, Segment segment, Conversation c) {
        boolean fromIut = frame.direction() == Observed.Direction.FROM_IUT;
        Optional<Explanation> explanation = fromIut ? c.unclaimed().getLast().explanation() : Optional.empty();
        drawn.add(new Drawn(
                Optional.of(c),
                new LadderRow(
                        OptionalLong.of(frame.number()),
                        frame.nanos(),
                        fromIut ? LadderRow.Arrow.FROM_IUT : LadderRow.Arrow.FROM_PEER,
                        c.shadow().state().toString(),
                        c.figures().show(segment, fromIut),
                        explanation.map(Explanation::toString).orElse(""),
                        false,
                        explanation.isPresent())));
    }

    /** An ICMP message from the peer's side. */
    void report(Observed.Frame frame, String words) {
        drawn.add(new Drawn(
                Optional.empty(),
                new LadderRow(
                        OptionalLong.of(frame.number()),
                        frame.nanos(),
                        LadderRow.Arrow.FROM_PEER,
                        "",
                        words,
                        "",
                        false,
                        false)));
    }

    /** A Then asked for packet {@code number}: no need to say why it needed no asking for. */
    void claimed(long number) {
        drawn.replaceAll(d -> d.with(r -> r.explained() && r.packet().equals(OptionalLong.of(number))
                ? new LadderRow(r.packet(), r.nanos(), r.arrow(), r.iut(), r.segment(), "", r.deciding(), false)
                : r));
    }

    /** A segment of the IUT that was demanded and has not come. */
    void missing(long nanos, Conversation c, String demanded) {
        drawn.add(new Drawn(
                Optional.of(c),
                new LadderRow(
                        OptionalLong.empty(),
                        nanos,
                        LadderRow.Arrow.MISSING,
                        c.shadow().state().toString(),
                        demanded,
                        "expected, never came",
                        false,
                        false)));
    }
}
