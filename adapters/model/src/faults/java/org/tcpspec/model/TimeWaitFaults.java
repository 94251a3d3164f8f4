package org.tcpspec.model;

import java.util.Set;

/** Mistakes around TIME-WAIT in SEGMENT ARRIVES. */
class TimeWaitFaults extends OtherReadings.ReadOtherwise {

    private final Seeds seeds;

    TimeWaitFaults(Host host, Seeds seeds, Set<String> otherReadings) {
        super(host, otherReadings);
        this.seeds = seeds;
    }

    @Override
    void finReturns(Tcb tcb) {
        if (!seeds.bites("TWT-X1")) {
            super.finReturns(tcb);
        }
    }
}
