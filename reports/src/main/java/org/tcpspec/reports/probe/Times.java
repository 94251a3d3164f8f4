package org.tcpspec.reports.probe;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Durations as a maintainer would have written them. */
final class Times {
    private static final List<Duration> UNITS = List.of(
            Duration.ofHours(1),
            Duration.ofMinutes(10),
            Duration.ofMinutes(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofMillis(500),
            Duration.ofMillis(250),
            Duration.ofMillis(100),
            Duration.ofMillis(50),
            Duration.ofMillis(10),
            Duration.ofMillis(5),
            Duration.ofMillis(1));

    private Times() {}

    /** The roundest one from {@code least} to {@code most}. */
    static Duration roundest(Duration least, Duration most) {
        for (Duration unit : UNITS) {
            Duration multiple = unit.multipliedBy(most.toNanos() / unit.toNanos());
            if (!multiple.isZero() && multiple.compareTo(least) >= 0) {
                return multiple;
            }
        }
        return Duration.ofMillis(Math.max(1, most.toMillis()));
    }

    /** The roundest one within {@code slack}, or five percent if that is more. */
    static Duration near(Duration seen, Duration slack) {
        Duration part = seen.dividedBy(20);
        Duration by = part.compareTo(slack) > 0 ? part : slack;
        return roundest(less(seen, by), seen.plus(by));
    }

    /** Not below zero. */
    static Duration less(Duration from, Duration by) {
        Duration rest = from.minus(by);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    static Duration percent(Duration of, int percent) {
        return of.multipliedBy(percent).dividedBy(100);
    }

    static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** For people: {@code 0.214 s}, {@code 924.6 s}. */
    static String words(Duration duration) {
        double seconds = duration.toNanos() / 1e9;
        return String.format(Locale.ROOT, seconds < 100 ? "%.3f s" : "%.1f s", seconds);
    }
}
