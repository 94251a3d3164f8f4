package org.tcpspec.model;

import java.util.Set;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** Mistakes at the edges of the windows: what is acceptable, and which window counts. */
class WindowEdgeFaults extends ClosingStateFaults {

    private final Seeds seeds;

    WindowEdgeFaults(Host host, Seeds seeds, Set<String> otherReadings) {
        super(host, seeds, otherReadings);
        this.seeds = seeds;
    }

    @Override
    boolean isAcceptable(Tcb tcb, Segment seg) {
        boolean right = super.isAcceptable(tcb, seg);
        if (seg.has(Flag.RST) || seg.length() == 0 || tcb.rcv.wnd == 0 || !tcb.state.isSynchronized()) {
            return right;
        }
        boolean begins = tcb.rcv.isInWindow(seg.seq());
        boolean ends = tcb.rcv.isInWindow(seg.end().minus(1));
        boolean atLast = seg.seq().equals(tcb.rcv.rightEdge().minus(1)) && tcb.rcv.wnd > 1;
        return right
                && !seeds.bites("SIB-LAST-OCTET", atLast)
                && !seeds.bites("SIB-FAR-END", begins && !ends)
                && !seeds.bites("SIB-OLD-START", !begins && ends && seg.text().length() > 1);
    }

    @Override
    void unacceptable(Tcb tcb, Segment seg) {
        boolean narrow = tcb.rcv.wnd > 0 && tcb.rcv.wnd < tcb.rcv.buff / 2;
        if (!seeds.bites("SIB-SHRUNK-SILENT", narrow && tcb.rcv.rightEdge().isAtMost(seg.seq()))) {
            super.unacceptable(tcb, seg);
        }
    }

    @Override
    boolean acknowledge(Tcb tcb, Segment seg) {
        Tcb.Snd snd = tcb.snd;
        boolean current = seg.ack().equals(snd.una) || seg.ack().isAfter(snd.una) && seg.ack().isAtMost(snd.nxt);
        boolean older = seg.seq().isBefore(snd.wl1);
        long window = snd.wnd;
        boolean differs = tcb.state.isSynchronized() && host.windowScale().window(tcb, seg) != window;
        SequenceNumber wl1 = snd.wl1;
        boolean goesOn = super.acknowledge(tcb, seg);
        if (current && !older && seeds.bites("SIB-WND-TEXT", differs && !seg.text().isEmpty())) {
            snd.wnd = window;
            snd.wl1 = wl1;
        }
        return goesOn;
    }

    @Override
    void synSentState(Tcb tcb, Segment seg) {
        boolean rst = seg.has(Flag.RST) && seg.has(Flag.ACK);
        if (seeds.bites("SIB-SYNSENT-CHALLENGE", rst && !acknowledgesSyn(tcb, seg))) {
            host.output().ack(tcb);
            return;
        }
        super.synSentState(tcb, seg);
    }

    @Override
    void eighthCheckFin(Tcb tcb) {
        State before = tcb.state;
        super.eighthCheckFin(tcb);
        if (seeds.bites("SIB-FIN-EDGE", tcb.state != before && tcb.rcv.wnd > 1)) {
            tcb.rcv.wnd--;
        }
    }
}
