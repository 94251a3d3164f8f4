package org.tcpspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.wire.Endpoint;

/** RFC 6528 section 3: what the wire cannot show of the function F. */
class KeyedHashTest {

    private Endpoint local;
    private Endpoint remote;

    @BeforeEach
    void ends() throws UnknownHostException {
        local = new Endpoint(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1}), 1024);
        remote = new Endpoint(InetAddress.getByAddress(new byte[] {10, 0, 0, 1}), 40_000);
    }

    private static KeyedHash seeded(long seed) {
        return new KeyedHash(new SplittableRandom(seed));
    }

    @Test
    void theSameEndsUnderTheSameKeyHashToTheSame() {
        assertThat(seeded(1).of(local, remote)).isEqualTo(seeded(1).of(local, remote));
        assertThat(seeded(1).of(local, remote)).isNotEqualTo(seeded(1).of(remote, local));
    }

    @Test
    void theSameEndsUnderAnotherKeyHashToSomethingElse() {
        long distinct = IntStream.range(0, 1_000)
                .map(seed -> seeded(seed).of(local, remote))
                .distinct()
                .count();
        assertThat(distinct).isGreaterThan(990);
    }

    @Test
    void theKeyHasAtLeast128Bits() {
        assertThat(KeyedHash.KEY_OCTETS * 8).isGreaterThanOrEqualTo(128);
    }

    @Test
    void eachHostHasItsOwnKey() {
        long first = new InitialSequenceNumbers(1).choose(local, remote, 0).value();
        long second = new InitialSequenceNumbers(2).choose(local, remote, 0).value();
        assertThat(second).isNotEqualTo(first);
    }
}
