package org.tcpspec.model;

import java.util.Map;
import java.util.WeakHashMap;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.State;

/** Mistakes in sending SYNs again, and in giving up. */
class OpeningTimeoutFaults extends Timeouts {

    private static final int FEW = 3;

    private final Seeds seeds;
    private final Map<Tcb, Integer> timedOut = new WeakHashMap<>();

    OpeningTimeoutFaults(Host host, Seeds seeds) {
        super(host);
        this.seeds = seeds;
    }

    @Override
    void retransmissionTimeout(Tcb tcb) {
        if (seeds.bites("EST-09", tcb.state == State.SYN_SENT)
                || seeds.bites("EST-10", tcb.state == State.SYN_RECEIVED)) {
            return;
        }
        boolean few = tcb.state == State.SYN_SENT && timedOut.merge(tcb, 1, Integer::sum) == FEW;
        if (seeds.bites("EST-12", few)) {
            userTimeout(tcb);
            return;
        }
        super.retransmissionTimeout(tcb);
    }

    @Override
    void userTimeout(Tcb tcb) {
        boolean embryonic = tcb.state == State.SYN_RECEIVED && tcb.wasPassive();
        if (seeds.bites("EST-11", embryonic)) {
            host.sender().startUserTimer(tcb);
        } else if (seeds.bites("BKL-07", embryonic)) {
            tcb.timers.stopAll();
        } else if (seeds.bites("EST-13", tcb.state == State.SYN_SENT)) {
            host.signal(tcb, SignalKind.TIMED_OUT, SignalDetail.NONE);
            tcb.timers.stopAll();
            tcb.state = State.CLOSE_WAIT;
        } else if (seeds.bites("EST-X19", tcb.state == State.SYN_SENT)) {
            host.connections().delete(tcb);
        } else {
            super.userTimeout(tcb);
        }
    }
}
