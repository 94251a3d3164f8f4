package org.tcpspec.model;

/** Mistakes in what CLOSE does to a connection that is half-open. */
class OpeningCallFaults extends UserCalls {

    private final Seeds seeds;

    OpeningCallFaults(Host host, Seeds seeds) {
        super(host);
        this.seeds = seeds;
    }

    @Override
    void closeInSynReceived(Tcb tcb) {
        if (seeds.bites("EST-17")) {
            host.connections().delete(tcb);
        } else {
            super.closeInSynReceived(tcb);
        }
    }

    @Override
    void abandonHalfOpen(Tcb tcb) {
        if (!seeds.bites("EST-18")) {
            super.abandonHalfOpen(tcb);
        }
    }
}
