package org.tcpspec.model;

import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.Ip;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** Mistakes in the form of segments that leave. */
class SegmentFormFaults extends LowerLayerFaults {

    private static final int HEADERS_APART = 20;

    private final Seeds seeds;

    SegmentFormFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    Packet packet(Segment segment) {
        boolean asks = segment.has(Flag.SYN) && segment.has(Flag.ECE);
        boolean pureAck = segment.length() == 0 && segment.flags().control().equals(Flags.of(Flag.ACK));
        boolean agreed = pureAck
                && host.connections()
                        .find(new FourTuple(segment.source(), segment.destination()))
                        .filter(tcb -> tcb.ecn.ok)
                        .isPresent();
        return super.packet(
                seeds.bites("ECN-ON-SYN", asks) || seeds.bites("ECN-ON-ACK", agreed)
                        ? segment.withIp(segment.ip().withEcn(Ip.ECT_0))
                        : segment);
    }

    @Override
    int localMss(Endpoint local) {
        boolean six = IpVersion.of(local.address()) == IpVersion.IPV6;
        return seeds.bites("SIB-MSS-SIX", six) ? super.localMss(local) + HEADERS_APART : super.localMss(local);
    }

    @Override
    void ack(Tcb tcb) {
        boolean inFlight = tcb.state.isSynchronized() && tcb.rcv.unacknowledged > 0 && !tcb.snd.retransmissions.isEmpty();
        if (seeds.bites("SIB-TEXT-ACK", inFlight)) {
            SequenceNumber next = tcb.snd.nxt;
            tcb.snd.nxt = tcb.snd.una;
            super.ack(tcb);
            tcb.snd.nxt = next;
        } else {
            super.ack(tcb);
        }
    }

    @Override
    Segment from(Tcb tcb, SequenceNumber seq, Flags flags) {
        Segment right = super.from(tcb, seq, flags);
        if (seeds.bites("SIB-SOP-ISS", flags.has(Flag.SYN) && flags.has(Flag.ACK) && !tcb.wasPassive())) {
            return right.withSeq(seq.plus(1));
        }
        boolean oldAck = flags.has(Flag.FIN) && tcb.state == State.CLOSING;
        return seeds.bites("SIB-CLOSING-ACK", oldAck) ? right.withAck(right.ack().minus(1)) : right;
    }

    @Override
    Segment refusal(Segment seg) {
        Segment right = super.refusal(seg);
        boolean known = host.connections()
                .find(new FourTuple(seg.destination(), seg.source()))
                .isPresent();
        return seeds.bites("SIB-TS-REFUSAL", known && !right.options().isEmpty())
                ? right.withOptions(java.util.List.of())
                : right;
    }
}
