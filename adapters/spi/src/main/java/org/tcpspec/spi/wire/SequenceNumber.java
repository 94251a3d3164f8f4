package org.tcpspec.spi.wire;

/**
 * A point on the circle of 2^32 sequence numbers (RFC 9293 section 3.4).
 *
 * <p>All arithmetic wraps. Order is that of RFC 9293: {@code a} is before {@code b} if going forward from {@code a}
 * reaches {@code b} in at least one and fewer than 2^31 steps; of two numbers just 2^31 apart neither is before the
 * other. This order is not transitive around the whole circle, so the type deliberately does not implement
 * {@link Comparable}.
 *
 * @param value the 32 bits as they stand in the header
 */
public record SequenceNumber(int value) {

    public static final SequenceNumber ZERO = new SequenceNumber(0);

    /** The number whose low 32 bits are those of {@code value}. */
    public static SequenceNumber of(long value) {
        return new SequenceNumber((int) value);
    }

    /** Moves {@code octets} forward, or backward if negative, modulo 2^32. */
    public SequenceNumber plus(long octets) {
        return new SequenceNumber((int) (value + octets));
    }

    public SequenceNumber minus(long octets) {
        return plus(-octets);
    }

    /** How far this number lies ahead of {@code other}: -2^31 to 2^31 - 1, negative if it lies behind. */
    public int minus(SequenceNumber other) {
        return value - other.value;
    }

    public boolean isBefore(SequenceNumber other) {
        return other.minus(this) > 0;
    }

    public boolean isAfter(SequenceNumber other) {
        return other.isBefore(this);
    }

    public boolean isAtMost(SequenceNumber other) {
        return !isAfter(other);
    }

    public boolean isAtLeast(SequenceNumber other) {
        return !isBefore(other);
    }

    /** True if this number is one of the {@code size} numbers from {@code start} on. */
    public boolean isWithin(SequenceNumber start, long size) {
        return Integer.toUnsignedLong(value - start.value) < size;
    }

    /** The later of the two in sequence order. */
    public static SequenceNumber max(SequenceNumber a, SequenceNumber b) {
        return a.isBefore(b) ? b : a;
    }

    /** The value as an unsigned number, 0 to 2^32 - 1. */
    public long unsigned() {
        return Integer.toUnsignedLong(value);
    }

    @Override
    public String toString() {
        return Integer.toUnsignedString(value);
    }
}
