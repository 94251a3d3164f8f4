package org.tcpspec.steps.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Observed.Direction;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;

/**
 * RTO of one connection and its timer, as RFC 6298 makes them of what the wire has shown. Without timestamps: of a round
 * trip counts what was sent only once (Karn's rule). Times are nanoseconds of the capture.
 *
 * <p>Where several segments are in flight a TCP may time any of them. A scenario that asks for RTO therefore lets one
 * segment fly at a time, or all of them take equally long.
 */
public final class RtoClock {

    private static final int K = 4;
    /** The least that RTO may be capped at (section 2.5). */
    private static final long MAX = Duration.ofSeconds(60).toNanos();

    private static final long AFTER_SYN_TIMEOUT = Duration.ofSeconds(3).toNanos();

    /** Numbers that are not yet acknowledged. */
    private record Sent(SequenceNumber from, SequenceNumber to, long at, boolean again) {
        boolean meets(Segment segment) {
            return from.isBefore(segment.end()) && to.isAfter(segment.seq());
        }
    }

    private final Ixit ixit;
    private final long slack;
    private List<Sent> flight = new ArrayList<>();
    private SequenceNumber una = SequenceNumber.ZERO;
    private SequenceNumber nxt = SequenceNumber.ZERO;
    private boolean begun;
    private boolean sampled;
    private boolean handshaking = true;
    private boolean synTimedOut;
    private long srtt;
    private long rttvar;
    private long rto;
    private long started;

    /** The clock of a connection that has sent nothing yet. */
    public RtoClock(Ixit ixit) {
        this.ixit = ixit;
        this.slack = slack(ixit);
        this.rto = ixit.rtoInitial().toNanos();
    }

    /** Two ticks: one for the start of the timer, one for its end. */
    public static long slack(Ixit ixit) {
        return ixit.tick().multipliedBy(2).toNanos();
    }

    /** The clock of {@code c} after all packets of {@code record} that came before the one with number {@code before}. */
    public static RtoClock of(List<Observed> record, Conversation c, Ixit ixit, long before) {
        RtoClock clock = new RtoClock(ixit);
        record.stream()
                .filter(Observed.Frame.class::isInstance)
                .map(Observed.Frame.class::cast)
                .filter(f -> f.number() < before)
                .forEach(f -> f.packet().segment().filter(c.ends()::matches).ifPresent(s -> clock.take(f, s)));
        return clock;
    }

    private void take(Observed.Frame frame, Segment segment) {
        if (frame.direction() == Direction.FROM_IUT) {
            sent(segment, frame.nanos());
        } else if (segment.has(Flag.ACK)) {
            acknowledged(segment.ack(), frame.nanos());
        }
    }

    /** RTO as it stands, in nanoseconds. */
    public long rto() {
        return rto;
    }

    /** When the timer runs out. */
    public long due() {
        return started + rto;
    }

    /** The IUT sends. */
    public void sent(Segment segment, long nanos) {
        if (segment.length() == 0 || segment.has(Flag.RST)) {
            return;
        }
        if (!begun) {
            begun = true;
            una = segment.seq();
            nxt = segment.seq();
        }
        if (segment.seq().isBefore(nxt)) {
            sentAgain(segment, nanos);
        }
        if (segment.end().isAfter(nxt)) {
            started = flight.isEmpty() ? nanos : started;
            flight.add(new Sent(SequenceNumber.max(nxt, segment.seq()), segment.end(), nanos, false));
            nxt = segment.end();
        }
    }

    private void sentAgain(Segment segment, long nanos) {
        boolean expired = segment.seq().isAtMost(una) && segment.end().isAfter(una) && nanos >= due() - slack;
        if (expired) {
            // Sections 5.5 and 5.6.
            rto = Math.max(rto, Math.min(2 * rto, MAX));
            started = nanos;
            synTimedOut |= handshaking;
        }
        flight.replaceAll(s -> s.meets(segment) ? new Sent(s.from(), s.to(), s.at(), true) : s);
    }

    /** The peer acknowledges. */
    public void acknowledged(SequenceNumber ack, long nanos) {
        if (!begun || !ack.isAfter(una) || ack.isAfter(nxt)) {
            return;
        }
        una = ack;
        List<Sent> left = new ArrayList<>();
        long newest = Long.MIN_VALUE;
        boolean ambiguous = false;
        for (Sent s : flight) {
            boolean touched = s.from().isBefore(ack);
            ambiguous |= touched && s.again();
            if (s.to().isAfter(ack)) {
                left.add(touched ? new Sent(ack, s.to(), s.at(), s.again()) : s);
            } else {
                newest = Math.max(newest, s.at());
            }
        }
        flight = left;
        if (newest != Long.MIN_VALUE && !ambiguous) {
            sample(nanos - newest);
        }
        if (handshaking && synTimedOut && ixit.rtoInitial().toNanos() < AFTER_SYN_TIMEOUT) {
            // Section 5.7.
            rto = AFTER_SYN_TIMEOUT;
        }
        handshaking = false;
        // Section 5.3; with nothing left the next segment starts it anew.
        started = nanos;
    }

    /** Sections 2.2 to 2.5: RTTVAR before SRTT. */
    private void sample(long r) {
        rttvar = sampled ? rttvar + (Math.abs(srtt - r) - rttvar) / 4 : r / 2;
        srtt = sampled ? srtt + (r - srtt) / 8 : r;
        sampled = true;
        long computed = srtt + Math.max(ixit.tick().toNanos(), K * rttvar);
        rto = Math.min(Math.max(computed, ixit.rtoMin().toNanos()), MAX);
    }
}
