package org.tcpspec.spi.wire;

import java.util.OptionalInt;

/**
 * What to get wrong on purpose when a segment is turned into octets. Wrong options need none of this: they are
 * {@link TcpOption.Malformed}; wrong padding is an {@link TcpOption.EndOfList} with something behind it.
 *
 * @param checksumXor flipped into the right TCP checksum; 0 leaves it right
 * @param dataOffset the data offset to write, 0 to 15 words, whatever the options take
 * @param ipChecksumXor flipped into the right IPv4 header checksum; 0 leaves it right
 * @param ipLength the IP length field to write: IPv4 total length or IPv6 payload length
 * @param tcpLength how many octets of the segment there are, at most all of them: the packet ends there, and its length
 *     and checksums are right for what is left
 * @param padding how many octets a link adds behind the packet, which is right as it is
 */
public record Distortion(
        int checksumXor,
        OptionalInt dataOffset,
        int ipChecksumXor,
        OptionalInt ipLength,
        OptionalInt tcpLength,
        int padding) {

    public Distortion {
        Range.check("flipped checksum bits", checksumXor, 0xffff);
        dataOffset.ifPresent(words -> Range.check("data offset", words, 15));
        Range.check("flipped checksum bits", ipChecksumXor, 0xffff);
        ipLength.ifPresent(octets -> Range.check("IP length", octets, 0xffff));
        tcpLength.ifPresent(octets -> Range.check("octets of the segment", octets, 0xffff));
        Range.check("octets of padding", padding, 0xff);
    }

    /** Octets as they should be. */
    public static final Distortion NONE = checksum(0);

    public static Distortion wrongChecksum() {
        return checksum(0x5555);
    }

    /** The TCP checksum is wrong in these bits. */
    public static Distortion checksum(int flipped) {
        return new Distortion(flipped, OptionalInt.empty(), 0, OptionalInt.empty(), OptionalInt.empty(), 0);
    }

    public static Distortion dataOffset(int words) {
        return new Distortion(0, OptionalInt.of(words), 0, OptionalInt.empty(), OptionalInt.empty(), 0);
    }

    public static Distortion ipLength(int octets) {
        return new Distortion(0, OptionalInt.empty(), 0, OptionalInt.of(octets), OptionalInt.empty(), 0);
    }

    public static Distortion wrongIpChecksum() {
        return new Distortion(0, OptionalInt.empty(), 0x5555, OptionalInt.empty(), OptionalInt.empty(), 0);
    }

    /** Only the first octets of the segment are there. */
    public static Distortion cutTo(int octets) {
        return new Distortion(0, OptionalInt.empty(), 0, OptionalInt.empty(), OptionalInt.of(octets), 0);
    }

    /** The packet is right, and octets follow it, as in an Ethernet frame that would be too short without them. */
    public static Distortion padding(int octets) {
        return new Distortion(0, OptionalInt.empty(), 0, OptionalInt.empty(), OptionalInt.empty(), octets);
    }
}
