package org.tcpspec.model;

import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;

/** Mistakes in taking text and in the window that is told. */
class ReceiverGapFaults extends ReceiverFaults {

    private final Seeds seeds;

    ReceiverGapFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    void oweAck(Tcb tcb) {
        boolean mayWait = host.profile().delayedAck().toNanos() > 0 && tcb.rcv.unacknowledged == 0;
        super.oweAck(tcb);
        tcb.rcv.ackNow |= seeds.bites("SHD-DELAY", mayWait);
    }

    @Override
    void acceptText(Tcb tcb, Segment seg) {
        boolean fills = !tcb.rcv.early.isEmpty() && seg.textStart().equals(tcb.rcv.nxt) && !seg.text().isEmpty();
        if (seeds.bites("GAP-QUEUE", fills)) {
            SequenceNumber next = tcb.rcv.nxt;
            int length = seg.text().length();
            tcb.rcv.nxt = next.plus(length);
            tcb.rcv.wnd -= length;
            host.output().ack(tcb);
            tcb.rcv.nxt = next;
            tcb.rcv.wnd += length;
        }
        super.acceptText(tcb, seg);
    }
}
