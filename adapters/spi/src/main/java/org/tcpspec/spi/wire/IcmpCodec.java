package org.tcpspec.spi.wire;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** ICMP and ICMPv6 error messages to IP packets and back (RFC 792, RFC 4443). */
public final class IcmpCodec {

    private static final int PROTOCOL_ICMP = 1;
    private static final int PROTOCOL_ICMPV6 = 58;
    private static final int HEADER = 8;
    private static final int HOP_LIMIT = 64;
    private static final int PROTOCOL_FIELD_4 = 9;
    private static final int NEXT_HEADER_FIELD_6 = 6;

    private IcmpCodec() {}

    /** The IP packet that carries {@code message}, checksums right. */
    public static Bytes encode(IcmpMessage message) {
        IpVersion version = IpVersion.of(message.source());
        int header = version.headerLength();
        int length = HEADER + message.quoted().length();
        ByteBuffer packet = ByteBuffer.allocate(header + length);
        if (version == IpVersion.IPV4) {
            packet.put((byte) 0x45).put((byte) 0).putShort((short) (header + length));
            packet.putInt(0).put((byte) HOP_LIMIT).put((byte) PROTOCOL_ICMP).putShort((short) 0);
        } else {
            packet.putInt(6 << 28).putShort((short) length).put((byte) PROTOCOL_ICMPV6);
            packet.put((byte) HOP_LIMIT);
        }
        packet.put(message.source().getAddress()).put(message.destination().getAddress());
        if (version == IpVersion.IPV4) {
            packet.putShort(10, (short) ~Checksum.fold(Checksum.sum(packet.array(), 0, header)));
        }
        packet.put((byte) message.type()).put((byte) message.code()).putShort((short) 0);
        packet.putInt((int) message.rest()).put(message.quoted().buffer());
        packet.putShort(header + 2, (short) ~checksum(packet.array(), header, version));
        return Bytes.of(packet.array());
    }

    /** ICMPv6 covers the pseudo-header too (RFC 4443 section 2.3). */
    private static int checksum(byte[] packet, int header, IpVersion version) {
        int length = packet.length - header;
        long sum = Checksum.sum(packet, header, length);
        if (version == IpVersion.IPV6) {
            sum += Checksum.sum(packet, 8, 32) + PROTOCOL_ICMPV6 + length;
        }
        return Checksum.fold(sum);
    }

    /** Empty if {@code packet} is not a whole ICMP message with the right checksum. Never throws. */
    public static Optional<IcmpMessage> decode(Bytes packet) {
        if (packet.isEmpty()) {
            return Optional.empty();
        }
        return switch (packet.at(0) >> 4) {
            case 4 -> decode(packet, IpVersion.IPV4, (packet.at(0) & 0xf) * 4, PROTOCOL_FIELD_4, PROTOCOL_ICMP);
            case 6 -> decode(packet, IpVersion.IPV6, 40, NEXT_HEADER_FIELD_6, PROTOCOL_ICMPV6);
            default -> Optional.empty();
        };
    }

    private static Optional<IcmpMessage> decode(
            Bytes packet, IpVersion version, int header, int protocolField, int protocol) {
        if (header < version.headerLength()
                || packet.length() < header + HEADER
                || packet.at(protocolField) != protocol
                || checksum(packet.toArray(), header, version) != 0xffff) {
            return Optional.empty();
        }
        int addresses = version == IpVersion.IPV4 ? 12 : 8;
        int each = version == IpVersion.IPV4 ? 4 : 16;
        return Optional.of(new IcmpMessage(
                address(packet.slice(addresses, addresses + each)),
                address(packet.slice(addresses + each, addresses + 2 * each)),
                packet.at(header),
                packet.at(header + 1),
                packet.buffer().getInt(header + 4) & 0xffff_ffffL,
                packet.from(header + HEADER)));
    }

    /** The ends and the sequence number of a quoted segment, seen from the host that sent it. */
    public record Quoted(Endpoint source, Endpoint destination, SequenceNumber seq) {}

    /** Empty if what is quoted is too short, a later fragment, or not TCP. */
    public static Optional<Quoted> quoted(IcmpMessage message) {
        Bytes ip = message.quoted();
        if (ip.length() < IpVersion.IPV4.headerLength()) {
            return Optional.empty();
        }
        boolean four = ip.at(0) >> 4 == 4;
        int header = four ? (ip.at(0) & 0xf) * 4 : IpVersion.IPV6.headerLength();
        int protocol = ip.at(four ? PROTOCOL_FIELD_4 : NEXT_HEADER_FIELD_6);
        boolean laterFragment = four && (ip.buffer().getShort(6) & 0x1fff) != 0;
        if (ip.length() < header + HEADER
                || header < IpVersion.IPV4.headerLength()
                || protocol != SegmentCodec.PROTOCOL_TCP
                || laterFragment) {
            return Optional.empty();
        }
        int addresses = four ? 12 : 8;
        int each = four ? 4 : 16;
        ByteBuffer b = ip.buffer();
        return Optional.of(new Quoted(
                new Endpoint(address(ip.slice(addresses, addresses + each)), b.getShort(header) & 0xffff),
                new Endpoint(
                        address(ip.slice(addresses + each, addresses + 2 * each)), b.getShort(header + 2) & 0xffff),
                new SequenceNumber(b.getInt(header + 4))));
    }

    private static InetAddress address(Bytes octets) {
        try {
            return octets.length() == 16
                    ? Inet6Address.getByAddress(null, octets.toArray(), -1)
                    : InetAddress.getByAddress(octets.toArray());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 octets are always an address", e);
        }
    }
}
