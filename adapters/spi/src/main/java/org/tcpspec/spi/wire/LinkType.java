package org.tcpspec.spi.wire;

import java.util.Optional;

/** Link types of capture files, by their numbers in the tcpdump.org registry, and the way to the IP packet inside. */
public final class LinkType {

    /** BSD loopback: four octets of address family, in the order of the host that captured. */
    public static final int NULL = 0;

    public static final int ETHERNET = 1;
    /** No link layer: IPv4 or IPv6, told apart by the version in the first octet. */
    public static final int RAW = 101;
    /** OpenBSD loopback: as {@link #NULL}, always in network order. */
    public static final int LOOP = 108;

    public static final int LINUX_SLL = 113;
    public static final int IPV4 = 228;
    public static final int IPV6 = 229;
    public static final int LINUX_SLL2 = 276;

    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int ETHERTYPE_IPV6 = 0x86dd;
    private static final int LEAST_FRAME = 60;

    private LinkType() {}

    /**
     * The IP packet in a captured frame. VLAN tags are passed over, and the octets that only fill an Ethernet frame up
     * to its least size of 60 are left out; whatever else follows the packet stays, so that a wrong length is seen.
     *
     * @return empty if the frame holds no IP, is cut before it, or {@code linkType} is not one of these
     */
    public static Optional<Bytes> ip(int linkType, Bytes frame) {
        return switch (linkType) {
            case RAW, IPV4, IPV6 -> Optional.of(frame);
            case ETHERNET -> ethernet(frame);
            case LINUX_SLL -> afterEthertype(frame, 14, 16);
            case LINUX_SLL2 -> afterEthertype(frame, 0, 20);
            case NULL, LOOP -> frame.length() > 4 && isIpFamily(frame) ? Optional.of(frame.from(4)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Bytes> ethernet(Bytes frame) {
        int type = 12;
        while (frame.length() >= type + 4 && isVlanTag(word(frame, type))) {
            type += 4;
        }
        Optional<Bytes> packet = afterEthertype(frame, type, type + 2);
        return frame.length() == LEAST_FRAME ? packet.map(LinkType::withoutPadding) : packet;
    }

    private static boolean isVlanTag(int ethertype) {
        return ethertype == 0x8100 || ethertype == 0x88a8;
    }

    private static Optional<Bytes> afterEthertype(Bytes frame, int ethertype, int header) {
        if (frame.length() <= header) {
            return Optional.empty();
        }
        int type = word(frame, ethertype);
        return type == ETHERTYPE_IPV4 || type == ETHERTYPE_IPV6 ? Optional.of(frame.from(header)) : Optional.empty();
    }

    private static Bytes withoutPadding(Bytes packet) {
        boolean ipv6 = packet.at(0) >> 4 == 6;
        int length = ipv6 ? IpVersion.IPV6.headerLength() + word(packet, 4) : word(packet, 2);
        int least = (ipv6 ? IpVersion.IPV6 : IpVersion.IPV4).headerLength();
        return length >= least && length < packet.length() ? packet.slice(0, length) : packet;
    }

    /** The family is in the order of a host that may not be this one; its value fits one octet at either end. */
    private static boolean isIpFamily(Bytes frame) {
        if (frame.at(1) != 0 || frame.at(2) != 0) {
            return false;
        }
        return switch (frame.at(0) | frame.at(3)) {
            // AF_INET; then AF_INET6 of Linux, NetBSD and OpenBSD, FreeBSD, Darwin
            case 2, 10, 24, 28, 30 -> true;
            default -> false;
        };
    }

    private static int word(Bytes octets, int at) {
        return octets.at(at) << 8 | octets.at(at + 1);
    }
}
