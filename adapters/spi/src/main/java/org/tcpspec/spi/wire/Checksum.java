package org.tcpspec.spi.wire;

/** The Internet checksum (RFC 1071). */
public final class Checksum {

    private Checksum() {}

    /** The sum of the 16-bit words of {@code octets}, the last one padded with a zero octet if it is odd. */
    public static long sum(byte[] octets, int from, int length) {
        long sum = 0;
        int end = from + length;
        for (int i = from; i + 1 < end; i += 2) {
            sum += (octets[i] & 0xff) << 8 | octets[i + 1] & 0xff;
        }
        return length % 2 == 0 ? sum : sum + ((octets[end - 1] & 0xff) << 8);
    }

    /** Carries the overflow back in until 16 bits are left. */
    public static int fold(long sum) {
        while (sum >> 16 != 0) {
            sum = (sum & 0xffff) + (sum >> 16);
        }
        return (int) sum;
    }
}
