package org.tcpspec.model;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.tcpspec.model.RetransmissionQueue.Sent;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Segment;

/** Mistakes of a sender before a window that is shut, or all but shut. */
class ProbeFaults extends FinSendingFaults {

    private static final int FLOOD = 32;
    private static final int STORM = 8;

    private final Seeds seeds;
    private final Set<Tcb> trickling = Collections.newSetFromMap(new WeakHashMap<>());
    private final Set<Tcb> stalled = Collections.newSetFromMap(new WeakHashMap<>());

    ProbeFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    void persistTimeout(Tcb tcb) {
        boolean shut = tcb.snd.usableWindow() <= 0;
        if (seeds.bites("ZWP-01", shut) || seeds.bites("ZWP-14", !shut)) {
            return;
        }
        boolean finAlone = shut && tcb.snd.unsent.isEmpty();
        if (seeds.bites("ZWP-08", finAlone)) {
            tcb.snd.probes++;
            host.output().text(tcb, new Sent(tcb.snd.nxt, false, Bytes.of((byte) 0), false, true, host.now(), false), true);
            return;
        }
        if (seeds.bites("ZWP-10", shut)) {
            tcb.snd.probes++;
            host.output().ack(tcb);
            return;
        }
        super.persistTimeout(tcb);
    }

    @Override
    long probeInterval(Tcb tcb) {
        if (seeds.bites("ZWP-03")) {
            return tcb.rto.rto() / FLOOD;
        }
        return seeds.bites("ZWP-X1", tcb.snd.probes > 0) ? tcb.rto.rto() : super.probeInterval(tcb);
    }

    @Override
    void alive(Tcb tcb) {
        boolean watched = tcb.snd.wnd == 0 && tcb.timers.isRunning(Timeout.USER);
        if (!seeds.bites("ZWP-04", watched)) {
            super.alive(tcb);
        }
    }

    @Override
    void startUserTimer(Tcb tcb) {
        if (seeds.bites("ZWP-05", tcb.snd.retransmissions.front().probe())) {
            tcb.timers.stop(Timeout.USER);
        } else {
            super.startUserTimer(tcb);
        }
    }

    @Override
    void transmit(Tcb tcb, long room, boolean probe) {
        super.transmit(tcb, room, probe);
        if (seeds.bites("ZWP-07", probe && !tcb.snd.finSent)) {
            tcb.snd.nxt = tcb.snd.retransmissions.front().seq();
        }
    }

    @Override
    void retransmissionTimeout(Tcb tcb) {
        boolean shut = tcb.state.isSynchronized()
                && tcb.snd.wnd == 0
                && !tcb.snd.retransmissions.front().probe();
        super.retransmissionTimeout(tcb);
        if (seeds.bites("ZWP-15", shut)) {
            for (int i = 0; i < STORM; i++) {
                host.output().ack(tcb);
            }
        }
    }

    @Override
    void learnWindow(Tcb tcb, Segment seg) {
        int probes = tcb.snd.probes;
        super.learnWindow(tcb, seg);
        if (seeds.bites("SIB-PROBES-KEPT", probes > 0 && tcb.snd.probes == 0)) {
            tcb.snd.probes = probes;
        }
        if (seeds.bites("ZWP-18", tcb.snd.wnd == 0)) {
            tcb.snd.wnd = 1;
            trickling.add(tcb);
        }
    }

    @Override
    boolean mayGo(Tcb tcb) {
        return super.mayGo(tcb) || tcb.snd.usableWindow() > 0 && trickling.contains(tcb);
    }

    @Override
    void send(Tcb tcb) {
        boolean shrunk = tcb.state.isSynchronized() && tcb.snd.usableWindow() < 0;
        if (seeds.bites("ZWP-17", shrunk)) {
            stalled.add(tcb);
        }
        if (stalled.contains(tcb)) {
            return;
        }
        long honest = tcb.snd.wnd;
        // The difference is taken for a number without sign.
        if (seeds.bites("ZWP-X2", shrunk && honest > 0 && !tcb.snd.unsent.isEmpty())) {
            tcb.snd.wnd = Integer.MAX_VALUE;
            super.send(tcb);
            tcb.snd.wnd = honest;
        } else {
            super.send(tcb);
        }
    }
}
