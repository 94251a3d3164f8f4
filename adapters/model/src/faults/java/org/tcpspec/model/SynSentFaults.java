package org.tcpspec.model;

import java.util.Set;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/** Mistakes in SYN-SENT: what answers the SYN, and what must not count as an answer. */
class SynSentFaults extends UrgentArrivalFaults {

    private final Seeds seeds;

    SynSentFaults(Host host, Seeds seeds, Set<String> otherReadings) {
        super(host, seeds, otherReadings);
        this.seeds = seeds;
    }

    @Override
    void synSentState(Tcb tcb, Segment seg) {
        boolean rightAck = seg.has(Flag.ACK) && acknowledgesSyn(tcb, seg);
        boolean rest = !seg.has(Flag.SYN) && !seg.has(Flag.RST);
        if (seeds.bites("EST-01", rest && rightAck && !seg.has(Flag.FIN))
                || seeds.bites("EST-16", rest && rightAck && seg.has(Flag.FIN))) {
            opensWithoutSyn(tcb, seg);
        } else if (seeds.bites("EST-21", rightAck && seg.has(Flag.SYN) && seg.has(Flag.RST))) {
            synAck(tcb, seg.withFlags(seg.flags().without(Flag.RST)));
        } else if (seeds.bites("EST-X1", rest && !seg.has(Flag.ACK))) {
            host.output().refuse(seg);
        } else if (seeds.bites("EST-X2", seg.has(Flag.RST) && !seg.has(Flag.ACK))) {
            host.signal(tcb, SignalKind.RESET, SignalDetail.NONE);
            host.connections().delete(tcb);
        } else {
            super.synSentState(tcb, seg);
        }
    }

    /** The code of the synchronized states runs, with whatever SEG.SEQ says. */
    private void opensWithoutSyn(Tcb tcb, Segment seg) {
        tcb.rcv.irs = seg.seq().minus(1);
        tcb.rcv.nxt = seg.seq();
        host.sender().learnMss(tcb, seg);
        host.sender().learnWindow(tcb, seg);
        host.sender().acknowledged(tcb, seg);
        established(tcb);
        tcb.rcv.ackNow = true;
        seventhProcessText(tcb, seg);
    }

    @Override
    boolean acknowledgesSyn(Tcb tcb, Segment seg) {
        boolean right = super.acknowledgesSyn(tcb, seg);
        if (tcb.state == State.SYN_SENT && seg.has(Flag.SYN)) {
            return right
                    || seeds.bites("EST-X3", seg.ack().equals(tcb.snd.una))
                    || seeds.bites("EST-X4", seg.ack().equals(tcb.snd.nxt.plus(1)));
        }
        return right;
    }

    @Override
    void badAckInSynSent(Tcb tcb, Segment seg) {
        boolean refuses = !seg.has(Flag.RST);
        boolean bare = refuses && seg.flags().control().equals(Flags.of(Flag.ACK)) && seg.text().isEmpty();
        if (seeds.bites("HOP-01", refuses)) {
            return;
        }
        if (seeds.bites("HOP-02", refuses && !bare)) {
            host.output().syn(tcb);
            return;
        }
        if (seeds.bites("HOP-X1", refuses)) {
            host.output().reset(tcb);
            return;
        }
        if (seeds.bites("HOP-X2", !refuses)) {
            host.output().refuse(seg);
            return;
        }
        super.badAckInSynSent(tcb, seg);
        if (seeds.bites("HOP-04", refuses)) {
            host.output().syn(tcb);
        }
        if (seeds.bites("HOP-X3", refuses)) {
            host.signal(tcb, SignalKind.RESET, SignalDetail.NONE);
            host.connections().delete(tcb);
        }
    }

    @Override
    void synAck(Tcb tcb, Segment seg) {
        boolean more = !seg.text().isEmpty() || seg.has(Flag.FIN);
        if (seeds.bites("EST-X5", more)) {
            super.synAck(tcb, HandshakeTextFaults.stripped(seg));
            return;
        }
        long iutWindow = tcb.snd.wnd;
        super.synAck(tcb, seg);
        if (seeds.bites("EST-X6", tcb.snd.wnd < tcb.snd.mss)) {
            tcb.snd.wnd = Math.max(iutWindow, tcb.snd.mss);
        }
    }

    @Override
    void crossingSyn(Tcb tcb, Segment seg) {
        if (seeds.bites("SOP-01")) {
            return;
        }
        if (seeds.bites("SOP-02")) {
            learnFromSyn(tcb, seg);
            tcb.state = State.SYN_RECEIVED;
            return;
        }
        if (seeds.bites("SOP-X1")) {
            learnFromSyn(tcb, seg);
            host.output().ack(tcb);
            established(tcb);
            return;
        }
        if (seeds.bites("SOP-X2")) {
            host.output().refuse(seg);
            return;
        }
        super.crossingSyn(tcb, seg);
    }
}
