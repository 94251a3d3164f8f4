package org.tcpspec.reports.capture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;

/** One connection of a capture: its segments, in the order of the file. The first of them is the opener's. */
public final class Connection {
    private final List<Frame> frames = new ArrayList<>();

    private Connection() {}

    /** Tells the connections apart: by their ends, and by the SYN that follows the end of the one before. */
    static List<Connection> of(List<Frame> frames) {
        List<Connection> all = new ArrayList<>();
        Map<Set<Endpoint>, Connection> latest = new LinkedHashMap<>();
        for (Frame frame : frames) {
            Set<Endpoint> ends =
                    Set.copyOf(List.of(frame.segment().source(), frame.segment().destination()));
            Connection connection = latest.get(ends);
            if (connection == null || connection.isFollowedBy(frame.segment())) {
                connection = new Connection();
                latest.put(ends, connection);
                all.add(connection);
            }
            connection.frames.add(frame);
        }
        return all;
    }

    private boolean isFollowedBy(Segment segment) {
        if (!segment.has(Flag.SYN) || segment.has(Flag.ACK)) {
            return false;
        }
        boolean again =
                sent(segment.source(), Flag.SYN).stream().anyMatch(s -> s.seq().equals(segment.seq()));
        boolean crossing = sent(segment.source(), Flag.SYN).isEmpty()
                && sent(segment.destination(), Flag.SYN).stream().noneMatch(s -> s.has(Flag.ACK))
                && frames.size() < 3;
        return !again && !crossing && isOver();
    }

    private boolean isOver() {
        boolean reset = frames.stream().anyMatch(f -> f.segment().has(Flag.RST));
        boolean opened = frames.stream()
                .anyMatch(f -> !f.segment().has(Flag.SYN) || f.segment().has(Flag.ACK));
        return reset
                || !opened
                || !sent(opener(), Flag.FIN).isEmpty()
                        && !sent(other(), Flag.FIN).isEmpty();
    }

    private List<Segment> sent(Endpoint by, Flag flag) {
        return frames.stream()
                .map(Frame::segment)
                .filter(s -> s.source().equals(by) && s.has(flag))
                .toList();
    }

    List<Frame> frames() {
        return frames;
    }

    /** Who sent the first segment of it in the file. */
    public Endpoint opener() {
        return frames.get(0).segment().source();
    }

    public Endpoint other() {
        return frames.get(0).segment().destination();
    }

    /** How many segments of it are in the file. */
    public int size() {
        return frames.size();
    }

    /** The number of its first packet in the file. */
    public long first() {
        return frames.get(0).number();
    }

    /** The number of its last packet in the file. */
    public long last() {
        return frames.get(frames.size() - 1).number();
    }
}
