package org.tcpspec.model;

import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** Mistakes with the urgent pointer. */
class UrgentFaults extends Urgent {

    private static final int FIELD = 0xffff;

    private final Seeds seeds;

    UrgentFaults(Host host, Seeds seeds) {
        super(host);
        this.seeds = seeds;
    }

    @Override
    Segment mark(Tcb tcb, Segment segment) {
        Segment marked = super.mark(tcb, segment);
        if (!marked.has(Flag.URG)) {
            return marked;
        }
        if (seeds.bites("URG-06")) {
            return marked.withUrgentPointer(marked.urgentPointer() - 1);
        }
        int ahead = tcb.snd.up.minus(segment.seq());
        if (seeds.bites("SHD-URG-FAR", ahead > FIELD)) {
            return marked.withUrgentPointer(ahead & FIELD);
        }
        boolean behind = ahead > segment.text().length();
        return seeds.bites("URG-X2", behind) ? segment : marked;
    }

    @Override
    void arrived(Tcb tcb, Segment seg) {
        if (seeds.bites("URG-04", seg.urgentPointer() == 0 && !seg.text().isEmpty())) {
            super.arrived(tcb, seg.withUrgentPointer(FIELD));
            return;
        }
        if (seeds.bites("SIB-URG-CLOSED", tcb.state == State.FIN_WAIT_2 || tcb.state == State.FIN_WAIT_1)) {
            return;
        }
        SequenceNumber up = seg.seq().plus(seg.urgentPointer());
        boolean stale = !tcb.rcv.urgent && up.isBefore(SequenceNumber.ZERO);
        boolean further = tcb.rcv.urgent && up.isAfter(tcb.rcv.up);
        if (!seeds.bites("URG-X1", stale) && !seeds.bites("SHD-URG-AGAIN", further)) {
            super.arrived(tcb, seg);
        }
    }

    @Override
    int left(Tcb tcb) {
        int left = super.left(tcb);
        return seeds.bites("SHD-URG-LEFT", left > 0) ? left - 1 : left;
    }
}
