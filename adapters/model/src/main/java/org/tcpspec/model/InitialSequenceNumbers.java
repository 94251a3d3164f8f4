package org.tcpspec.model;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

    private final byte[] key = new byte[32];
    private final int wrapIn;
    private boolean clockSet;
    private int clockOffset;

    InitialSequenceNumbers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        random.nextBytes(key);
        clockOffset = random.nextInt();
        wrapIn = random.nextInt(3) == 0 ? 1 + random.nextInt(NEAR_THE_WRAP) : 0;
    }

    SequenceNumber choose(Endpoint local, Endpoint remote, long now) {
        int ticksAndHash = (int) (now / NANOS_PER_TICK) + hash(local, remote);
        if (!clockSet && wrapIn > 0) {
            clockOffset = -wrapIn - ticksAndHash;
        }
        clockSet = true;
        return new SequenceNumber(clockOffset + ticksAndHash);
    }

    private int hash(Endpoint local, Endpoint remote) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(key);
            for (Endpoint end : new Endpoint[] {local, remote}) {
                sha256.update(end.address().getAddress());
                sha256.update((byte) (end.port() >> 8));
                sha256.update((byte) end.port());
            }
            return ByteBuffer.wrap(sha256.digest()).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
