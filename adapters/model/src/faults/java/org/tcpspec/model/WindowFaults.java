package org.tcpspec.model;

import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;

/** Mistakes of a sender about the peer's window, about silly windows, and in Nagle's algorithm. */
class WindowFaults extends ProbeFaults {

    private final Seeds seeds;

    WindowFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    void transmit(Tcb tcb, long room, boolean probe) {
        boolean cut = !probe && room < Math.min(tcb.snd.unsent.length(), tcb.snd.mss);
        super.transmit(tcb, seeds.bites("WND-02", cut) ? tcb.snd.mss : room, probe);
    }

    @Override
    void learnWindow(Tcb tcb, Segment seg) {
        long told = host.windowScale().window(tcb, seg);
        boolean changes = told != tcb.snd.wnd && !seg.has(Flag.SYN);
        if (seeds.bites("WND-05", changes && isFirst(tcb, seg))) {
            return;
        }
        boolean pure = changes && tcb.state.isSynchronized() && seg.ack().equals(tcb.snd.wl2);
        if (seeds.bites("WND-06", pure && tcb.snd.wnd > 0) || seeds.bites("WND-X1", pure && tcb.snd.wnd == 0)) {
            return;
        }
        super.learnWindow(tcb, seg);
        SequenceNumber edge = tcb.snd.una.plus(tcb.snd.wnd);
        if (seeds.bites("WND-07", changes && tcb.state.isSynchronized() && edge.isBefore(tcb.snd.nxt))) {
            tcb.snd.nxt = edge;
        }
    }

    /** It has the numbers of the ACK that completes a passive OPEN: no text has moved either side yet. */
    private static boolean isFirst(Tcb tcb, Segment seg) {
        return tcb.wasPassive()
                && seg.seq().equals(tcb.rcv.irs.plus(1))
                && seg.ack().equals(tcb.snd.iss.plus(1));
    }

    @Override
    boolean mayGo(Tcb tcb) {
        boolean goes = super.mayGo(tcb);
        int waiting = tcb.snd.unsent.length();
        long usable = tcb.snd.usableWindow();
        boolean outstanding = !tcb.snd.nxt.equals(tcb.snd.una);
        if (goes) {
            boolean small = Math.min(waiting, usable) < tcb.snd.mss;
            return !seeds.bites("SWS-06", small && !tcb.nagle && outstanding && !tcb.snd.finQueued);
        }
        boolean held = tcb.nagle && !tcb.snd.finQueued && outstanding;
        return seeds.bites("SWS-05", held && waiting <= usable)
                || seeds.bites("SWS-03", !held && usable > 0 && waiting > usable)
                || seeds.bites("SWS-X1", held && usable > 0 && waiting > usable);
    }
}
