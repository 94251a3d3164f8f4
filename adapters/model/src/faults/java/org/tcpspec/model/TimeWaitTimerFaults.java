package org.tcpspec.model;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.tcpspec.spi.wire.State;

/** Mistakes in how long TIME-WAIT lasts, and FIN-WAIT-2. */
class TimeWaitTimerFaults extends Lifecycle {

    private static final long TWO_SECONDS = Duration.ofSeconds(2).toNanos();
    private static final long TWENTY_SECONDS = Duration.ofSeconds(20).toNanos();

    private final Seeds seeds;

    TimeWaitTimerFaults(
            Host host, Parts parts, List<InetAddress> addresses, InitialSequenceNumbers numbers, Seeds seeds) {
        super(host, parts, addresses, numbers);
        this.seeds = seeds;
    }

    @Override
    void startTimeWait(Tcb tcb) {
        super.startTimeWait(tcb);
        long expiry = tcb.timers.expiry(Timeout.TIME_WAIT);
        if (seeds.bites("TWT-01", expiry - host.now() > TWO_SECONDS)) {
            tcb.timers.start(Timeout.TIME_WAIT, host.now() + TWO_SECONDS);
        }
        if (seeds.bites("TWT-04")) {
            tcb.timers.stop(Timeout.TIME_WAIT);
        }
        if (seeds.bites("TWT-X4")) {
            tcb.timers.start(Timeout.TIME_WAIT, expiry - (expiry - host.now()) / 2);
        }
    }

    @Override
    void limitFinWait2(Tcb tcb) {
        super.limitFinWait2(tcb);
        if (seeds.bites("HCL-07", tcb.state == State.FIN_WAIT_2 && !tcb.closedBothWays)) {
            tcb.timers.start(Timeout.FIN_WAIT_2, host.now() + TWENTY_SECONDS);
        }
    }
}
