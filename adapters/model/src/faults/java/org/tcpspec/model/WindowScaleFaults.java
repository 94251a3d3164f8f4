package org.tcpspec.model;

import java.util.Optional;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;
import org.tcpspec.spi.wire.TcpOption;

/** Mistakes with window scale. */
class WindowScaleFaults extends WindowScale {

    private static final int FIELD = 0xffff;
    private static final int MOST = 14;

    private final Seeds seeds;

    WindowScaleFaults(Host host, Seeds seeds) {
        super(host);
        this.seeds = seeds;
    }

    @Override
    Optional<TcpOption.WindowScale> option(Tcb tcb, boolean withAck) {
        boolean could = host.profile().has(Option.WINDOW_SCALE);
        if (seeds.bites("WSC-X1", could && withAck && !tcb.scaled)) {
            return Optional.of(new TcpOption.WindowScale(shift()));
        }
        Optional<TcpOption.WindowScale> option = super.option(tcb, withAck);
        if (seeds.bites("GAP-WS-SHIFT", option.isPresent())) {
            return Optional.of(new TcpOption.WindowScale(shift() + 1));
        }
        if (seeds.bites("GAP-WS-MAX14", option.isPresent())) {
            return Optional.of(new TcpOption.WindowScale(MOST + 1));
        }
        return seeds.bites("SHD-WS-SYN", option.isPresent() && !withAck) ? Optional.empty() : option;
    }

    @Override
    void learnFromSyn(Tcb tcb, Segment syn) {
        boolean could = host.profile().has(Option.WINDOW_SCALE);
        boolean offer = could && syn.option(TcpOption.WindowScale.class).isPresent();
        if (seeds.bites("SHD-WS-REPLY", offer && tcb.state == State.SYN_RECEIVED)) {
            return;
        }
        super.learnFromSyn(tcb, syn);
        if (seeds.bites("WSC-03", could && !tcb.scaled)) {
            tcb.rcv.shift = shift();
        }
        int told = syn.option(TcpOption.WindowScale.class)
                .map(TcpOption.WindowScale::shift)
                .orElse(0);
        if (seeds.bites("WSC-04", tcb.scaled && told > MOST)) {
            tcb.snd.shift = told & 31;
        }
        if (seeds.bites("WSC-05", tcb.state == State.SYN_SENT && tcb.snd.shift > 0)) {
            tcb.snd.shift = 0;
        }
        if (seeds.bites("WSC-X2", tcb.state == State.SYN_RECEIVED && tcb.snd.shift > 0)) {
            tcb.snd.shift = 0;
        }
    }

    @Override
    long window(Tcb tcb, Segment seg) {
        return seeds.bites("WSC-X3", seg.has(Flag.SYN) && tcb.snd.shift > 0)
                ? (long) seg.window() << tcb.snd.shift
                : super.window(tcb, seg);
    }

    @Override
    int field(Tcb tcb, boolean syn) {
        if (seeds.bites("WSC-01", syn && shift() > 0 && host.profile().has(Option.WINDOW_SCALE))) {
            return Math.min(FIELD, tcb.rcv.wnd) >> shift();
        }
        return seeds.bites("WSC-06", !syn && tcb.rcv.wnd > FIELD)
                ? (tcb.rcv.wnd & FIELD) >> tcb.rcv.shift
                : super.field(tcb, syn);
    }
}
