package org.tcpspec.pcap;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Ethernet II frames by hand: fourteen octets before the payload, and padding behind it. */
final class Ethernet {

    static final int HEADER = 14;
    static final int TYPE_IPV4 = 0x0800;
    static final int TYPE_ARP = 0x0806;
    static final int TYPE_IPV6 = 0x86dd;

    /** The least frame without its check sequence; a shorter one is padded by some drivers (IEEE 802.3). */
    static final int MINIMUM = 60;

    private Ethernet() {}

    /** A hardware address: six octets. */
    record Mac(long value) {
        static final Mac BROADCAST = new Mac(0xffff_ffff_ffffL);

        static Mac at(byte[] octets, int from) {
            long value = 0;
            for (int i = 0; i < 6; i++) {
                value = value << 8 | octets[from + i] & 0xff;
            }
            return new Mac(value);
        }

        byte[] octets() {
            byte[] octets = new byte[6];
            for (int i = 0; i < 6; i++) {
                octets[i] = (byte) (value >>> 40 - 8 * i);
            }
            return octets;
        }

        @Override
        public String toString() {
            return HexFormat.ofDelimiter(":").formatHex(octets());
        }
    }

    /** A frame as it is sent: not padded. */
    static byte[] frame(Mac destination, Mac source, int type, byte[] payload) {
        byte[] frame = new byte[HEADER + payload.length];
        System.arraycopy(destination.octets(), 0, frame, 0, 6);
        System.arraycopy(source.octets(), 0, frame, 6, 6);
        frame[12] = (byte) (type >> 8);
        frame[13] = (byte) type;
        System.arraycopy(payload, 0, frame, HEADER, payload.length);
        return frame;
    }

    /**
     * Where a packet goes that is meant for more than one host (RFC 1112 section 6.4, RFC 2464 section 7). A directed
     * broadcast is sent to one host: only who knows the net's mask can tell it.
     */
    static Optional<Mac> group(InetAddress destination) {
        byte[] a = destination.getAddress();
        if (destination.isMulticastAddress()) {
            return Optional.of(
                    a.length == 4
                            ? new Mac(0x0100_5e00_0000L | ByteBuffer.wrap(a).getInt() & 0x7f_ffffL)
                            : new Mac(0x3333_0000_0000L | ByteBuffer.wrap(a).getInt(12) & 0xffff_ffffL));
        }
        boolean everybody = a.length == 4 && ByteBuffer.wrap(a).getInt() == -1;
        return everybody ? Optional.of(Mac.BROADCAST) : Optional.empty();
    }

    static Mac destination(byte[] frame) {
        return Mac.at(frame, 0);
    }

    static Mac source(byte[] frame) {
        return Mac.at(frame, 6);
    }

    static int type(byte[] frame) {
        return (frame[12] & 0xff) << 8 | frame[13] & 0xff;
    }

    static byte[] payload(byte[] frame) {
        return Arrays.copyOfRange(frame, HEADER, frame.length);
    }

    /**
     * The IP packet in a frame, without Ethernet's padding. Only a frame of exactly the minimum length can have been
     * padded; in any other a length that disagrees with the octets is the packet's own defect and is left in.
     *
     * @return empty if the frame carries no IP
     */
    static Optional<byte[]> ipPacket(byte[] frame) {
        if (frame.length <= HEADER || type(frame) != TYPE_IPV4 && type(frame) != TYPE_IPV6) {
            return Optional.empty();
        }
        int there = frame.length - HEADER;
        int announced = there;
        if (frame.length == MINIMUM) {
            // In IPv6 the length field does not count the header of 40 octets (RFC 8200 section 3).
            announced = type(frame) == TYPE_IPV4 ? unsigned(frame, HEADER + 2) : 40 + unsigned(frame, HEADER + 4);
        }
        boolean padded = announced >= 20 && announced < there;
        return Optional.of(Arrays.copyOfRange(frame, HEADER, HEADER + (padded ? announced : there)));
    }

    private static int unsigned(byte[] octets, int from) {
        return (octets[from] & 0xff) << 8 | octets[from + 1] & 0xff;
    }
}
