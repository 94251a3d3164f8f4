package org.tcpspec.model;

import java.util.Set;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** Mistakes of SEGMENT ARRIVES on what to refuse by RST, and with which numbers. */
class RefusalFaults extends ResetFaults {

    private final Seeds seeds;

    RefusalFaults(Host host, Seeds seeds, Set<String> otherReadings) {
        super(host, seeds, otherReadings);
        this.seeds = seeds;
    }

    @Override
    void closedState(Segment seg) {
        if (seg.has(Flag.RST)) {
            if (seeds.bites("RSG-X1", seg.has(Flag.ACK)) || seeds.bites("RSG-X2", !seg.has(Flag.ACK))) {
                host.output().refuse(seg);
            }
        } else if (!seeds.bites("RSG-06")) {
            super.closedState(seg.has(Flag.ACK) ? withAckMisread(seg) : withLengthMisread(seg));
        }
    }

    private Segment withAckMisread(Segment seg) {
        return seeds.bites("RSG-03", !seg.ack().equals(SequenceNumber.ZERO)) ? seg.withAck(SequenceNumber.ZERO) : seg;
    }

    private Segment withLengthMisread(Segment seg) {
        boolean syn = seg.has(Flag.SYN);
        if (seeds.bites("RSG-01", syn)) {
            return seg.withSeq(seg.seq().minus(1));
        }
        if (seeds.bites("RSG-X3", !seg.text().isEmpty())) {
            return seg.withText(Bytes.EMPTY);
        }
        return seeds.bites("RSG-X4", seg.has(Flag.FIN))
                ? seg.withFlags(seg.flags().without(Flag.FIN))
                : seg;
    }

    @Override
    void listenState(Listener listener, Segment seg) {
        boolean ack = seg.has(Flag.ACK) && !seg.has(Flag.RST);
        boolean syn = seg.has(Flag.SYN);
        if (seeds.bites("RSG-05", seg.has(Flag.RST))) {
            host.output().refuse(seg);
        } else if (seeds.bites("RSG-08", ack && syn)) {
            super.listenState(listener, seg.withFlags(seg.flags().without(Flag.ACK)));
        } else if (seeds.bites("RSG-04", ack)) {
            super.listenState(listener, seg.withAck(seg.ack().plus(1)));
        } else if (!seeds.bites("RSG-07", ack && !syn) && !seeds.bites("RSG-X5", ack && !seg.text().isEmpty())) {
            super.listenState(listener, seg);
        }
    }

    @Override
    void synSentState(Tcb tcb, Segment seg) {
        boolean badAck =
                seg.has(Flag.ACK) && !(seg.ack().isAfter(tcb.snd.iss) && seg.ack().isAtMost(tcb.snd.nxt));
        if (seeds.bites("RSG-X6", badAck && seg.has(Flag.RST))) {
            host.output().refuse(seg);
        } else if (!seeds.bites("RSG-X7", badAck && !seg.has(Flag.RST))) {
            super.synSentState(tcb, seg);
        }
    }

    @Override
    void unacceptable(Tcb tcb, Segment seg) {
        if (seeds.bites("RSG-X8", tcb.state.isSynchronized() && !seg.has(Flag.SYN))) {
            host.output().refuse(seg);
        } else {
            super.unacceptable(tcb, seg);
        }
    }

    @Override
    void fifthCheckAck(Tcb tcb, Segment seg) {
        boolean bad = seg.has(Flag.ACK) && (failsAckRange(tcb, seg) || seg.ack().isAfter(tcb.snd.nxt));
        if (bad && seeds.bites("RSG-10", tcb.state == State.ESTABLISHED)) {
            host.output().refuse(seg);
        } else {
            super.fifthCheckAck(tcb, seg);
        }
    }
}
