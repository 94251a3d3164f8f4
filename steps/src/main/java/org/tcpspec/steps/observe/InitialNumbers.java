package org.tcpspec.steps.observe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.tcpspec.spi.wire.SequenceNumber;

/**
 * What a list of initial sequence numbers shows of the way in which they were chosen (RFC 9293 section 3.4.1, RFC 6528
 * section 3): ISN = M + F(ends, key), M a clock and F a pseudorandom function.
 */
public final class InitialNumbers {

    /** Ticks of a clock of four microseconds in a second: the text says about, so that a twentieth is granted. */
    private static final double LEAST_PER_NANO = 0.95 * 250_000 / 1e9;

    private static final double CIRCLE = 1L << 32;

    /**
     * How often numbers that are independent and uniform are taken for related. A run looks at fewer than ten lists, so
     * that it errs once in a hundred million.
     */
    static final double ERROR = 1e-9;

    /**
     * One number and when it was chosen.
     *
     * @param earliest in nanoseconds: not before what drew it was captured
     * @param latest not after the segment that carries it was captured
     */
    public record Sample(SequenceNumber iss, long earliest, long latest) {}

    private InitialNumbers() {}

    /**
     * Why {@code samples}, all of one 4-tuple and less than 2^31 ticks apart, are not driven by a clock that ticks every
     * four microseconds at least (MUST-8).
     *
     * @return the index of the first number that lies too low; empty if there is none
     */
    public static OptionalLong tooSlow(List<Sample> samples) {
        return IntStream.range(1, samples.size())
                .filter(i -> growth(samples, i) < LEAST_PER_NANO * least(samples, i) || growth(samples, i) > CIRCLE / 2)
                .mapToLong(i -> i)
                .findFirst();
    }

    private static double growth(List<Sample> samples, int i) {
        return samples.get(i).iss().minus(samples.get(i - 1).iss()) & 0xffff_ffffL;
    }

    private static double least(List<Sample> samples, int i) {
        return Math.max(0, samples.get(i).earliest() - samples.get(i - 1).latest());
    }

    /**
     * Whether {@code samples}, all of one 4-tuple, grow as one clock does: there is a rate at which each may have grown
     * in the time that it had.
     *
     * @param tick the coarseness of the clock, in nanoseconds
     */
    public static boolean isOneClock(List<Sample> samples, long tick) {
        double slowest = 0;
        double fastest = Double.MAX_VALUE;
        for (int i = 1; i < samples.size(); i++) {
            double most = samples.get(i).latest() - samples.get(i - 1).earliest() + tick;
            double least = Math.max(1, least(samples, i) - tick);
            slowest = Math.max(slowest, (growth(samples, i) - 1) / most);
            fastest = Math.min(fastest, (growth(samples, i) + 1) / least);
        }
        return slowest <= fastest * 1.01;
    }

    /**
     * What relates numbers of different 4-tuples, listed in the order of the ends, though they should have nothing to do
     * with each other. Two things are looked at: the numbers, and the steps from each to the next, which uncover a
     * counter that advances with every connection and a function that is linear in the ends. Modulo 2^32 both are
     * independent and uniform if F is any good, whatever the clock adds. n such points lie within one arc of the
     * fraction f of the circle with probability n * f^(n-1): f is chosen for this to be {@link #ERROR}.
     *
     * @param samples at least four
     * @return empty if nothing does
     */
    public static Optional<String> relation(List<Sample> samples) {
        double[] numbers =
                samples.stream().mapToDouble(s -> s.iss().unsigned() / CIRCLE).toArray();
        double[] steps = IntStream.range(1, numbers.length)
                .mapToDouble(i -> (numbers[i] - numbers[i - 1] + 1) % 1)
                .toArray();
        if (isCrowded(numbers)) {
            return Optional.of("The initial sequence numbers of different connections lie close together.");
        }
        return isCrowded(steps)
                ? Optional.of(
                        "From each connection to the next the initial sequence number advances by about the same.")
                : Optional.empty();
    }

    private static boolean isCrowded(double[] points) {
        double[] sorted = points.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double widest = sorted[0] + 1 - sorted[n - 1];
        for (int i = 1; i < n; i++) {
            widest = Math.max(widest, sorted[i] - sorted[i - 1]);
        }
        return 1 - widest < Math.pow(ERROR / n, 1.0 / (n - 1));
    }
}
