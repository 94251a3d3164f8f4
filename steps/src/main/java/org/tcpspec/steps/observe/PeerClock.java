package org.tcpspec.steps.observe;

import java.util.Optional;
import org.tcpspec.spi.wire.SequenceNumber;

/**
 * The timestamp clock of a correct peer (RFC 7323 section 5.4): a tick a millisecond, and one for each segment, so that
 * no two of them are alike unless a scenario says so.
 */
final class PeerClock {

    private static final long NANOS_PER_TICK = 1_000_000;
    private static final int NEAR_THE_WRAP = 40;

    private final SequenceNumber base;
    private long began = -1;
    private long last;
    private int segments;

    private PeerClock(SequenceNumber base) {
        this.base = base;
    }

    static PeerClock at(SequenceNumber base) {
        return new PeerClock(base);
    }

    /** One in three begins just before the wrap; a number that was drawn decides. */
    static PeerClock drawnFrom(SequenceNumber drawn) {
        long mixed = drawn.unsigned() * 0x9e37_79b9_7f4a_7c15L >>> 17;
        return at(SequenceNumber.of(mixed % 3 == 0 ? -1 - mixed % NEAR_THE_WRAP : mixed));
    }

    /** The peer has sent a segment. */
    void sent(long nanos) {
        began = began < 0 ? nanos : began;
        last = nanos;
        segments++;
    }

    /** What the clock shows, or the next value after {@code used} if a scenario has let the peer run ahead of it. */
    SequenceNumber notBelow(Optional<SequenceNumber> used) {
        long ticks = began < 0 ? 0 : (last - began) / NANOS_PER_TICK;
        SequenceNumber shows = base.plus(ticks + segments);
        SequenceNumber next =
                used.map(u -> shows.isAfter(u) ? shows : u.plus(1)).orElse(shows);
        // Some TCPs take a zero for no timestamp: that, and a time one tick later, is for scenarios which name it.
        return next.unsigned() <= 1 ? SequenceNumber.of(2) : next;
    }
}
