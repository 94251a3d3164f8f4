package org.tcpspec.steps.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** Knows which of one connection's segments need no Then to ask for them (DESIGN 4, rule 2). */
public final class Explainer {

    private record Transmission(SequenceNumber from, SequenceNumber to, long nanos) {}

    private final Ixit ixit;
    private final List<Transmission> transmissions = new ArrayList<>();
    private Optional<SequenceNumber> readUpTo = Optional.empty();
    private Optional<Duration> keepAlive = Optional.empty();
    private boolean readsUnseen;
    private long heardAt;
    private long probedAt = Long.MIN_VALUE / 2;

    public Explainer(Ixit ixit) {
        this.ixit = ixit;
    }

    /**
     * The user took text out of the receive buffer.
     *
     * @param rcvNxt the IUT's RCV.NXT at that time: text that comes later needs a read of its own
     */
    public void userHasRead(SequenceNumber rcvNxt) {
        readUpTo = Optional.of(rcvNxt);
    }

    /**
     * The user takes out what comes by itself, and is seen to do so only later than the wire: as in real time, where it
     * is told of on another channel.
     */
    public void userReadsUnseen() {
        readsUnseen = true;
    }

    /**
     * Keep-alives are switched on, or off.
     *
     * @param interval how long the connection must have been idle before one (3.8.4); empty for off
     */
    public void keepAlive(Optional<Duration> interval) {
        keepAlive = interval;
    }

    /** A segment of the peer came. */
    public void heard(long nanos) {
        heardAt = nanos;
    }

    /**
     * Judges a segment of the IUT against the shadow as it was before it, and takes note of it.
     *
     * @return empty if only a Then can make it right
     */
    public Optional<Explanation> explain(Segment segment, long nanos, Shadow before) {
        Optional<Explanation> explanation = Optional.empty();
        // Of a connection that is no more nothing is sent again.
        boolean gone = before.state() == State.CLOSED || before.state() == State.LISTEN;
        if (gone) {
            explanation = Optional.empty();
        } else if (isKeepAlive(segment, before)) {
            explanation = isIdle(nanos) ? Optional.of(Explanation.KEEP_ALIVE) : Optional.empty();
        } else if (isPureAck(segment)) {
            explanation = explainAck(segment, nanos, before);
        } else if (segment.length() > 0 && !segment.has(Flag.RST)) {
            explanation = explainText(segment, nanos, before);
        }
        if (segment.length() > 0) {
            transmissions.add(new Transmission(segment.seq(), segment.end(), nanos));
        }
        return explanation;
    }

    /** An empty segment whose only control flag is ACK. */
    static boolean isPureAck(Segment segment) {
        return segment.length() == 0 && segment.flags().control().equals(Flags.of(Flag.ACK));
    }

    /** It has the form of a keep-alive: SEQ is SND.NXT-1, with no text or one octet of garbage; all is acknowledged. */
    private boolean isKeepAlive(Segment segment, Shadow before) {
        return keepAlive.isPresent()
                && before.state() != State.TIME_WAIT
                && before.sndWnd() > 0
                && before.sndUna().equals(before.sndNxt())
                && segment.flags().control().equals(Flags.of(Flag.ACK))
                && segment.text().length() <= 1
                && segment.seq().equals(before.sndNxt().minus(1))
                && segment.ack().equals(before.rcvNxt());
    }

    /** Nothing was heard for the interval (MUST-26). */
    private boolean isIdle(long nanos) {
        long interval = keepAlive.orElse(Duration.ZERO).minus(ixit.tick()).toNanos();
        return nanos - heardAt >= interval;
    }

    private Optional<Explanation> explainAck(Segment segment, long nanos, Shadow before) {
        if (before.irs().isEmpty()) {
            return Optional.empty();
        }
        boolean atSndNxt = segment.seq().equals(before.sndNxt());
        if (atSndNxt
                && segment.ack().isAfter(before.rcv().lastAck())
                && segment.ack().isAtMost(before.rcvNxt())) {
            return Optional.of(Explanation.NEW_ACKNOWLEDGMENT);
        }
        SequenceNumber edge = segment.ack().plus(before.scaling().iutWindow(segment));
        if (atSndNxt
                && isCoveredByARead(segment.ack(), before)
                && segment.ack().equals(before.rcv().lastAck())
                && edge.isAfter(before.rcv().rightEdge())) {
            return Optional.of(Explanation.WINDOW_UPDATE);
        }
        boolean probe =
                before.sndWnd() == 0 && segment.seq().equals(before.sndUna().minus(1)) && nanos - probedAt >= floor();
        probedAt = probe ? nanos : probedAt;
        return probe ? Optional.of(Explanation.ZERO_WINDOW_PROBE) : Optional.empty();
    }

    /** No text came after what was read; a FIN takes no room. */
    private boolean isCoveredByARead(SequenceNumber ack, Shadow before) {
        boolean finTaken = before.state() == State.CLOSE_WAIT
                || before.state() == State.CLOSING
                || before.state() == State.LAST_ACK;
        return readsUnseen
                || readUpTo.map(to -> finTaken ? to.plus(1) : to)
                        .filter(ack::isAtMost)
                        .isPresent();
    }

    private Optional<Explanation> explainText(Segment segment, long nanos, Shadow before) {
        if (before.iss().isEmpty()) {
            return Optional.empty();
        }
        boolean sentBefore = segment.seq().isAtLeast(before.iss().get())
                && segment.end().isAtMost(before.sndNxt())
                && hasFlagsOfFirstTime(segment, before);
        boolean unacknowledged = segment.end().isAfter(before.sndUna());
        // A stack may join segments when it resends; its timer ran for the oldest octet (RFC 6298 section 5).
        SequenceNumber oldest = SequenceNumber.max(segment.seq(), before.sndUna());
        if (sentBefore && unacknowledged && nanos - lastSent(oldest, oldest.plus(1)) >= floor()) {
            return Optional.of(Explanation.RETRANSMISSION);
        }
        boolean probe = before.sndWnd() == 0
                && isOneOctetOrFin(segment, before)
                && segment.seq().isAtLeast(before.sndUna())
                && segment.seq().isAtMost(before.sndNxt())
                && nanos - lastSent(segment.seq(), segment.end()) >= floor();
        return probe ? Optional.of(Explanation.ZERO_WINDOW_PROBE) : Optional.empty();
    }

    /** What probes a closed window: an octet, or the FIN if the user has called CLOSE. */
    private static boolean isOneOctetOrFin(Segment segment, Shadow before) {
        boolean closed = before.state() == State.FIN_WAIT_1
                || before.state() == State.CLOSING
                || before.state() == State.LAST_ACK;
        return segment.length() == 1 && !segment.has(Flag.SYN) && (closed || !segment.has(Flag.FIN));
    }

    /** A FIN or SYN repeated must stand where the first one stood. */
    private static boolean hasFlagsOfFirstTime(Segment segment, Shadow before) {
        boolean synRight = !segment.has(Flag.SYN)
                || before.iss().filter(segment.seq()::equals).isPresent();
        boolean finRight = !segment.has(Flag.FIN)
                || before.fin().filter(segment.end().minus(1)::equals).isPresent();
        return synRight && finRight;
    }

    /** A timer may fire a tick early; but where ticks are as long as RTO, an answer at once would pass for it. */
    private long floor() {
        Duration early = ixit.rtoMin().minus(ixit.tick());
        return Math.max(early.toNanos(), ixit.rtoMin().dividedBy(2).toNanos());
    }

    /** When any number from {@code from} to before {@code to} was last sent, or long ago. */
    private long lastSent(SequenceNumber from, SequenceNumber to) {
        return transmissions.stream()
                .filter(t -> t.from().isBefore(to) && t.to().isAfter(from))
                .mapToLong(Transmission::nanos)
                .max()
                .orElse(Long.MIN_VALUE / 2);
    }

    /** How often, and when, the number {@code at} was sent. */
    public List<Long> timesSent(SequenceNumber at) {
        return transmissions.stream()
                .filter(t -> t.from().isAtMost(at) && t.to().isAfter(at))
                .map(Transmission::nanos)
                .toList();
    }
}
