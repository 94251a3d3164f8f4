package org.tcpspec.reports.capture;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.tcpspec.spi.wire.SequenceNumber;

/**
 * What an end has acknowledged, offered and stamped. Packets may pass each other before they are captured, so only what
 * stands beside a smaller ACK number is known to have been sent earlier.
 */
final class Onward {
    private long ack = -1;
    private final Set<SequenceNumber> stamps = new HashSet<>();
    private OptionalLong edgeBefore = OptionalLong.empty();
    private OptionalLong edgeNow = OptionalLong.empty();
    private Optional<SequenceNumber> clockBefore = Optional.empty();
    private Optional<SequenceNumber> clockNow = Optional.empty();

    /** The highest place of the other end's stream that it acknowledged; -1 before there is one. */
    long ack() {
        return ack;
    }

    /** Takes note of an acknowledgment: what stood beside smaller ones is of the past from now on. */
    void acknowledged(long place) {
        if (place > ack) {
            ack = place;
            edgeBefore = greatest(edgeBefore, edgeNow);
            clockBefore = latest(clockBefore, clockNow);
        }
    }

    void offered(long edge) {
        edgeNow = greatest(edgeNow, OptionalLong.of(edge));
    }

    void stamped(SequenceNumber clock) {
        stamps.add(clock);
        clockNow = latest(clockNow, Optional.of(clock));
    }

    /** A SYN may carry a made-up TSval (SYN cookies): it counts for its echo, and not for the clock. */
    void hasBegunAt(SequenceNumber clock) {
        stamps.add(clock);
    }

    /** It has sent that TSval. */
    boolean hasStamped(SequenceNumber clock) {
        return stamps.contains(clock);
    }

    /** The greatest right edge that was offered before the latest acknowledgment. */
    OptionalLong edgeBefore() {
        return edgeBefore;
    }

    /** The greatest right edge that was ever offered. */
    OptionalLong edge() {
        return edgeNow;
    }

    /** The latest TSval that was sent before the latest acknowledgment. */
    Optional<SequenceNumber> clockBefore() {
        return clockBefore;
    }

    private static OptionalLong greatest(OptionalLong a, OptionalLong b) {
        return a.isEmpty() ? b : b.isEmpty() ? a : OptionalLong.of(Math.max(a.getAsLong(), b.getAsLong()));
    }

    private static Optional<SequenceNumber> latest(Optional<SequenceNumber> a, Optional<SequenceNumber> b) {
        return a.isEmpty() ? b : b.isEmpty() ? a : Optional.of(SequenceNumber.max(a.get(), b.get()));
    }
}
