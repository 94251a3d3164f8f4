package org.tcpspec.model;

import java.util.SplittableRandom;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.SequenceNumber;

/**
 * Chooses ISS as RFC 6528 section 3 and RFC 9293 section 3.4.1 say: a clock that ticks every four microseconds, plus a
 * keyed hash of the connection's ends.
 *
 * <p>Key and start of the clock are drawn from a seed. For about one seed in three the clock is set so that the first
 * ISS lies just below 2^32, so that sequence numbers wrap within the first few thousand octets.
 */
class InitialSequenceNumbers {

    private static final long NANOS_PER_TICK = 4_000;
    private static final int NEAR_THE_WRAP = 3_000;

    private final KeyedHash hash;
    private final int wrapIn;
    private boolean clockSet;
    private int clockOffset;

    InitialSequenceNumbers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        hash = new KeyedHash(random);
        clockOffset = random.nextInt();
        wrapIn = random.nextInt(3) == 0 ? 1 + random.nextInt(NEAR_THE_WRAP) : 0;
    }

    SequenceNumber choose(Endpoint local, Endpoint remote, long now) {
        int ticksAndHash = (int) (now / NANOS_PER_TICK) + hash.of(local, remote);
        if (!clockSet && wrapIn > 0) {
            clockOffset = -wrapIn - ticksAndHash;
        }
        clockSet = true;
        return new SequenceNumber(clockOffset + ticksAndHash);
    }
}
