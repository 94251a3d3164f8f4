package org.tcpspec.model;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tcpspec.spi.wire.Defect;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;

/** Mistakes in what is let in: checksums, reserved bits, addresses. */
class AdmissionFaults extends OptionFaults {

    private static final int CHECKSUM_AT = 16;
    private static final int IPV6 = 6;

    private final Seeds seeds;
    private final Set<FourTuple> wedged = new HashSet<>();

    AdmissionFaults(List<InetAddress> addresses, Seeds seeds) {
        super(addresses, seeds);
        this.seeds = seeds;
    }

    @Override
    boolean isDamaged(Packet packet) {
        boolean damaged = super.isDamaged(packet);
        boolean wrongSum = packet.defects().equals(Set.of(Defect.CHECKSUM)) && packet.segment().isPresent();
        if (!damaged || !wrongSum) {
            return damaged;
        }
        Segment seg = packet.segment().get();
        wedged.add(ends(seg));
        return !(seeds.bites("CKS-01")
                || seeds.bites("CKS-04", checksum(packet) == 0)
                || seeds.bites("SIB-CKS-SIX", ipVersion(packet) == IPV6)
                || seeds.bites("SIB-CKS-FIN", seg.has(Flag.FIN))
                || seeds.bites("CKS-X1", seg.text().isEmpty())
                || seeds.bites("CKS-X2", seg.has(Flag.RST))
                || seeds.bites("CKS-X3", seg.has(Flag.SYN)));
    }

    private static int ipVersion(Packet packet) {
        return packet.octets().buffer().get(0) >> 4;
    }

    private static FourTuple ends(Segment seg) {
        return new FourTuple(seg.destination(), seg.source());
    }

    private static int checksum(Packet packet) {
        ByteBuffer ip = packet.octets().buffer();
        int header = ip.get(0) >> 4 == 4 ? (ip.get(0) & 0xf) * 4 : IpVersion.IPV6.headerLength();
        return ip.getShort(header + CHECKSUM_AT) & 0xffff;
    }

    @Override
    boolean admits(Segment seg) {
        if (super.admits(seg)) {
            return !(seeds.bites("EST-20", seg.reserved() != 0)
                    || seeds.bites("CKS-06", wedged.contains(ends(seg)))
                    || seeds.bites("ADR-X6", !seg.ip().options().isEmpty()));
        }
        boolean syn = seg.has(Flag.SYN) && !seg.has(Flag.ACK) && !seg.has(Flag.RST);
        boolean toAll = !owns(seg.destination().address())
                && !isOneHost(seg.destination().address())
                && isAnother(seg.source().address());
        boolean mine = owns(seg.destination().address());
        InetAddress source = seg.source().address();
        return seeds.bites("ADR-01", toAll && syn)
                || seeds.bites("ADR-X1", toAll && !syn)
                || seeds.bites("ADR-02", mine && syn && !isOneHost(source))
                || seeds.bites("ADR-03", mine && syn && owns(source))
                || seeds.bites("ADR-X2", mine && syn && source.isLoopbackAddress());
    }
}
