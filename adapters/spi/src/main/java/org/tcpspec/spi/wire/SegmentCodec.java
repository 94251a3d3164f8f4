package org.tcpspec.spi.wire;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Segments to octets and back, over IPv4 (RFC 791) and IPv6 (RFC 8200). Building can be told to get things wrong;
 * reading takes any octets and never throws.
 */
public final class SegmentCodec {

    static final int PROTOCOL_TCP = 6;
    private static final int TCP_HEADER = 20;
    private static final int CHECKSUM_AT = 16;
    private static final int MAX_OPTIONS = 40;
    private static final int MAX_IP_LENGTH = 0xffff;

    private SegmentCodec() {}

    /** The IP packet that carries {@code segment}, everything right. */
    public static Bytes encode(Segment segment) {
        return encode(segment, Distortion.NONE);
    }

    /**
     * The IP packet that carries {@code segment}, with the mistakes that {@code distortion} asks for. Options are
     * padded with zero octets to a multiple of four.
     *
     * @throws IllegalArgumentException if the options take more than 40 octets, the packet more than its IP length field
     *     can tell, or the two addresses are of different versions
     */
    public static Bytes encode(Segment segment, Distortion distortion) {
        byte[] options = OptionCodec.encode(segment.options());
        if (options.length > MAX_OPTIONS) {
            throw new IllegalArgumentException("options of " + options.length + " octets do not fit a TCP header");
        }
        int whole = TCP_HEADER + options.length + segment.text().length();
        checkIp(segment, whole);
        int tcpLength = Math.min(whole, distortion.tcpLength().orElse(whole));
        ByteBuffer packet = IpVersion.of(segment.source().address()) == IpVersion.IPV4
                ? ipv4(segment, tcpLength, distortion)
                : ipv6(segment, tcpLength, distortion);
        int tcp = packet.position();
        packet.put(tcp(segment, options, distortion, whole), 0, tcpLength);
        if (tcpLength >= CHECKSUM_AT + 2) {
            int checksum = tcpChecksum(
                    packet.array(),
                    tcp,
                    tcpLength,
                    segment.source().address(),
                    segment.destination().address());
            packet.putShort(tcp + CHECKSUM_AT, (short) (checksum ^ distortion.checksumXor()));
        }
        return Bytes.of(packet.array()).plus(Bytes.pattern(1, 0, distortion.padding()));
    }

    /** The segment without its checksum. */
    private static byte[] tcp(Segment segment, byte[] options, Distortion distortion, int length) {
        ByteBuffer tcp = ByteBuffer.allocate(length);
        tcp.putShort((short) segment.source().port());
        tcp.putShort((short) segment.destination().port());
        tcp.putInt(segment.seq().value());
        tcp.putInt(segment.ack().value());
        int words = distortion.dataOffset().orElse((TCP_HEADER + options.length) / 4);
        tcp.put((byte) (words << 4 | segment.reserved()));
        tcp.put((byte) segment.flags().bits());
        tcp.putShort((short) segment.window());
        tcp.putShort((short) 0);
        tcp.putShort((short) segment.urgentPointer());
        tcp.put(options);
        tcp.put(segment.text().buffer());
        return tcp.array();
    }

    private static void checkIp(Segment segment, int tcpLength) {
        IpVersion version = IpVersion.of(segment.source().address());
        if (version != IpVersion.of(segment.destination().address())) {
            throw new IllegalArgumentException(
                    "no packet goes from " + segment.source() + " to " + segment.destination());
        }
        int counted = version == IpVersion.IPV4
                ? version.headerLength() + segment.ip().options().length() + tcpLength
                : tcpLength;
        if (counted > MAX_IP_LENGTH) {
            throw new IllegalArgumentException(
                    "a segment with " + segment.text().length() + " octets of text does not fit an IP packet");
        }
    }

    private static ByteBuffer ipv4(Segment segment, int tcpLength, Distortion distortion) {
        Ip ip = segment.ip();
        int header = 20 + ip.options().length();
        ByteBuffer packet = ByteBuffer.allocate(header + tcpLength);
        packet.put((byte) (0x40 | header / 4)).put((byte) ip.trafficClass());
        packet.putShort((short) distortion.ipLength().orElse(header + tcpLength));
        packet.putShort((short) ip.identification()).putShort((short) (ip.dontFragment() ? 0x4000 : 0));
        packet.put((byte) ip.timeToLive()).put((byte) PROTOCOL_TCP).putShort((short) 0);
        packet.put(segment.source().address().getAddress());
        packet.put(segment.destination().address().getAddress());
        packet.put(ip.options().buffer());
        int checksum = ~Checksum.fold(Checksum.sum(packet.array(), 0, header)) & 0xffff;
        packet.putShort(10, (short) (checksum ^ distortion.ipChecksumXor()));
        return packet;
    }

    private static ByteBuffer ipv6(Segment segment, int tcpLength, Distortion distortion) {
        Ip ip = segment.ip();
        ByteBuffer packet = ByteBuffer.allocate(40 + tcpLength);
        packet.putInt(6 << 28 | ip.trafficClass() << 20);
        packet.putShort((short) distortion.ipLength().orElse(tcpLength));
        packet.put((byte) PROTOCOL_TCP).put((byte) ip.timeToLive());
        packet.put(segment.source().address().getAddress());
        packet.put(segment.destination().address().getAddress());
        return packet;
    }

    /**
     * Reads an IP packet. What cannot be read is told by the defects; nothing is thrown.
     *
     * <p>IPv6 extension headers are stepped over, and the segment does not tell of them. A frame's padding behind the
     * packet is left out of the segment, and is an {@link Defect#IP_LENGTH}: give the packet without it
     * ({@link LinkType#ip}).
     */
    public static Packet decode(Bytes octets) {
        Set<Defect> defects = EnumSet.noneOf(Defect.class);
        Optional<Carried> carried = switch (octets.isEmpty() ? 0 : octets.at(0) >> 4) {
            case 4 -> fromIpv4(octets, defects);
            case 6 -> fromIpv6(octets, defects);
            default -> malformedIp(defects);
        };
        return new Packet(octets, carried.flatMap(c -> segment(c, defects)), defects);
    }

    /** The part of a packet above IP. */
    private record Carried(InetAddress source, InetAddress destination, Ip ip, Bytes tcp) {}

    private static Optional<Carried> malformedIp(Set<Defect> defects) {
        defects.add(Defect.IP_HEADER);
        return Optional.empty();
    }

    private static Optional<Carried> fromIpv4(Bytes octets, Set<Defect> defects) {
        int header = (octets.at(0) & 0xf) * 4;
        if (header < 20 || octets.length() < header) {
            return malformedIp(defects);
        }
        ByteBuffer b = octets.buffer();
        if (Checksum.fold(Checksum.sum(octets.toArray(), 0, header)) != 0xffff) {
            defects.add(Defect.IP_CHECKSUM);
        }
        int fragment = b.getShort(6) & 0xffff;
        if ((fragment & 0x3fff) != 0) {
            defects.add(Defect.FRAGMENT);
            return Optional.empty();
        }
        if (octets.at(9) != PROTOCOL_TCP) {
            defects.add(Defect.NOT_TCP);
            return Optional.empty();
        }
        Ip ip = new Ip(
                octets.at(8), octets.at(1), b.getShort(4) & 0xffff, (fragment & 0x4000) != 0, octets.slice(20, header));
        return carried(octets, header, (b.getShort(2) & 0xffff) - header, 12, 4, ip, defects);
    }

    private static Optional<Carried> fromIpv6(Bytes octets, Set<Defect> defects) {
        if (octets.length() < 40) {
            return malformedIp(defects);
        }
        OptionalInt tcp = Ipv6Extensions.walk(octets, defects);
        if (tcp.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer b = octets.buffer();
        Ip ip = new Ip(octets.at(7), b.getInt(0) >>> 20 & 0xff, 0, true, Bytes.EMPTY);
        int announced = (b.getShort(4) & 0xffff) - (tcp.getAsInt() - 40);
        return carried(octets, tcp.getAsInt(), announced, 8, 16, ip, defects);
    }

    private static Optional<Carried> carried(
            Bytes octets, int header, int announced, int addresses, int addressLength, Ip ip, Set<Defect> defects) {
        int there = octets.length() - header;
        if (announced != there) {
            defects.add(announced < there ? Defect.IP_LENGTH : Defect.CUT_SHORT);
        }
        // A frame may be padded (Ethernet wants 60 octets); one that is shorter than announced is read as it is.
        int length = Math.max(0, Math.min(announced, there));
        return Optional.of(new Carried(
                address(octets.slice(addresses, addresses + addressLength)),
                address(octets.slice(addresses + addressLength, addresses + 2 * addressLength)),
                ip,
                octets.slice(header, header + length)));
    }

    private static InetAddress address(Bytes octets) {
        try {
            // InetAddress would turn ::ffff:a.b.c.d into an IPv4 address, and the checksum would come out wrong.
            return octets.length() == 16
                    ? Inet6Address.getByAddress(null, octets.toArray(), -1)
                    : InetAddress.getByAddress(octets.toArray());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 octets are always an address", e);
        }
    }

    private static Optional<Segment> segment(Carried carried, Set<Defect> defects) {
        Bytes tcp = carried.tcp();
        if (tcp.length() < TCP_HEADER) {
            defects.add(Defect.TRUNCATED);
            return Optional.empty();
        }
        if (tcpChecksum(tcp.toArray(), 0, tcp.length(), carried.source(), carried.destination()) != 0) {
            defects.add(Defect.CHECKSUM);
        }
        int header = (tcp.at(12) >> 4) * 4;
        if (header < TCP_HEADER || header > tcp.length()) {
            defects.add(Defect.DATA_OFFSET);
            header = TCP_HEADER;
        }
        int reserved = tcp.at(12) & 0xf;
        if (reserved != 0) {
            defects.add(Defect.RESERVED_BITS);
        }
        ByteBuffer b = tcp.buffer();
        return Optional.of(new Segment(
                new Endpoint(carried.source(), b.getShort(0) & 0xffff),
                new Endpoint(carried.destination(), b.getShort(2) & 0xffff),
                new SequenceNumber(b.getInt(4)),
                new SequenceNumber(b.getInt(8)),
                new Flags(tcp.at(13)),
                b.getShort(14) & 0xffff,
                b.getShort(18) & 0xffff,
                OptionCodec.decode(tcp.slice(TCP_HEADER, header), defects),
                tcp.from(header),
                reserved,
                carried.ip()));
    }

    /** The checksum field that makes the segment right; 0 when the field already is. */
    private static int tcpChecksum(byte[] octets, int from, int length, InetAddress source, InetAddress destination) {
        long sum = Checksum.sum(octets, from, length);
        byte[] a = source.getAddress();
        byte[] b = destination.getAddress();
        sum += Checksum.sum(a, 0, a.length) + Checksum.sum(b, 0, b.length) + PROTOCOL_TCP + length;
        return ~Checksum.fold(sum) & 0xffff;
    }
}
