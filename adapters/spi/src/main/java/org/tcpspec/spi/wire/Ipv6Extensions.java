package org.tcpspec.spi.wire;

import java.util.OptionalInt;
import java.util.Set;

/** The extension headers between an IPv6 header and what it carries (RFC 8200 section 4). */
final class Ipv6Extensions {

    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    private static final int DESTINATION = 60;

    private Ipv6Extensions() {}

    /**
     * Walks over the extension headers to the TCP header. An atomic fragment, which is the whole packet, is no
     * obstacle (RFC 6946).
     *
     * @param octets at least a whole IPv6 header
     * @return where the TCP header begins; empty if there is none, with the defect that tells why
     */
    static OptionalInt walk(Bytes octets, Set<Defect> defects) {
        int next = octets.at(6);
        int at = IpVersion.IPV6.headerLength();
        while (next != SegmentCodec.PROTOCOL_TCP) {
            if (!isExtension(next)) {
                return none(Defect.NOT_TCP, defects);
            }
            if (at + 8 > octets.length()) {
                return none(Defect.IP_HEADER, defects);
            }
            if (next == FRAGMENT && isPart(octets, at)) {
                return none(Defect.FRAGMENT, defects);
            }
            int length = length(next, octets.at(at + 1));
            next = octets.at(at);
            at += length;
        }
        return at <= octets.length() ? OptionalInt.of(at) : none(Defect.IP_HEADER, defects);
    }

    private static boolean isExtension(int next) {
        return next == HOP_BY_HOP
                || next == ROUTING
                || next == FRAGMENT
                || next == AUTHENTICATION
                || next == DESTINATION;
    }

    private static int length(int header, int field) {
        return switch (header) {
            case FRAGMENT -> 8;
            case AUTHENTICATION -> (field + 2) * 4;
            default -> (field + 1) * 8;
        };
    }

    /** Offset or more-fragments flag set. */
    private static boolean isPart(Bytes octets, int at) {
        return ((octets.at(at + 2) << 8 | octets.at(at + 3)) & 0xfff9) != 0;
    }

    private static OptionalInt none(Defect defect, Set<Defect> defects) {
        defects.add(defect);
        return OptionalInt.empty();
    }
}
