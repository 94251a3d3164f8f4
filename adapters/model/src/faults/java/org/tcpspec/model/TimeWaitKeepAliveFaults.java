package org.tcpspec.model;

import org.tcpspec.spi.wire.State;

/** Keep-alives where there should be none. */
class TimeWaitKeepAliveFaults extends KeepAlive {

    private final Seeds seeds;

    TimeWaitKeepAliveFaults(Host host, Seeds seeds) {
        super(host);
        this.seeds = seeds;
    }

    @Override
    boolean mayIdle(Tcb tcb) {
        return super.mayIdle(tcb) || seeds.bites("TWT-10", tcb.state == State.TIME_WAIT && tcb.keepAlive.on);
    }
}
