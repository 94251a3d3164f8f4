package org.tcpspec.model;

import java.util.SplittableRandom;
import org.tcpspec.spi.wire.Endpoint;

/**
 * The timestamp clock of RFC 7323 section 5.4: one tick a millisecond, plus an offset that differs from connection to
 * connection and is the same for each incarnation of one, so that timestamps go on rising between them (RFC 6191).
 *
 * <p>For about one seed in three the first connection's clock stands just below 2^32, so that it wraps within seconds.
 */
class TimestampClock {

    private static final long NANOS_PER_TICK = 1_000_000;
    private static final int NEAR_THE_WRAP = 3_000;

    private final KeyedHash hash;
    private final int wrapIn;
    private boolean set;
    private int shift;

    TimestampClock(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        hash = new KeyedHash(random);
        wrapIn = random.nextInt(3) == 0 ? 1 + random.nextInt(NEAR_THE_WRAP) : 0;
    }

    /** Snd.TSoffset of a connection that opens at {@code now}. */
    int offset(Endpoint local, Endpoint remote, long now) {
        int offset = hash.of(local, remote);
        if (!set && wrapIn > 0) {
            shift = -wrapIn - offset - ticks(now);
        }
        set = true;
        return offset + shift;
    }

    /** my.TSclock. */
    int ticks(long now) {
        return (int) (now / NANOS_PER_TICK);
    }

    /** {@code ticks} in nanoseconds. */
    long nanos(int ticks) {
        return ticks * NANOS_PER_TICK;
    }
}
