package org.tcpspec.spi.wire;

import java.net.Inet4Address;
import java.net.InetAddress;

/** The Internet protocol below TCP. */
public enum IpVersion {
    IPV4(20, 536),
    IPV6(40, 1220);

    private final int headerLength;
    private final int defaultMss;

    IpVersion(int headerLength, int defaultMss) {
        this.headerLength = headerLength;
        this.defaultMss = defaultMss;
    }

    public static IpVersion of(InetAddress address) {
        return address instanceof Inet4Address ? IPV4 : IPV6;
    }

    /** The length of a header without options, in octets. */
    public int headerLength() {
        return headerLength;
    }

    /** The send MSS to assume when the peer's SYN carries no MSS option (MUST-15). */
    public int defaultMss() {
        return defaultMss;
    }
}
