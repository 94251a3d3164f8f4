package org.tcpspec.model;

import org.tcpspec.spi.wire.TcpOption;
import org.tcpspec.spi.wire.State;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;

/** Mistakes in reading and writing the window of a segment. */
class WindowFieldFaults extends WindowScaleFaults {

    private final Seeds seeds;

    WindowFieldFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    long window(Tcb tcb, Segment seg) {
        if (seeds.bites("WND-08", seg.window() > Short.MAX_VALUE)) {
            return (long) (short) seg.window() << (seg.has(Flag.SYN) ? 0 : tcb.snd.shift);
        }
        return super.window(tcb, seg);
    }

    @Override
    int field(Tcb tcb, boolean syn) {
        return seeds.bites("ZWP-20", tcb.rcv.wnd == 0 && !syn && tcb.state.isSynchronized()) ? 1 : super.field(tcb, syn);
    }

    @Override
    void learnFromSyn(Tcb tcb, Segment syn) {
        boolean offered = syn.option(TcpOption.WindowScale.class).isPresent();
        super.learnFromSyn(tcb, syn);
        boolean alone = !offered && tcb.state == State.SYN_SENT && host.profile().has(Option.WINDOW_SCALE) && shift() > 0;
        if (seeds.bites("SIB-WS-ALONE", alone)) {
            tcb.rcv.shift = shift();
        }
    }
}
