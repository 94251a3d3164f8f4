package org.tcpspec.steps.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.steps.observe.InitialNumbers.Sample;

class InitialNumbersTest {

    private static final long TICK = 4_000;
    private static final long APART = 100_000_000;
    private static final long JITTER = 500_000;

    /** Eight numbers a tenth of a second apart; the number is made from the time in nanoseconds. */
    private static List<Sample> overTime(LongUnaryOperator number) {
        return LongStream.range(0, 8)
                .map(i -> i * APART)
                .mapToObj(t -> new Sample(SequenceNumber.of(number.applyAsLong(t)), t - JITTER, t + JITTER))
                .toList();
    }

    private static List<Sample> over(int ends, LongUnaryOperator number) {
        return LongStream.range(0, ends)
                .mapToObj(i -> new Sample(SequenceNumber.of(number.applyAsLong(i)), i, i))
                .toList();
    }

    @Test
    void aClockOfFourMicrosecondsOrFasterPassesAlsoAcrossTheWrap() {
        for (long rate : List.of(TICK, 1000L, 64L)) {
            List<Sample> samples = overTime(t -> -1000 + t / rate);
            assertThat(InitialNumbers.tooSlow(samples)).isEmpty();
            assertThat(InitialNumbers.isOneClock(samples, 10_000_000)).isTrue();
        }
    }

    @Test
    void aConstantASlowClockAndOneThatGoesBackAreTooSlow() {
        assertThat(InitialNumbers.tooSlow(overTime(t -> 7))).hasValue(1);
        assertThat(InitialNumbers.tooSlow(overTime(t -> t / (2 * TICK)))).hasValue(1);
        assertThat(InitialNumbers.tooSlow(overTime(t -> -t / TICK))).hasValue(1);
    }

    @Test
    void randomNumbersAreNoClock() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1000; i++) {
            List<Sample> samples = overTime(t -> random.nextInt());
            assertThat(InitialNumbers.isOneClock(samples, 10_000_000)).isFalse();
        }
    }

    @Test
    void aClockWithAnythingAddedIsNotOneClock() {
        SplittableRandom random = new SplittableRandom(2);
        List<Sample> samples = overTime(t -> t / TICK + random.nextInt(1 << 20));
        assertThat(InitialNumbers.isOneClock(samples, 10_000_000)).isFalse();
    }

    @Test
    void independentNumbersAreUnrelated() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 10_000; i++) {
            assertThat(InitialNumbers.relation(over(20, n -> random.nextInt()))).isEmpty();
            assertThat(InitialNumbers.relation(over(6, n -> random.nextInt()))).isEmpty();
        }
    }

    @Test
    void aConstantACounterAndALinearFunctionAreRelated() {
        for (long step : List.of(0L, 1L, 64_000L, 128_000L, 0x1234_5678L, 0x8000_0001L)) {
            assertThat(InitialNumbers.relation(over(20, n -> 99 + n * step))).isPresent();
            assertThat(InitialNumbers.relation(over(6, n -> 99 + n * step))).isPresent();
        }
    }

    @Test
    void aCounterWithALittleNoiseIsStillOne() {
        SplittableRandom random = new SplittableRandom(4);
        assertThat(InitialNumbers.relation(over(20, n -> n * 0x2000_0000L + random.nextInt(1 << 26))))
                .isPresent();
    }
}
