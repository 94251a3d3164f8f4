package org.tcpspec.spi.wire;

import java.util.Optional;

/**
 * One packet of a capture file.
 *
 * @param nanos when it was captured, in nanoseconds since 1 January 1970; 0 if the file does not say
 * @param linkType how the octets begin: one of the numbers in {@link LinkType}, or any other of the registry
 * @param octets what was captured, link layer first
 * @param originalLength how many octets were on the wire; more than {@code octets} if the capture cut the packet
 * @param direction which way it went, if the file says so
 * @param comment a remark for people, empty if there is none; several are separated by line feeds
 */
public record CapturedPacket(
        long nanos, int linkType, Bytes octets, int originalLength, Direction direction, String comment) {

    /** Which way a packet went, seen from the host that captured. In this kit that is the peer. */
    public enum Direction {
        UNKNOWN,
        /** Arrived: the IUT sent it. */
        INBOUND,
        /** Left: the peer sent it. */
        OUTBOUND
    }

    /** A whole IP packet without a link layer. */
    public static CapturedPacket ip(long nanos, Bytes packet, Direction direction, String comment) {
        return new CapturedPacket(nanos, LinkType.RAW, packet, packet.length(), direction, comment);
    }

    /** The capture kept less than was on the wire. */
    public boolean isCut() {
        return octets.length() < originalLength;
    }

    /** The IP packet inside, without link layer and padding; empty if there is none or the link type is unknown. */
    public Optional<Bytes> ip() {
        return LinkType.ip(linkType, octets);
    }
}
