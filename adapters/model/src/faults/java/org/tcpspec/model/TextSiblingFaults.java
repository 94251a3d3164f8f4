package org.tcpspec.model;

import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;

/** Mistakes in what is taken of a segment, and what is held. */
class TextSiblingFaults extends ReceiverGapFaults {

    private final Seeds seeds;

    TextSiblingFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    Segment trim(Tcb tcb, Segment seg) {
        boolean beyond = seg.textStart().plus(seg.text().length()).isAfter(tcb.rcv.rightEdge());
        boolean cut = beyond && seg.textStart().equals(tcb.rcv.nxt) && tcb.rcv.wnd > 1 && tcb.state.isSynchronized();
        int off = seeds.bites("SIB-TRIM-SHORT", cut) ? 1 : 0;
        tcb.rcv.wnd -= off;
        Segment right = super.trim(tcb, seg);
        tcb.rcv.wnd += off;
        if (cut && seeds.bites("SIB-TRIM-BEYOND", seg.has(Flag.FIN))) {
            return right.withFlags(seg.flags());
        }
        boolean old = seg.textStart().isBefore(tcb.rcv.nxt) && seg.end().isAfter(tcb.rcv.nxt);
        if (seeds.bites("SIB-TRIM-FIN", right.has(Flag.FIN) && old && tcb.state.isSynchronized())) {
            return right.withFlags(right.flags().without(Flag.FIN));
        }
        return right;
    }

    @Override
    void hold(Tcb tcb, Segment seg) {
        SequenceNumber start = seg.textStart();
        boolean early = !seg.text().isEmpty() && start.isAfter(tcb.rcv.nxt);
        boolean wraps = start.unsigned() < tcb.rcv.nxt.unsigned();
        boolean another = early && !tcb.rcv.early.edges().isEmpty() && !tcb.rcv.early.edges().contains(start);
        if (!seeds.bites("SIB-HOLD-WRAP", early && wraps) && !seeds.bites("SIB-HOLD-ONE", another)) {
            super.hold(tcb, seg);
        }
    }

    @Override
    void acceptText(Tcb tcb, Segment seg) {
        boolean early = !seg.text().isEmpty() && seg.textStart().isAfter(tcb.rcv.nxt);
        boolean again = !tcb.rcv.early.isEmpty() && seg.text().isEmpty();
        if (seeds.bites("SIB-HOLD-FORGET", again && tcb.state.isSynchronized())) {
            tcb.rcv.early.clear();
        }
        super.acceptText(tcb, seg);
        if (seeds.bites("SIB-ACK-GAP", early && tcb.rcv.ackNow)) {
            SequenceNumber next = tcb.rcv.nxt;
            tcb.rcv.nxt = seg.textStart().plus(seg.text().length());
            host.output().ack(tcb);
            tcb.rcv.nxt = next;
        }
    }

    @Override
    boolean acceptFin(Tcb tcb) {
        boolean withText = !tcb.rcv.early.isEmpty() && tcb.rcv.unacknowledged > 0;
        boolean taken = super.acceptFin(tcb);
        if (taken && seeds.bites("SIB-FIN-TWICE", withText)) {
            tcb.rcv.nxt = tcb.rcv.nxt.plus(1);
        }
        return taken;
    }

}
