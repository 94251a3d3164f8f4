package org.tcpspec.model;

import org.tcpspec.spi.wire.State;

/** Mistakes at the timeouts of a connection that closes. */
class ClosingTimeoutFaults extends OpeningTimeoutFaults {

    private final Seeds seeds;

    ClosingTimeoutFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    void expired(Tcb tcb, Timeout timeout) {
        if (seeds.bites("RSG-11", timeout == Timeout.TIME_WAIT)) {
            host.output().reset(tcb);
        }
        super.expired(tcb, timeout);
    }

    @Override
    void retransmissionTimeout(Tcb tcb) {
        boolean fin = tcb.snd.retransmissions.front().fin();
        boolean waits = tcb.state == State.FIN_WAIT_1 || tcb.state == State.LAST_ACK;
        if (seeds.bites("FIN-01", fin && waits) || seeds.bites("SCL-02", fin && tcb.state == State.CLOSING)) {
            host.sender().startRetransmissionTimer(tcb);
        } else {
            super.retransmissionTimeout(tcb);
        }
    }

    @Override
    void userTimeout(Tcb tcb) {
        boolean closing =
                switch (tcb.state) {
                    case FIN_WAIT_1, CLOSING, LAST_ACK -> true;
                    default -> false;
                };
        if (seeds.bites("FIN-08", closing)) {
            host.sender().startUserTimer(tcb);
        } else {
            super.userTimeout(tcb);
        }
    }
}
