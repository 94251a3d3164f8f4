package org.tcpspec.model;

import org.tcpspec.spi.wire.SequenceNumber;

/**
 * Congestion control: RFC 5681 with the initial window of RFC 6928, and RFC 6582 for several losses in one flight
 * (RFC 5681 section 4.3).
 */
class Congestion {

    private static final int INITIAL_SEGMENTS = 10;
    private static final int INITIAL_OCTETS = 14_600;
    private static final int DUPLICATES = 3;

    final Host host;

    Congestion(Host host) {
        this.host = host;
    }

    /** Data transmission begins with IW, or with one segment if a SYN was lost (3.1). */
    void established(Tcb tcb) {
        tcb.congestion.cwnd = tcb.congestion.synLost ? tcb.snd.mss : initialWindow(tcb);
        tcb.congestion.sentAt = host.now();
    }

    /** RFC 6928 section 2. */
    long initialWindow(Tcb tcb) {
        return Math.min((long) INITIAL_SEGMENTS * tcb.snd.mss, Math.max(2L * tcb.snd.mss, INITIAL_OCTETS));
    }

    /** How many octets of text cwnd lets go now. The first two duplicate ACKs let one segment go each (3.2, step 1). */
    long room(Tcb tcb) {
        Tcb.Congestion c = tcb.congestion;
        long limited = c.recovering ? 0 : (long) tcb.snd.mss * Math.min(c.duplicates, DUPLICATES - 1);
        return c.cwnd + limited - flightSize(tcb);
    }

    static long flightSize(Tcb tcb) {
        return tcb.snd.nxt.minus(tcb.snd.una);
    }

    /** Text leaves. */
    void sent(Tcb tcb) {
        tcb.congestion.sentAt = host.now();
    }

    /** Restart window: nothing was sent for more than RTO (4.1). */
    void beforeSending(Tcb tcb) {
        boolean idle = tcb.snd.retransmissions.isEmpty() && host.now() - tcb.congestion.sentAt > tcb.rto.rto();
        if (idle) {
            tcb.congestion.cwnd = Math.min(tcb.congestion.cwnd, initialWindow(tcb));
        }
    }

    /**
     * {@code n} octets are newly acknowledged, up to SND.UNA.
     *
     * @param grows false if the ACK tells of congestion (RFC 3168 section 6.1.2)
     * @return true if the next hole is to be filled at once
     */
    boolean acknowledged(Tcb tcb, int n, boolean grows) {
        Tcb.Congestion c = tcb.congestion;
        c.duplicates = 0;
        if (c.recovering) {
            return recovery(tcb, n);
        }
        if (!grows) {
            return false;
        }
        if (c.cwnd < c.ssthresh) {
            c.cwnd += Math.min(n, tcb.snd.mss);
            return false;
        }
        c.acknowledged += n;
        if (c.acknowledged >= c.cwnd) {
            c.acknowledged -= c.cwnd;
            c.cwnd += tcb.snd.mss;
        }
        return false;
    }

    /** Step 6 of 3.2 if all is acknowledged that was in flight at the loss; else step 3 of RFC 6582 section 3.2. */
    private boolean recovery(Tcb tcb, int n) {
        Tcb.Congestion c = tcb.congestion;
        boolean partial = tcb.snd.una.isBefore(c.recover);
        if (partial) {
            c.cwnd = Math.max(tcb.snd.mss, c.cwnd - n + (n >= tcb.snd.mss ? tcb.snd.mss : 0));
        } else {
            c.cwnd = c.ssthresh;
            c.recovering = false;
        }
        return partial;
    }

    /** A duplicate ACK came (section 2). True if it is the one that calls for a fast retransmit (3.2). */
    boolean duplicate(Tcb tcb) {
        Tcb.Congestion c = tcb.congestion;
        if (c.recovering) {
            c.cwnd += tcb.snd.mss;
            return false;
        }
        if (++c.duplicates == 1) {
            c.flight = flightSize(tcb);
        }
        if (c.duplicates != DUPLICATES || tcb.snd.isRecovering() || tcb.snd.una.isBefore(c.recover)) {
            return false;
        }
        if (tcb.snd.una.isAtLeast(tcb.ecn.recover)) {
            c.ssthresh = halved(tcb, c.flight);
        }
        tcb.ecn.reduced = true;
        c.cwnd = c.ssthresh + (long) DUPLICATES * tcb.snd.mss;
        c.recover = tcb.snd.nxt;
        c.recovering = true;
        return true;
    }

    /** The retransmission timer expired, for this segment the first time or again (3.1). */
    void timeout(Tcb tcb, boolean first) {
        Tcb.Congestion c = tcb.congestion;
        if (first) {
            c.ssthresh = halved(tcb, flightSize(tcb));
        }
        tcb.ecn.reduced = true;
        c.cwnd = tcb.snd.mss;
        c.acknowledged = 0;
        c.duplicates = 0;
        c.recovering = false;
        c.recover = tcb.snd.nxt;
    }

    /**
     * An ACK with ECE came, and is not yet processed: as after a loss, once for what is in flight (RFC 3168 section
     * 6.1.2). What a loss has reduced already is not reduced again.
     */
    void congested(Tcb tcb, SequenceNumber ack) {
        Tcb.Congestion c = tcb.congestion;
        if (ack.isAtMost(tcb.ecn.recover) || ack.isAtMost(c.recover)) {
            return;
        }
        c.ssthresh = halved(tcb, flightSize(tcb));
        c.cwnd = Math.min(c.cwnd, c.ssthresh);
        c.acknowledged = 0;
        tcb.ecn.recover = tcb.snd.nxt;
        tcb.ecn.reduced = true;
    }

    /** Equation (4). */
    private static long halved(Tcb tcb, long flight) {
        return Math.max(flight / 2, 2L * tcb.snd.mss);
    }
}
