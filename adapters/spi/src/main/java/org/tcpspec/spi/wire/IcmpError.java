package org.tcpspec.spi.wire;

import java.util.Arrays;
import java.util.Optional;

/**
 * What an ICMP message says of the packet that it quotes, with its type and code in either version (RFC 792, RFC 1122
 * section 3.2.2, RFC 4443). What exists in one version only has no type in the other.
 */
public enum IcmpError {
    NET_UNREACHABLE(3, 0, 1, 0),
    HOST_UNREACHABLE(3, 1, 1, 3),
    /** In ICMPv6 a parameter problem: the next header is not known. */
    PROTOCOL_UNREACHABLE(3, 2, 4, 1),
    PORT_UNREACHABLE(3, 3, 1, 4),
    /** Too big for the next link, whose MTU the message tells: ICMPv6 Packet Too Big. */
    FRAGMENTATION_NEEDED(3, 4, 2, 0),
    SOURCE_ROUTE_FAILED(3, 5, IcmpError.NONE, IcmpError.NONE),
    /** Only in IPv4, and withdrawn (RFC 6633). */
    SOURCE_QUENCH(4, 0, IcmpError.NONE, IcmpError.NONE),
    HOP_LIMIT_EXCEEDED(11, 0, 3, 0),
    REASSEMBLY_TIME_EXCEEDED(11, 1, 3, 1),
    PARAMETER_PROBLEM(12, 0, 4, 0),
    PROHIBITED(3, 13, 1, 1),
    /** Only in ICMPv6. */
    UNRECOGNIZED_OPTION(IcmpError.NONE, IcmpError.NONE, 4, 2);

    private static final int NONE = -1;

    private final int type4;
    private final int code4;
    private final int type6;
    private final int code6;

    IcmpError(int type4, int code4, int type6, int code6) {
        this.type4 = type4;
        this.code4 = code4;
        this.type6 = type6;
        this.code6 = code6;
    }

    public boolean exists(IpVersion ip) {
        return type(ip) != NONE;
    }

    /** The type octet; -1 if that version has none. */
    public int type(IpVersion ip) {
        return ip == IpVersion.IPV4 ? type4 : type6;
    }

    /** The code octet; -1 if that version has none. */
    public int code(IpVersion ip) {
        return ip == IpVersion.IPV4 ? code4 : code6;
    }

    /** Empty for a message that is none of these. */
    public static Optional<IcmpError> of(IpVersion ip, int type, int code) {
        return Arrays.stream(values())
                .filter(e -> e.type(ip) == type && e.code(ip) == code && type != NONE)
                .findFirst();
    }
}
