package org.tcpspec.model;

/** Mistakes with keep-alives. */
class KeepAliveFaults extends TimeWaitKeepAliveFaults {

    private final Seeds seeds;

    KeepAliveFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    void turn(Tcb tcb, boolean on) {
        super.turn(tcb, on || seeds.bites("SHD-KEEP-OFF", tcb.keepAlive.on && !on));
    }
}
