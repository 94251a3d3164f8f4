package org.tcpspec.model;

import org.tcpspec.spi.wire.SequenceNumber;

/** Mistakes in congestion control. */
class CongestionFaults extends Congestion {

    private static final long UNLIMITED = 1L << 30;

    private final Seeds seeds;

    CongestionFaults(Host host, Seeds seeds) {
        super(host);
        this.seeds = seeds;
    }

    @Override
    void established(Tcb tcb) {
        if (seeds.bites("RTX-X12", tcb.congestion.synLost)) {
            tcb.congestion.synLost = false;
        }
        super.established(tcb);
        if (seeds.bites("RTX-17")) {
            tcb.congestion.cwnd = UNLIMITED;
        }
    }

    @Override
    boolean duplicate(Tcb tcb) {
        Tcb.Congestion c = tcb.congestion;
        boolean early = !c.recovering && c.duplicates < 2;
        if (seeds.bites("RTX-16", early)) {
            c.duplicates++;
            return true;
        }
        long before = c.cwnd;
        boolean recovers = c.recovering;
        boolean loss = super.duplicate(tcb);
        if (seeds.bites("SIB-INFLATION", recovers)) {
            c.cwnd = before;
        }
        return loss && !seeds.bites("RTX-X7");
    }

    @Override
    boolean acknowledged(Tcb tcb, int n, boolean grows) {
        Tcb.Congestion c = tcb.congestion;
        boolean slowStart = grows && !c.recovering && c.cwnd < c.ssthresh;
        if (seeds.bites("RTX-X10", slowStart && n < tcb.snd.mss)) {
            c.duplicates = 0;
            c.cwnd += tcb.snd.mss;
            return false;
        }
        if (seeds.bites("RTX-X15", slowStart && n > tcb.snd.mss)) {
            c.duplicates = 0;
            c.cwnd += n;
            return false;
        }
        long before = c.cwnd;
        boolean recovers = c.recovering;
        boolean hole = super.acknowledged(tcb, n, grows);
        if (seeds.bites("RTX-X14", recovers && !c.recovering)) {
            c.cwnd = before;
            c.ssthresh = UNLIMITED;
        }
        return hole;
    }

    @Override
    void timeout(Tcb tcb, boolean first) {
        long before = tcb.congestion.cwnd;
        long threshold = tcb.congestion.ssthresh;
        super.timeout(tcb, first);
        if (seeds.bites("RTX-X8", before > tcb.congestion.cwnd)) {
            tcb.congestion.cwnd = before;
        }
        if (seeds.bites("RTX-X9", threshold > tcb.congestion.ssthresh)) {
            tcb.congestion.ssthresh = threshold;
        }
    }

    @Override
    void beforeSending(Tcb tcb) {
        long before = tcb.congestion.cwnd;
        super.beforeSending(tcb);
        if (seeds.bites("RTX-X11", before > tcb.congestion.cwnd)) {
            tcb.congestion.cwnd = before;
        }
    }

    @Override
    void congested(Tcb tcb, SequenceNumber ack) {
        long window = tcb.congestion.cwnd;
        super.congested(tcb, ack);
        if (seeds.bites("ECN-UNREDUCED", tcb.congestion.cwnd < window)) {
            tcb.congestion.cwnd = window;
        }
    }

    @Override
    long room(Tcb tcb) {
        Tcb.Congestion c = tcb.congestion;
        long right = super.room(tcb);
        boolean limited = !c.recovering && c.duplicates > 0;
        return seeds.bites("RTX-X13", limited) ? c.cwnd - flightSize(tcb) : right;
    }
}
