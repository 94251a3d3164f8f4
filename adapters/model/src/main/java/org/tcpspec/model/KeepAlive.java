package org.tcpspec.model;

import java.time.Duration;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;

/** Keep-alives: RFC 9293 section 3.8.4. Off until the user switches them on (MUST-25). */
class KeepAlive {

    /** How long a connection is idle before the first probe (MUST-28). */
    static final Duration INTERVAL = Duration.ofHours(2);

    /** Between the probes of a peer that does not answer, unless the interval is shorter. */
    static final Duration BETWEEN = Duration.ofSeconds(75);

    /** So many probes in a row must stay unanswered before the peer counts as dead (MUST-29). */
    static final int PROBES = 9;

    final Host host;

    KeepAlive(Host host) {
        this.host = host;
    }

    void turn(Tcb tcb, boolean on) {
        tcb.keepAlive.on = on;
        restart(tcb);
    }

    void setInterval(Tcb tcb, Duration interval) {
        tcb.keepAlive.interval = interval;
        restart(tcb);
    }

    /** A segment came: the idle time begins again. */
    void heard(Tcb tcb) {
        tcb.keepAlive.heardAt = host.now();
        tcb.keepAlive.unanswered = 0;
        restart(tcb);
    }

    private void restart(Tcb tcb) {
        if (tcb.keepAlive.on && mayIdle(tcb)) {
            tcb.timers.start(
                    Timeout.KEEP_ALIVE, Math.max(host.now(), tcb.keepAlive.heardAt + tcb.keepAlive.interval.toNanos()));
        } else {
            tcb.timers.stop(Timeout.KEEP_ALIVE);
        }
    }

    /** Where nothing else keeps time of the peer. */
    boolean mayIdle(Tcb tcb) {
        return switch (tcb.state) {
            case ESTABLISHED, CLOSE_WAIT, FIN_WAIT_2 -> true;
            default -> false;
        };
    }

    /** The idle interval is over, or the time for an answer to a probe. */
    void timeout(Tcb tcb) {
        if (!mayIdle(tcb)) {
            return;
        }
        if (!tcb.snd.retransmissions.isEmpty()) {
            // Something is outstanding: its retransmissions ask the same (MUST-26).
            tcb.keepAlive.unanswered = 0;
            next(tcb, tcb.keepAlive.interval);
        } else if (tcb.keepAlive.unanswered == PROBES) {
            host.signal(tcb, SignalKind.TIMED_OUT, SignalDetail.words("no answer to keep-alives"));
            host.connections().delete(tcb);
        } else {
            tcb.keepAlive.unanswered++;
            host.output().keepAlive(tcb);
            next(tcb, BETWEEN.compareTo(tcb.keepAlive.interval) < 0 ? BETWEEN : tcb.keepAlive.interval);
        }
    }

    void next(Tcb tcb, Duration wait) {
        tcb.timers.start(Timeout.KEEP_ALIVE, host.now() + wait.toNanos());
    }
}
