package org.tcpspec.spi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceNumberTest {

    private static final long CIRCLE = 1L << 32;
    private static final long HALF = 1L << 31;

    /** Around every place where 32 bits turn over. */
    private static final long[] INTERESTING = {
        0, 1, 2, 535, 65_535, HALF - 2, HALF - 1, HALF, HALF + 1, HALF + 2, CIRCLE - 65_536, CIRCLE - 2, CIRCLE - 1
    };

    @Test
    void addsAndSubtractsModulo2To32() {
        for (long a : INTERESTING) {
            for (long b : INTERESTING) {
                assertThat(SequenceNumber.of(a).plus(b).unsigned()).isEqualTo((a + b) % CIRCLE);
                assertThat(SequenceNumber.of(a).minus(b).unsigned()).isEqualTo((a - b + CIRCLE) % CIRCLE);
                assertThat(SequenceNumber.of(a).minus(SequenceNumber.of(b)))
                        .isEqualTo((int) ((a - b + CIRCLE + HALF) % CIRCLE - HALF));
            }
        }
    }

    @Test
    void ordersByTheShorterWayForward() {
        for (long a : INTERESTING) {
            for (long b : INTERESTING) {
                SequenceNumber one = SequenceNumber.of(a);
                SequenceNumber other = SequenceNumber.of(b);
                long forward = (b - a + CIRCLE) % CIRCLE;
                assertThat(one.isBefore(other)).as("%s before %s", a, b).isEqualTo(forward > 0 && forward < HALF);
                assertThat(one.isAfter(other)).as("%s after %s", a, b).isEqualTo(forward > HALF);
                assertThat(one.isAtMost(other)).isEqualTo(!one.isAfter(other));
                assertThat(one.isAtLeast(other)).isEqualTo(!one.isBefore(other));
                assertThat(one.isBefore(other) && other.isBefore(one)).isFalse();
                assertThat(SequenceNumber.max(one, other)).isEqualTo(forward > 0 && forward < HALF ? other : one);
            }
        }
    }

    @Test
    void aWindowMayWrapAndMayBeEmptyOrTheWholeCircle() {
        for (long start : INTERESTING) {
            SequenceNumber first = SequenceNumber.of(start);
            assertThat(first.isWithin(first, 0)).isFalse();
            assertThat(first.isWithin(first, 1)).isTrue();
            assertThat(first.minus(1).isWithin(first, 65_535)).isFalse();
            assertThat(first.plus(65_534).isWithin(first, 65_535)).isTrue();
            assertThat(first.plus(65_535).isWithin(first, 65_535)).isFalse();
            assertThat(first.minus(1).isWithin(first, CIRCLE)).isTrue();
        }
    }

    @Test
    void isWrittenUnsigned() {
        assertThat(SequenceNumber.of(CIRCLE - 1)).hasToString("4294967295");
        assertThat(SequenceNumber.of(CIRCLE - 1).plus(1)).isEqualTo(SequenceNumber.ZERO);
    }
}
