package org.tcpspec.model;

import java.util.Set;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;

/** Mistakes in the sixth step of SEGMENT ARRIVES. */
class UrgentArrivalFaults extends OptionArrivalFaults {

    private final Seeds seeds;

    UrgentArrivalFaults(Host host, Seeds seeds, Set<String> otherReadings) {
        super(host, seeds, otherReadings);
        this.seeds = seeds;
    }

    @Override
    boolean isDuplicate(Tcb tcb, Segment seg) {
        boolean text = tcb.state.isSynchronized()
                && !tcb.snd.retransmissions.isEmpty()
                && !tcb.snd.retransmissions.front().probe()
                && !seg.text().isEmpty();
        return super.isDuplicate(tcb, seg) || seeds.bites("SHD-DUP-TEXT", text);
    }

    @Override
    void sixthCheckUrg(Tcb tcb, Segment seg) {
        boolean urgent = seg.has(Flag.URG) && !tcb.state.hasPeerFin();
        if (seeds.bites("URG-01", urgent && seg.urgentPointer() > seg.text().length())) {
            host.connections().delete(tcb);
            return;
        }
        if (seeds.bites("URG-02", urgent)) {
            return;
        }
        if (seeds.bites("SHD-URG-FLAG", !seg.has(Flag.URG) && seg.urgentPointer() > 0 && !tcb.state.hasPeerFin())) {
            host.urgent().arrived(tcb, seg);
        }
        super.sixthCheckUrg(tcb, seg);
    }
}
