package org.tcpspec.model;

/** Mistakes in congestion control. */
class CongestionFaults extends Congestion {

    private static final int DUPLICATES = 3;

    private final Seeds seeds;

    CongestionFaults(Host host, Seeds seeds) {
        super(host);
        this.seeds = seeds;
    }

    @Override
    void established(Tcb tcb) {
        super.established(tcb);
        if (seeds.bites("SHD-LOST-SYN", tcb.congestion.synLost)) {
            tcb.congestion.cwnd = initialWindow(tcb);
        }
    }

    @Override
    long room(Tcb tcb) {
        Tcb.Congestion c = tcb.congestion;
        boolean limited = !c.recovering && c.duplicates > 0;
        return seeds.bites("SHD-LIMITED", limited) ? c.cwnd - flightSize(tcb) : super.room(tcb);
    }

    @Override
    void beforeSending(Tcb tcb) {
        long before = tcb.congestion.cwnd;
        super.beforeSending(tcb);
        if (seeds.bites("SHD-IDLE", tcb.congestion.cwnd < before)) {
            tcb.congestion.cwnd = before;
        }
    }

    @Override
    boolean acknowledged(Tcb tcb, int n) {
        Tcb.Congestion c = tcb.congestion;
        boolean slowStart = !c.recovering && c.cwnd < c.ssthresh;
        boolean wasRecovering = c.recovering;
        long before = c.cwnd;
        boolean fill = super.acknowledged(tcb, n);
        if (seeds.bites("SHD-SLOW-START", slowStart && n > tcb.snd.mss)) {
            c.cwnd = before + n;
        } else if (seeds.bites("SHD-COUNT", slowStart && n < tcb.snd.mss)) {
            c.cwnd = before + tcb.snd.mss;
        } else if (seeds.bites("SHD-RECOVERY", wasRecovering && !c.recovering && c.cwnd < before)) {
            c.cwnd = before;
        }
        return fill;
    }

    @Override
    boolean duplicate(Tcb tcb) {
        Tcb.Congestion c = tcb.congestion;
        boolean second = !c.recovering && c.duplicates == DUPLICATES - 2 && !tcb.snd.isRecovering();
        if (seeds.bites("SHD-TWO", second)) {
            c.duplicates++;
        }
        boolean third = super.duplicate(tcb);
        return third && !seeds.bites("SHD-FAST", third);
    }

    @Override
    void timeout(Tcb tcb, boolean first) {
        long before = tcb.congestion.cwnd;
        long flight = flightSize(tcb);
        super.timeout(tcb, first);
        if (seeds.bites("SHD-SSTHRESH", first && flight > tcb.congestion.ssthresh)) {
            tcb.congestion.ssthresh = 2 * flight;
        }
        if (seeds.bites("SHD-LOSS-WINDOW", before > tcb.congestion.cwnd)) {
            tcb.congestion.cwnd = before;
        }
    }
}
