package org.tcpspec.reports.capture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.TcpOption;

/** Goes through a connection packet by packet, with both ends in view. */
final class Examiner {
    /** After this a clock of 1 ms may have passed half of its range (RFC 7323 section 5.5). */
    private static final long OUTDATED = Duration.ofDays(24).toNanos();

    /** No window is larger (RFC 7323 section 2.3). */
    private static final long FAR = 1L << 30;

    private final Connection connection;
    private final boolean complete;
    private final Side opener = new Side();
    private final Side other = new Side();
    private final List<Finding> findings = new ArrayList<>();
    private Optional<String> unjudged = Optional.empty();

    /** @param complete the user vouches that the capture holds every packet, in the order in which they were sent */
    Examiner(Connection connection, boolean complete) {
        this.connection = connection;
        this.complete = complete;
    }

    Ruling rule() {
        unjudged = Fitness.fault(connection);
        Frame first = connection.frames().get(0);
        for (Frame frame : connection.frames()) {
            if (unjudged.isPresent()) {
                break;
            }
            if (frame.nanos() - first.nanos() > OUTDATED) {
                unjudged = Optional.of("It lasted longer than timestamps can be compared.");
            } else if (!frame.segment().has(Flag.RST)) {
                look(frame);
            }
        }
        return new Ruling(connection, unjudged, unjudged.isPresent() ? List.of() : findings);
    }

    private void look(Frame frame) {
        Segment segment = frame.segment();
        boolean fromOpener = segment.source().equals(connection.opener());
        Side own = fromOpener ? opener : other;
        Side peer = fromOpener ? other : opener;
        unjudged = stranger(segment, own, peer).map(why -> "Packet " + frame.number() + " " + why + ".");
        if (unjudged.isPresent()) {
            return;
        }
        boolean firstSyn = own.iss().isEmpty();
        if (firstSyn) {
            Rules.broken(frame, own, peer).forEach(b -> note(frame, b));
            own.syn(segment);
        }
        if (segment.has(Flag.ACK) && peer.iss().isPresent()) {
            acknowledgment(frame, own, peer);
        }
        if (!firstSyn) {
            Rules.broken(frame, own, peer).forEach(b -> note(frame, b));
            if (segment.has(Flag.SYN)) {
                own.syn(segment);
            }
        }
        beyondWindow(segment, own, peer).ifPresent(b -> note(frame, b));
        own.sent(segment);
        stamped(frame, own, peer);
    }

    private void note(Frame frame, Rules.Broken broken) {
        Endpoint by = frame.segment().source();
        findings.add(new Finding(frame.number(), by, broken.must(), broken.violation()));
    }

    /** Why the segment may be none of this connection's. */
    private static Optional<String> stranger(Segment segment, Side own, Side peer) {
        if (own.iss().isEmpty()) {
            return segment.has(Flag.SYN)
                    ? Optional.empty()
                    : Optional.of("comes from an end whose SYN is not in the capture");
        }
        if (segment.has(Flag.SYN)) {
            return segment.seq().equals(own.iss().get())
                    ? Optional.empty()
                    : Optional.of("is a SYN with another initial number than the one before");
        }
        long place = own.place(segment.seq());
        if (place < 0 || place > own.highest() + FAR) {
            return Optional.of("lies outside the numbers of this connection");
        }
        return segment.has(Flag.ACK) && peer.iss().isEmpty()
                ? Optional.of("acknowledges an end whose SYN is not in the capture")
                : Optional.empty();
    }

    private void acknowledgment(Frame frame, Side own, Side peer) {
        Segment segment = frame.segment();
        long place = peer.place(segment.ack());
        OptionalLong fin = peer.fin();
        boolean pastFin = fin.isPresent() && peer.highest() == fin.getAsLong() + 1 && place > fin.getAsLong() + 1;
        if (pastFin && !segment.has(Flag.SYN)) {
            Rules.must("RFC9293-3.4-ACK-RECEIVED", "RFC 9293 3.4", "The segment acknowledges a number past the FIN.")
                    .ifPresent(b -> note(frame, b));
            return;
        }
        if (place < 0) {
            unjudged = Optional.of(
                    "Packet " + frame.number() + " acknowledges a number that lies before this connection.");
        } else if (place <= peer.reached()) {
            taken(frame, own, peer, place);
        } else if (complete) {
            Rules.must(
                            "RFC9293-3.4-ACK-RECEIVED",
                            "RFC 9293 3.4",
                            "The segment acknowledges what the other end never sent.")
                    .ifPresent(b -> note(frame, b));
        } else {
            unjudged = Optional.of("Packet " + frame.number() + " acknowledges octets that the capture does not hold"
                    + " before it: packets are missing, or the sender was wrong (--complete rules the first out).");
        }
    }

    private void taken(Frame frame, Side own, Side peer, long place) {
        Segment segment = frame.segment();
        Onward onward = own.onward();
        onward.acknowledged(place);
        boolean scaled = !segment.has(Flag.SYN)
                && own.scale().isPresent()
                && peer.scale().isPresent();
        int shift = scaled ? Math.min(14, own.scale().get().shift()) : 0;
        long edge = place + ((long) segment.window() << shift);
        long rounding = (1L << shift) - 1;
        boolean current = place == onward.ack() && !segment.has(Flag.SYN);
        if (current
                && onward.edgeBefore().isPresent()
                && edge + rounding < onward.edgeBefore().getAsLong()) {
            long back = onward.edgeBefore().getAsLong() - edge;
            Rules.advice("SHLD-14", "RFC 9293 3.8.6", "The window shrinks: its right edge moves back by " + back + ".")
                    .ifPresent(b -> note(frame, b));
        }
        onward.offered(edge);
    }

    /** A single octet may be a probe of a closed window. */
    private Optional<Rules.Broken> beyondWindow(Segment segment, Side own, Side peer) {
        OptionalLong edge = peer.onward().edge();
        if (!complete
                || edge.isEmpty()
                || segment.has(Flag.SYN)
                || segment.text().length() < 2) {
            return Optional.empty();
        }
        long end = own.place(segment.textStart()) + segment.text().length();
        boolean scaled = own.scale().isPresent() && peer.scale().isPresent();
        if (end <= edge.getAsLong()) {
            return Optional.empty();
        }
        String sentence = "The text goes past every window that was offered, by " + (end - edge.getAsLong()) + ".";
        return scaled
                ? Rules.must("RFC7323-2.4-FIRST-TX", "RFC 7323 2.4", sentence)
                : Rules.must("", "RFC 9293 3.4", sentence);
    }

    private void stamped(Frame frame, Side own, Side peer) {
        Segment segment = frame.segment();
        Optional<TcpOption.Timestamps> option = segment.option(TcpOption.Timestamps.class);
        if (option.isEmpty()) {
            return;
        }
        if (!segment.has(Flag.SYN)) {
            own.onward().stamped(SequenceNumber.of(option.get().value()));
        } else {
            own.onward().hasBegunAt(SequenceNumber.of(option.get().value()));
        }
        boolean echoes = complete
                && segment.has(Flag.ACK)
                && own.timestampsOffered()
                && peer.timestampsOffered()
                && !peer.onward().hasStamped(SequenceNumber.of(option.get().echoReply()));
        if (echoes) {
            Rules.must("RFC7323-4.3-TSRECENT-RULE3", "RFC 7323 4.3", "TSecr is no timestamp that the other end sent.")
                    .ifPresent(b -> note(frame, b));
        }
    }
}
