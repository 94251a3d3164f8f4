package org.tcpspec.model;

import java.util.IdentityHashMap;
import java.util.Map;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.TcpOption;

/** Mistakes in what the peer's options say about what to send: MSS, and the shift of a window. */
class MssFaults extends Sender {

    private final Seeds seeds;
    /** Connections whose text never goes: true if empty segments go instead of it. */
    private final Map<Tcb, Boolean> stuck = new IdentityHashMap<>();

    MssFaults(Host host, Seeds seeds) {
        super(host);
        this.seeds = seeds;
    }

    @Override
    int announcedMss(Tcb tcb, Segment syn) {
        int announced = super.announcedMss(tcb, syn);
        int local = host.output().localMss(tcb.local);
        boolean none = syn.option(TcpOption.Mss.class).isEmpty();
        if (seeds.bites("MSS-02", none && announced < local)
                || seeds.bites("MSS-03", !none && tcb.wasPassive() && announced < local)) {
            return local;
        }
        return announced;
    }

    @Override
    int effectiveMss(Tcb tcb, int whole) {
        return seeds.bites("MSS-05", tcb.ts.ok && whole > Timestamps.OCTETS) ? whole : super.effectiveMss(tcb, whole);
    }

    @Override
    void learnMss(Tcb tcb, Segment syn) {
        super.learnMss(tcb, syn);
        boolean zero = syn.option(TcpOption.Mss.class).filter(mss -> mss.octets() == 0).isPresent();
        boolean tiny = syn.option(TcpOption.Mss.class)
                .filter(mss -> 0 < mss.octets() && mss.octets() <= Timestamps.OCTETS && tcb.ts.ok)
                .isPresent();
        if (seeds.bites("MSS-06", zero)) {
            stuck.put(tcb, false);
        } else if (seeds.bites("MSS-07", tiny)) {
            stuck.put(tcb, true);
        }
    }

    @Override
    void learnWindow(Tcb tcb, Segment seg) {
        long told = host.windowScale().window(tcb, seg);
        boolean pure = seg.seq().equals(tcb.snd.wl1) && seg.ack().equals(tcb.snd.wl2) && tcb.snd.shift > 0;
        if (!seeds.bites("WSC-07", pure && told > tcb.snd.wnd && seg.window() <= tcb.snd.wnd)) {
            super.learnWindow(tcb, seg);
        }
    }

    @Override
    boolean cwndAllows(Tcb tcb) {
        if (stuck.isEmpty() || !stuck.containsKey(tcb)) {
            return super.cwndAllows(tcb);
        }
        if (stuck.get(tcb)) {
            host.output().ack(tcb);
        }
        return false;
    }

    @Override
    void persistTimeout(Tcb tcb) {
        if (!stuck.containsKey(tcb)) {
            super.persistTimeout(tcb);
        }
    }

    @Override
    int longest(Tcb tcb) {
        int cwnd = (int) Math.min(tcb.congestion.cwnd, host.output().localMss(tcb.local));
        return seeds.bites("MSS-04", cwnd > tcb.snd.mss && tcb.snd.unsent.length() > tcb.snd.mss)
                ? cwnd
                : super.longest(tcb);
    }
}
