package org.tcpspec.steps.words;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import org.tcpspec.spi.iut.Ixit;

/** A time as a scenario writes it: {@code 2 MSL}, {@code 1.5 MSL}, {@code R2}. */
public record TimeSpan(BigDecimal times, Unit unit) {

    /** What times are measured in. */
    public enum Unit {
        MSL,
        /** The initial RTO. */
        RTO,
        /** How long data is retransmitted before the connection is given up. */
        R2,
        /** The same for SYN and SYN,ACK. */
        SYN_R2,
        /** These only where an RFC itself names such a time (MUST-23, RFC 7323 section 5.5), or an operator's setting is one. */
        SECONDS,
        MINUTES,
        HOURS,
        DAYS;

        Duration of(Ixit ixit) {
            return switch (this) {
                case MSL -> ixit.msl();
                case RTO -> ixit.rtoInitial();
                case R2 -> ixit.r2();
                case SYN_R2 -> ixit.synR2();
                case SECONDS -> Duration.ofSeconds(1);
                case MINUTES -> Duration.ofMinutes(1);
                case HOURS -> Duration.ofHours(1);
                case DAYS -> Duration.ofDays(1);
            };
        }
    }

    static final String REGEXP = "(\\d+(?:\\.\\d+)? )?(MSL|RTO|R2|SYN R2|seconds?|minutes|hours|days)";

    static TimeSpan parse(String number, String unit) {
        return new TimeSpan(
                number == null ? BigDecimal.ONE : new BigDecimal(number.strip()),
                unit.equals("second")
                        ? Unit.SECONDS
                        : Unit.valueOf(unit.replace(' ', '_').toUpperCase(Locale.ROOT)));
    }

    public Duration in(Ixit ixit) {
        return Duration.ofNanos(
                times.multiply(BigDecimal.valueOf(unit.of(ixit).toNanos())).longValue());
    }
}
