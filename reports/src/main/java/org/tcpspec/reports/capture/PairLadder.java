package org.tcpspec.reports.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Figures;
import org.tcpspec.steps.observe.Shadow;

/**
 * A connection in the notation of the RFC's figures: its opener on the left, and beside each end the state in which one
 * that keeps section 3.10 would be. Numbers are those of the figures: the ends begin at 100 and 300.
 */
public final class PairLadder {
    private static final Statement SILENT =
            new Statement("an end", Set.of(), Map.of(), Ixit.DEFAULT, Map.of(), List.of());
    private static final int HEAD = 8;
    private static final int NEAR = 3;
    private static final int TAIL = 3;

    private record Row(long packet, String left, boolean rightward, String segment, String right) {}

    private PairLadder() {}

    /** The ladder; of a long one its beginning, its end and what is near a finding. Each line ends with a line feed. */
    public static String of(Ruling ruling) {
        List<Row> rows = rows(ruling.connection());
        Map<Long, List<Finding>> findings = ruling.findings().stream().collect(Collectors.groupingBy(Finding::packet));
        TreeSet<Integer> shown = new TreeSet<>();
        for (int i = 0; i < rows.size(); i++) {
            if (i < HEAD || i >= rows.size() - TAIL) {
                shown.add(i);
            }
            if (findings.containsKey(rows.get(i).packet()) && shown.size() < 8 * HEAD) {
                for (int near = Math.max(0, i - NEAR); near <= Math.min(rows.size() - 1, i + NEAR); near++) {
                    shown.add(near);
                }
            }
        }
        int wide = shown.stream()
                .mapToInt(i -> rows.get(i).segment().length())
                .max()
                .orElse(0);
        StringBuilder s = new StringBuilder();
        int last = -1;
        for (int i : shown) {
            if (i != last + 1) {
                s.append("       ... ").append(i - last - 1).append(" more packets\n");
            }
            last = i;
            s.append(line(rows.get(i), wide, findings.getOrDefault(rows.get(i).packet(), List.of())));
        }
        return s.toString();
    }

    private static String line(Row row, int wide, List<Finding> findings) {
        String arrow = row.rightward() ? "-->" : "<--";
        String states = String.format(
                "%6d  %-12s %s %-" + wide + "s %s %s",
                row.packet(),
                row.left(),
                arrow,
                row.segment(),
                arrow,
                row.right());
        String remarks = findings.stream()
                .map(f -> (f.must() ? "  ✗ " : "  ! ") + f.violation().sentence())
                .collect(Collectors.joining());
        return (Escape.line(states) + remarks).stripTrailing() + "\n";
    }

    private static List<Row> rows(Connection connection) {
        Shadow left = new Shadow(SILENT);
        Shadow right = new Shadow(SILENT);
        left.activeOpen();
        if (opensActively(connection)) {
            right.activeOpen();
        } else {
            right.passiveOpen();
        }
        Figures figures = new Figures(iss(connection, connection.opener()), iss(connection, connection.other()));
        List<Row> rows = new ArrayList<>();
        for (Frame frame : connection.frames()) {
            Segment segment = frame.segment();
            boolean rightward = segment.source().equals(connection.opener());
            move(segment, frame.nanos(), rightward ? left : right, rightward ? right : left);
            if (right.state() != State.LISTEN) {
                // What the listener does next is another connection's.
                right.listenerClosed();
            }
            rows.add(new Row(
                    frame.number(),
                    left.state().toString(),
                    rightward,
                    figures.show(segment, rightward),
                    right.state().toString()));
        }
        return rows;
    }

    private static void move(Segment segment, long nanos, Shadow from, Shadow to) {
        from.sent(segment, nanos);
        if (segment.has(Flag.RST)) {
            from.abort();
        }
        to.arrives(segment, nanos);
    }

    private static boolean opensActively(Connection connection) {
        return connection.frames().stream()
                .map(Frame::segment)
                .anyMatch(s -> s.source().equals(connection.other()) && s.has(Flag.SYN) && !s.has(Flag.ACK));
    }

    /** Where the numbers of an end begin; where its SYN is missing, with the first that it sent. */
    private static SequenceNumber iss(Connection connection, Endpoint end) {
        List<Segment> sent = connection.frames().stream()
                .map(Frame::segment)
                .filter(s -> s.source().equals(end) && !s.has(Flag.RST))
                .toList();
        return sent.stream()
                .filter(s -> s.has(Flag.SYN))
                .findFirst()
                .or(() -> sent.stream().findFirst())
                .map(Segment::seq)
                .orElse(SequenceNumber.ZERO);
    }
}
