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
    void sixthCheckUrg(Tcb tcb, Segment seg) {
        boolean urgent = seg.has(Flag.URG) && !tcb.state.hasPeerFin();
        if (seeds.bites("URG-01", urgent && seg.urgentPointer() > seg.text().length())) {
            host.connections().delete(tcb);
            return;
        }
        if (seeds.bites("URG-02", urgent)) {
            return;
        }
        super.sixthCheckUrg(tcb, seg);
    }
}
