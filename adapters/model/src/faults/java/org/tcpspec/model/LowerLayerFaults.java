package org.tcpspec.model;

import java.net.InetAddress;
import java.util.IdentityHashMap;
import java.util.Map;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Ip;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;

/** Mistakes in the headers of what is sent. */
class LowerLayerFaults extends TextOutputFaults {

    private static final int ECN_BITS = 2;
    private static final int PRECEDENCE = 0xe0;

    private final Seeds seeds;
    private final Map<Tcb, Integer> firstClass = new IdentityHashMap<>();

    LowerLayerFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    Packet packet(Segment segment) {
        if (seeds.bites("GAP-RSRVD", segment.has(Flag.RST))) {
            return SegmentCodec.decode(
                    super.packet(segment.withReserved(1)).octets());
        }
        InetAddress primary = host.lifecycle().addressFor(segment.destination());
        boolean other = !segment.source().address().equals(primary) && !segment.has(Flag.SYN);
        return super.packet(
                seeds.bites("GAP-LOCAL-ADDRESS", other)
                        ? segment.withSource(
                                new Endpoint(primary, segment.source().port()))
                        : segment);
    }

    @Override
    void keepAlive(Tcb tcb) {
        if (seeds.bites("SHD-KEEP-DATA")) {
            Segment probe = Segment.between(tcb.local, tcb.remote)
                    .withIp(header(tcb))
                    .withSeq(tcb.snd.nxt.minus(1))
                    .withAck(tcb.rcv.nxt)
                    .withFlags(Flags.of(Flag.ACK))
                    .withWindow(host.windowScale().field(tcb, false))
                    .withOptions(agreedOptions(tcb, true));
            host.send(probe.withText(Bytes.hex("00")));
        } else {
            super.keepAlive(tcb);
        }
    }

    @Override
    Ip header(Tcb tcb) {
        Ip ip = super.header(tcb);
        int first = firstClass.computeIfAbsent(tcb, t -> ip.trafficClass());
        int trafficClass = ip.trafficClass();
        if (seeds.bites("SHD-DIFFSERV-BITS", (trafficClass & PRECEDENCE) != trafficClass >> ECN_BITS << ECN_BITS)) {
            trafficClass &= PRECEDENCE;
        } else if (seeds.bites("SHD-DIFFSERV-LATER", first != trafficClass)) {
            trafficClass = first;
        }
        return new Ip(ip.timeToLive(), trafficClass, ip.identification(), ip.dontFragment(), ip.options());
    }
}
