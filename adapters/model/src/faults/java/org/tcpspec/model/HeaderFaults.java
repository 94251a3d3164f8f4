package org.tcpspec.model;

import org.tcpspec.spi.iut.ConnectionOption;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.Ip;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;

/** Mistakes in what stands in the headers of what is sent, beside the sequence numbers. */
class HeaderFaults extends ChecksumFaults {

    /** A reserved bit of the header that no feature uses. */
    private static final int UNASSIGNED = 4;

    private final Seeds seeds;

    HeaderFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    Packet packet(Segment segment) {
        Endpoint source = segment.source();
        Endpoint usual = new Endpoint(host.lifecycle().addressFor(segment.destination()), source.port());
        boolean connected = host.connections()
                .find(new FourTuple(source, segment.destination()))
                .isPresent();
        if (seeds.bites("ADR-X5", connected && !source.equals(usual) && !segment.has(Flag.SYN))) {
            return super.packet(segment.withSource(usual));
        }
        if (seeds.bites("EST-X20", segment.has(Flag.SYN))) {
            return SegmentCodec.decode(super.packet(segment.withReserved(UNASSIGNED)).octets());
        }
        return super.packet(segment);
    }

    @Override
    Ip header(Tcb tcb) {
        Ip right = super.header(tcb);
        Ip usual = Ip.DEFAULT;
        boolean codepoint = tcb.chosen.containsKey(ConnectionOption.DIFFSERV);
        boolean timeToLive = tcb.chosen.containsKey(ConnectionOption.TIME_TO_LIVE);
        if (seeds.bites("ADR-X7", codepoint && right.trafficClass() != usual.trafficClass())) {
            return new Ip(
                    right.timeToLive(),
                    usual.trafficClass(),
                    right.identification(),
                    right.dontFragment(),
                    right.options());
        }
        if (seeds.bites("ADR-X8", timeToLive && right.timeToLive() != usual.timeToLive())) {
            return new Ip(
                    usual.timeToLive(),
                    right.trafficClass(),
                    right.identification(),
                    right.dontFragment(),
                    right.options());
        }
        return right;
    }
}
