package org.tcpspec.reports.read;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 250ms}, {@code 1s}, {@code 1.5s}, {@code 2m}, {@code 1h}. */
public final class Durations {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,6}))?\\s?(us|ms|s|m|min|h)");

    private Durations() {}

    /** Reads {@code text}; a bare {@code 0} needs no unit. Empty if it cannot be read. */
    public static Optional<Duration> read(String text) {
        if (text.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        long unit = nanosPerUnit(m.group(3));
        long whole = Math.multiplyExact(Long.parseLong(m.group(1)), unit);
        long part = m.group(2) == null ? 0 : Math.round(Double.parseDouble("0." + m.group(2)) * unit);
        return Optional.of(Duration.ofNanos(Math.addExact(whole, part)));
    }

    private static long nanosPerUnit(String unit) {
        return switch (unit) {
            case "us" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> 60_000_000_000L;
        };
    }

    /** The shortest form that reads back as {@code duration}, to the millisecond: {@code 2m}, {@code 1.5s}. */
    public static String write(Duration duration) {
        long ms = duration.toMillis();
        if (ms == 0) {
            return duration.isZero() ? "0" : duration.toNanos() / 1000 + "us";
        }
        if (ms % 3_600_000 == 0) {
            return ms / 3_600_000 + "h";
        }
        if (ms % 60_000 == 0) {
            return ms / 60_000 + "m";
        }
        if (ms % 1000 == 0) {
            return ms / 1000 + "s";
        }
        return ms < 1000 ? ms + "ms" : (ms / 1000.0) + "s";
    }
}
