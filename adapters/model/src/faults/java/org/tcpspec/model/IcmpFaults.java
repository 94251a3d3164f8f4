package org.tcpspec.model;

import org.tcpspec.spi.wire.IcmpMessage;

/** Mistakes with what ICMP reports. */
class IcmpFaults extends IcmpArrives {

    private final Seeds seeds;

    IcmpFaults(Host host, Seeds seeds) {
        super(host);
        this.seeds = seeds;
    }

    @Override
    void tooBig(Tcb tcb, IcmpMessage message) {
        if (!seeds.bites("GAP-PMTUD", tcb.ts.ok)) {
            super.tooBig(tcb, message);
        }
    }
}
