package org.tcpspec.reports.capture;

import java.nio.ByteBuffer;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Defect;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;

/**
 * A TCP segment of a capture.
 *
 * @param number of the packet in the file, from 1
 * @param nanos when it was captured, in nanoseconds since 1970
 * @param cut the file holds less of the packet than was there
 */
record Frame(long number, long nanos, Packet packet, Segment segment, boolean cut) {
    private static final int TCP = 6;
    private static final int IPV6_HEADER = 40;
    private static final int CHECKSUM_AT = 16;

    boolean isWrongSum() {
        return packet.defects().contains(Defect.CHECKSUM);
    }

    /** The checksum field holds the sum of the pseudo-header only: the interface was to complete it. */
    boolean isPartialSum() {
        Bytes octets = packet.octets();
        int header = octets.at(0) >> 4 == 4 ? (octets.at(0) & 0xf) * 4 : IPV6_HEADER;
        if (!isWrongSum() || octets.length() < header + CHECKSUM_AT + 2) {
            return false;
        }
        int length =
                octets.at(0) >> 4 == 4 ? (octets.at(2) << 8 | octets.at(3)) - header : octets.at(4) << 8 | octets.at(5);
        int field = octets.at(header + CHECKSUM_AT) << 8 | octets.at(header + CHECKSUM_AT + 1);
        long sum = words(segment.source().address().getAddress())
                + words(segment.destination().address().getAddress())
                + TCP
                + length;
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return sum == field;
    }

    private static long words(byte[] address) {
        ByteBuffer b = ByteBuffer.wrap(address);
        long sum = 0;
        while (b.hasRemaining()) {
            sum += b.getShort() & 0xffff;
        }
        return sum;
    }
}
