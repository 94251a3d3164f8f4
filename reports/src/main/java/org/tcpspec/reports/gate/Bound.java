package org.tcpspec.reports.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A limit: at least, or at most, a share or a number.
 *
 * @param least true for "at least"
 * @param limit the number, or the percentage from 0 to 100
 * @param percent the limit is a share of a whole
 */
public record Bound(boolean least, BigDecimal limit, boolean percent) {
    private static final Pattern FORM = Pattern.compile("(>=|<=)?\\s*(\\d{1,9}(?:\\.\\d{1,6})?)\\s*(%)?");

    /**
     * Reads {@code 100%}, {@code >= 80%}, {@code <= 2%}, {@code <= 3}.
     *
     * @param least what no sign means
     * @return empty if it cannot be read, or is a share of more than the whole
     */
    public static Optional<Bound> read(String text, boolean least) {
        Matcher m = FORM.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        Bound bound = new Bound(
                m.group(1) == null ? least : m.group(1).equals(">="), new BigDecimal(m.group(2)), m.group(3) != null);
        return bound.percent && bound.limit.compareTo(BigDecimal.valueOf(100)) > 0
                ? Optional.empty()
                : Optional.of(bound);
    }

    /** {@code part} of {@code whole} keeps to it. Exact: nothing is rounded. */
    public boolean holds(long part, long whole) {
        BigDecimal found = BigDecimal.valueOf(part);
        BigDecimal demanded = limit;
        if (percent) {
            found = found.multiply(BigDecimal.valueOf(100));
            demanded = limit.multiply(BigDecimal.valueOf(whole));
        }
        return least ? found.compareTo(demanded) >= 0 : found.compareTo(demanded) <= 0;
    }

    /** {@code part} of {@code whole} in the bound's own unit. A share is rounded away from its limit. */
    public String show(long part, long whole) {
        if (!percent) {
            return Long.toString(part);
        }
        return whole == 0
                ? "none"
                : BigDecimal.valueOf(100L * part)
                                .divide(BigDecimal.valueOf(whole), 2, least ? RoundingMode.DOWN : RoundingMode.UP)
                                .stripTrailingZeros()
                                .toPlainString()
                        + " %";
    }

    @Override
    public String toString() {
        return (least ? "at least " : "at most ") + limit.toPlainString() + (percent ? " %" : "");
    }
}
