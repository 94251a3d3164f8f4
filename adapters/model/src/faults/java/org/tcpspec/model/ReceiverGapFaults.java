package org.tcpspec.model;

import java.util.List;
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
        if (seeds.bites("GAP-QUEUE", reachesWhatIsHeld(tcb, seg))) {
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

    /** The text is next, and with it what was held and goes on behind it. */
    private static boolean reachesWhatIsHeld(Tcb tcb, Segment seg) {
        SequenceNumber end = seg.textStart().plus(seg.text().length());
        List<SequenceNumber> held = tcb.rcv.early.edges();
        return seg.textStart().equals(tcb.rcv.nxt)
                && !seg.text().isEmpty()
                && !held.isEmpty()
                && held.get(0).isAtMost(end)
                && held.get(1).isAfter(end);
    }
}
