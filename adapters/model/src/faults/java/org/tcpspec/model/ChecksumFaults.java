package org.tcpspec.model;

import java.nio.ByteBuffer;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;

/** Mistakes in the checksum of what is sent, and in the bits beside the flags. */
class ChecksumFaults extends OwnOptionFaults {

    private static final int CHECKSUM_AT = 16;

    private final Seeds seeds;

    ChecksumFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    Packet packet(Segment segment) {
        Packet right = super.packet(segment);
        int length = segment.text().length();
        FourTuple ends = new FourTuple(segment.source(), segment.destination());
        boolean nobody = host.connections().find(ends).isEmpty();
        if (seeds.bites("CKS-03", checksum(right) == 0)) {
            return withChecksum(right, 0xffff);
        }
        if (seeds.bites("CKS-05", segment.has(Flag.RST) && nobody)
                || seeds.bites("CKS-X4", length % 2 == 1 && segment.text().at(length - 1) != 0)) {
            return withChecksum(right, checksum(right) ^ 0x0100);
        }
        if (seeds.bites("CKS-X5", segment.has(Flag.FIN))) {
            return withChecksum(right, 0);
        }
        return right;
    }

    private static int at(Packet packet) {
        ByteBuffer ip = packet.octets().buffer();
        int header = ip.get(0) >> 4 == 4 ? (ip.get(0) & 0xf) * 4 : IpVersion.IPV6.headerLength();
        return header + CHECKSUM_AT;
    }

    private static int checksum(Packet packet) {
        return packet.octets().buffer().getShort(at(packet)) & 0xffff;
    }

    private static Packet withChecksum(Packet packet, int checksum) {
        byte[] octets = packet.octets().toArray();
        ByteBuffer.wrap(octets).putShort(at(packet), (short) checksum);
        return SegmentCodec.decode(Bytes.of(octets));
    }
}
