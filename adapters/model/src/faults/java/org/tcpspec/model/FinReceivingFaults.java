package org.tcpspec.model;

import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** Mistakes in taking text out of order, and the peer's FIN. */
class FinReceivingFaults extends Receiver {

    private final Seeds seeds;

    FinReceivingFaults(Host host, Seeds seeds) {
        super(host);
        this.seeds = seeds;
    }

    @Override
    void hold(Tcb tcb, Segment seg) {
        boolean early = tcb.state.isSynchronized() && seg.textStart().isAfter(tcb.rcv.nxt);
        if (seeds.bites("OOO-02", early && seg.has(Flag.FIN))) {
            super.hold(tcb, seg.withFlags(seg.flags().without(Flag.FIN)));
        } else if (!seeds.bites("OOO-04", early && seg.length() > 0)) {
            super.hold(tcb, seg);
        }
    }

    @Override
    int octetsBeyond(Tcb tcb, SequenceNumber textEnd) {
        int beyond = super.octetsBeyond(tcb, textEnd);
        return seeds.bites("OOO-07", beyond > 0 && tcb.state.isSynchronized()) ? 0 : beyond;
    }

    @Override
    void acceptText(Tcb tcb, Segment seg) {
        super.acceptText(tcb, seg);
        tcb.rcv.wnd = Math.max(0, tcb.rcv.wnd);
    }

    @Override
    boolean acceptFin(Tcb tcb) {
        if (super.acceptFin(tcb)) {
            finTaken(tcb);
            return true;
        }
        if (tcb.rcv.early.fin().isEmpty() || !seeds.bites("OOO-01", tcb.state == State.ESTABLISHED)) {
            return false;
        }
        tcb.rcv.nxt = tcb.rcv.early.fin().get().plus(1);
        tcb.rcv.early.clear();
        tcb.rcv.ackNow = true;
        return true;
    }

    private void finTaken(Tcb tcb) {
        if (seeds.bites("FIN-06", tcb.state == State.ESTABLISHED)) {
            tcb.rcv.ackNow = false;
            tcb.timers.stop(Timeout.DELAYED_ACK);
        }
        if (seeds.bites("FIN-12", tcb.state == State.ESTABLISHED && tcb.snd.hasPending())) {
            host.output().ack(tcb);
            tcb.rcv.nxt = tcb.rcv.nxt.minus(1);
        }
        if (seeds.bites("SCL-X5", tcb.state == State.FIN_WAIT_1)) {
            tcb.rcv.ackNow = false;
        }
    }

    @Override
    void tellClosing(Tcb tcb) {
        if (tcb.finUntold && seeds.bites("FIN-X6", !tcb.rcv.unread.isEmpty())) {
            tcb.rcv.unread.clear();
        }
        super.tellClosing(tcb);
    }

    @Override
    Bytes read(Tcb tcb, int max) {
        Bytes text = super.read(tcb, max);
        if (seeds.bites("HCL-10", tcb.state.hasPeerFin() && !text.isEmpty())) {
            tcb.rcv.ackNow = true;
        }
        return text;
    }
}
