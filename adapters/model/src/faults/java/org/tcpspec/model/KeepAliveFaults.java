package org.tcpspec.model;

import org.tcpspec.spi.wire.State;
import java.time.Duration;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;

/** Mistakes about keep-alives. */
class KeepAliveFaults extends TimeWaitKeepAliveFaults {

    private static final Duration SHORT = Duration.ofSeconds(6752);

    private final Seeds seeds;

    KeepAliveFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    void turn(Tcb tcb, boolean on) {
        if (seeds.bites("KAL-X1", !on && tcb.keepAlive.on)) {
            return;
        }
        if (on && tcb.keepAlive.interval.equals(INTERVAL) && seeds.bites("KAL-05")) {
            tcb.keepAlive.interval = SHORT;
        }
        super.turn(tcb, on);
    }

    @Override
    void setInterval(Tcb tcb, Duration interval) {
        if (!seeds.bites("KAL-X2")) {
            super.setInterval(tcb, interval);
        }
    }

    @Override
    void heard(Tcb tcb) {
        if (seeds.bites("KAL-X3", tcb.keepAlive.on && tcb.keepAlive.unanswered == 0)) {
            return;
        }
        if (seeds.bites("KAL-08", !tcb.keepAlive.on)) {
            tcb.keepAlive.on = true;
        }
        int probes = tcb.keepAlive.unanswered;
        super.heard(tcb);
        if (seeds.bites("SIB-KAL-COUNT", tcb.keepAlive.on && probes > 0)) {
            tcb.keepAlive.unanswered = probes;
        }
    }

    @Override
    void timeout(Tcb tcb) {
        boolean outstanding = !tcb.snd.retransmissions.isEmpty();
        if (seeds.bites("KAL-07", outstanding)) {
            host.output().keepAlive(tcb);
            next(tcb, tcb.keepAlive.interval);
            return;
        }
        boolean missed = !outstanding && tcb.keepAlive.unanswered == 1;
        if (seeds.bites("KAL-06", missed)) {
            host.signal(tcb, SignalKind.TIMED_OUT, SignalDetail.NONE);
            host.connections().delete(tcb);
            return;
        }
        if (!seeds.bites("KAL-09", missed)) {
            super.timeout(tcb);
        }
    }

    @Override
    boolean mayIdle(Tcb tcb) {
        boolean halfClosed = tcb.state == State.CLOSE_WAIT || tcb.state == State.FIN_WAIT_2;
        return super.mayIdle(tcb) && !seeds.bites("SIB-KAL-HALF", halfClosed && tcb.keepAlive.on);
    }
}
