package org.tcpspec.steps.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.TcpOption;

/**
 * The Timestamps option in one connection (RFC 7323 sections 3 to 5): what was agreed, the IUT's clock as the wire has
 * shown it, and TS.Recent of a correct IUT. Timestamps are numbers modulo 2^32, ordered as sequence numbers are (5.2).
 */
final class TimestampSide {

    /** A timestamp older than this proves nothing: a clock of 1 ms passes half of its range soon after (5.5). */
    private static final long OUTDATED = Duration.ofDays(24).toNanos();

    /**
     * A value that TS.Recent has had, or may have had.
     *
     * @param after the RCV.NXT of an IUT that has taken the segment which brought it
     * @param certain that segment moved RCV.NXT, so an ACK number shows whether it was taken
     */
    private record Held(SequenceNumber value, SequenceNumber after, boolean certain) {}

    private boolean peerOffered;
    private boolean iutOffered;
    private Optional<SequenceNumber> recent = Optional.empty();
    private long recentAt;
    private Optional<SequenceNumber> iutClock = Optional.empty();
    private long iutClockAt;
    private Optional<SequenceNumber> inherited = Optional.empty();
    private Optional<SequenceNumber> perhapsTaken = Optional.empty();
    private final List<Held> held = new ArrayList<>();

    /** Both SYNs carried the option: Snd.TS.OK. */
    boolean agreed() {
        return peerOffered && iutOffered;
    }

    /** A SYN of the peer carried the option. */
    boolean peerOffered() {
        return peerOffered;
    }

    /** A SYN of the IUT carried the option. */
    boolean iutOffered() {
        return iutOffered;
    }

    /** TS.Recent of a correct IUT, once there is one. */
    Optional<SequenceNumber> recent() {
        return recent;
    }

    /** TS.Recent where timestamps were agreed on and it is not outdated. */
    Optional<SequenceNumber> inForce(long nanos) {
        return agreed() && nanos - recentAt <= OUTDATED ? recent : Optional.empty();
    }

    /** TSval of the IUT's latest segment, once there is one. */
    Optional<SequenceNumber> iutClock() {
        return iutClock;
    }

    /** TS.Recent of the connection in TIME-WAIT whose place this one has taken. */
    Optional<SequenceNumber> inherited() {
        return inherited;
    }

    void inherit(TimestampSide former) {
        inherited = former.recent;
    }

    void forget() {
        peerOffered = false;
        iutOffered = false;
        recent = Optional.empty();
        iutClock = Optional.empty();
        perhapsTaken = Optional.empty();
        held.clear();
    }

    /** The peer's SYN is taken: its TSval initializes TS.Recent (5.2). */
    void peerSyn(Segment syn, long nanos) {
        option(syn).ifPresent(option -> {
            peerOffered = true;
            save(option, nanos);
            held.add(new Held(tsval(option), syn.end(), true));
        });
    }

    /** The IUT now shows an earlier time than before. After 24 days its clock may have passed half of its range. */
    boolean hasGoneBack(SequenceNumber clock, long nanos) {
        return nanos - iutClockAt <= OUTDATED
                && iutClock.filter(clock::isBefore).isPresent();
    }

    /** Takes note of a segment of the IUT that is no RST. */
    void sent(Segment segment, long nanos) {
        option(segment).ifPresent(option -> {
            iutOffered |= segment.has(Flag.SYN);
            iutClock = Optional.of(tsval(option));
            iutClockAt = nanos;
            SequenceNumber echo = SequenceNumber.of(option.echoReply());
            boolean known = held.stream().anyMatch(h -> h.value().equals(echo));
            while (known && !held.get(0).value().equals(echo)) {
                held.remove(0);
            }
        });
    }

    /**
     * The IUT does not look further at the segment: the option that was agreed on is missing (3.2), or it proves old
     * (5.3, R1). A RST is exempt.
     *
     * @param paws R1 is in use
     */
    boolean refuses(Segment segment, boolean paws, long nanos) {
        if (!agreed() || segment.has(Flag.RST)) {
            return false;
        }
        if (option(segment).isEmpty()) {
            // 3.2 lets it be taken all the same.
            perhapsTaken = Optional.of(segment.end());
        }
        boolean valid = paws && nanos - recentAt <= OUTDATED;
        return option(segment)
                .map(option ->
                        valid && recent.filter(r -> tsval(option).isBefore(r)).isPresent())
                .orElse(true);
    }

    /**
     * R3 of 5.3, for a segment that lies in the window.
     *
     * @param processed the later steps go on with the segment; if not, R3 comes before them, but a TCP may well take no
     *     timestamp from what it drops
     */
    void take(Segment segment, ReceiveSide rcv, boolean processed, long nanos) {
        // An ACK that was delayed may have left just before: then TS.Recent is already of the next segment.
        if (!agreed() || segment.has(Flag.RST) || segment.seq().isAfter(rcv.nxt())) {
            return;
        }
        option(segment).ifPresent(option -> {
            boolean due = segment.seq().isAtMost(rcv.lastAck());
            boolean isNew = perhapsTaken.filter(segment.end()::isAtMost).isEmpty();
            if (recent.filter(tsval(option)::equals).isEmpty()) {
                held.add(new Held(tsval(option), segment.end(), due && processed && isNew && segment.length() > 0));
            }
            if (due) {
                save(option, nanos);
            }
        });
    }

    /**
     * A segment that is not acceptable: rule 2 of 4.3 and appendix D take its timestamp before that is looked at, R2 and R3
     * of 5.3 do not.
     */
    void mayTake(Segment segment, ReceiveSide rcv) {
        if (agreed() && !segment.has(Flag.RST) && segment.seq().isAtMost(rcv.lastAck())) {
            option(segment).ifPresent(option -> held.add(new Held(tsval(option), segment.end(), false)));
        }
    }

    private void save(TcpOption.Timestamps option, long nanos) {
        recent = Optional.of(tsval(option));
        recentAt = nanos;
    }

    /**
     * The IUT may echo {@code echo} now: TS.Recent as it is, or as it was before segments of the peer that the IUT need
     * not have seen yet.
     */
    boolean mayEcho(SequenceNumber echo, SequenceNumber ack) {
        for (int i = held.size() - 1; i >= 0; i--) {
            Held h = held.get(i);
            if (h.value().equals(echo)) {
                return true;
            }
            if (h.certain() && ack.isAtLeast(h.after())) {
                return false;
            }
        }
        return held.isEmpty();
    }

    /**
     * RFC 6191 section 2, of a SYN in TIME-WAIT, for a TCP that uses timestamps where it is offered them.
     *
     * @param beyond its SEQ lies above the FIN of the old incarnation
     */
    boolean isOfNewIncarnation(Segment syn, boolean beyond) {
        if (option(syn).isEmpty()) {
            return beyond;
        }
        if (!agreed()) {
            return true;
        }
        SequenceNumber value = tsval(option(syn).get());
        return recent.filter(r -> value.isAfter(r) || value.equals(r) && beyond).isPresent();
    }

    private static Optional<TcpOption.Timestamps> option(Segment segment) {
        return segment.option(TcpOption.Timestamps.class);
    }

    private static SequenceNumber tsval(TcpOption.Timestamps option) {
        return SequenceNumber.of(option.value());
    }
}
