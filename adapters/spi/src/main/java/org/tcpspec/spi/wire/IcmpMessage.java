package org.tcpspec.spi.wire;

import java.net.InetAddress;

/**
 * An ICMP or ICMPv6 error message.
 *
 * @param source who reports: a router on the way, or the other host
 * @param destination who sent the quoted packet
 * @param type the type octet, 0 to 255
 * @param code the code octet, 0 to 255
 * @param rest the four octets after the checksum, unsigned: the next hop's MTU, a pointer, or 0
 * @param quoted the beginning of the packet that drew it, from its IP header on
 */
public record IcmpMessage(InetAddress source, InetAddress destination, int type, int code, long rest, Bytes quoted) {

    /** Header and eight octets behind it: what IPv4 promises (RFC 792). */
    private static final int QUOTED_4 = 8;
    /** As much as fits the least MTU (RFC 4443 section 2.4). */
    private static final int QUOTED_6 = 1280 - 40 - 8;

    public IcmpMessage {
        Range.check("ICMP type", type, 0xff);
        Range.check("ICMP code", code, 0xff);
        if (rest < 0 || rest > 0xffff_ffffL) {
            throw new IllegalArgumentException("four octets do not hold " + rest);
        }
    }

    /**
     * The message with which {@code source} tells the sender of {@code segment} of {@code error}. IPv4 quotes the IP
     * header and eight octets, IPv6 what fits.
     *
     * @throws IllegalArgumentException if the segment's IP version has no such error
     */
    public static IcmpMessage about(Segment segment, InetAddress source, IcmpError error) {
        IpVersion ip = IpVersion.of(source);
        if (!error.exists(ip)) {
            throw new IllegalArgumentException(ip + " has no " + error);
        }
        Bytes packet = SegmentCodec.encode(segment);
        int most = ip == IpVersion.IPV4
                ? ip.headerLength() + segment.ip().options().length() + QUOTED_4
                : QUOTED_6;
        return new IcmpMessage(
                source,
                segment.source().address(),
                error.type(ip),
                error.code(ip),
                0,
                packet.slice(0, Math.min(most, packet.length())));
    }

    /** With the MTU of the next hop, in octets: a field of 16 bits in IPv4 (RFC 1191), of 32 in IPv6. */
    public IcmpMessage withMtu(int octets) {
        return new IcmpMessage(source, destination, type, code, octets, quoted);
    }

    public IcmpMessage withQuoted(Bytes quoted) {
        return new IcmpMessage(source, destination, type, code, rest, quoted);
    }
}
