package org.tcpspec.spi.wire;

/** Fields of a header hold so many bits and no more. */
final class Range {

    private Range() {}

    /** @throws IllegalArgumentException unless {@code value} is 0 to {@code max} */
    static void check(String what, int value, int max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(what + " of " + value + " is not within 0 to " + max);
        }
    }
}
