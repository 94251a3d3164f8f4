package org.tcpspec.spi.wire;

/**
 * The fields of the IP header that TCP cares about, besides the addresses.
 *
 * @param timeToLive TTL or hop limit, 0 to 255
 * @param trafficClass Diffserv and ECN octet, 0 to 255
 * @param identification IPv4 identification, 0 to 65535; unused in IPv6
 * @param dontFragment the IPv4 DF flag; in IPv6, which no router fragments, unused and read as true
 * @param options IPv4 options as they stand, a multiple of four octets, at most 40; unused in IPv6
 */
public record Ip(int timeToLive, int trafficClass, int identification, boolean dontFragment, Bytes options) {

    /** The codepoint of a transport that knows ECN (RFC 3168 section 5). */
    public static final int ECT_0 = 0b10;

    /** ECN-capable transport, the second codepoint. */
    public static final int ECT_1 = 1;

    /** The codepoint of a packet that met congestion. */
    public static final int CE = 0b11;

    /** What an ordinary host sends. */
    public static final Ip DEFAULT = new Ip(64, 0, 0, true, Bytes.EMPTY);

    public Ip {
        Range.check("time to live", timeToLive, 0xff);
        Range.check("traffic class", trafficClass, 0xff);
        Range.check("identification", identification, 0xffff);
        if (options.length() % 4 != 0 || options.length() > 40) {
            throw new IllegalArgumentException("IPv4 options of " + options.length() + " octets");
        }
    }

    /** The two bits of ECN: 0 says that the transport does not know it. */
    public int ecn() {
        return trafficClass & 0b11;
    }

    public Ip withEcn(int codepoint) {
        Range.check("ECN codepoint", codepoint, 0b11);
        return new Ip(timeToLive, trafficClass & ~0b11 | codepoint, identification, dontFragment, options);
    }
}
