package org.tcpspec.model;

import java.util.Optional;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.TcpOption;

/** The Window Scale option: RFC 7323 section 2. */
class WindowScale {

    /** The greatest shift (2.3). */
    private static final int MOST = 14;

    private static final int FIELD = 0xffff;

    final Host host;

    WindowScale(Host host) {
        this.host = host;
    }

    /** Our SYN offers the option; our SYN,ACK has it if the peer's SYN did. */
    Optional<TcpOption.WindowScale> option(Tcb tcb, boolean withAck) {
        boolean goes = withAck ? tcb.scaled : host.profile().has(Option.WINDOW_SCALE);
        return goes ? Optional.of(new TcpOption.WindowScale(shift())) : Optional.empty();
    }

    /** The least shift with which the field can tell the whole receive buffer. */
    int shift() {
        int shift = 0;
        while (host.profile().scaledReceiveBuffer() >> shift > FIELD) {
            shift++;
        }
        return shift;
    }

    /** If both SYNs have the option, Snd.Wind.Shift and Rcv.Wind.Shift are set; else both stay zero (2.3). */
    void learnFromSyn(Tcb tcb, Segment syn) {
        if (!host.profile().has(Option.WINDOW_SCALE)) {
            return;
        }
        syn.option(TcpOption.WindowScale.class).ifPresent(option -> {
            if (option.shift() > MOST) {
                host.note("the peer's window scale is " + option.shift() + "; " + MOST + " is used");
            }
            tcb.scaled = true;
            tcb.snd.shift = Math.min(option.shift(), MOST);
            tcb.rcv.shift = shift();
            tcb.rcv.buff = host.profile().scaledReceiveBuffer();
            tcb.rcv.wnd = tcb.rcv.buff;
        });
    }

    /** The window that {@code seg} tells: SEG.WND << Snd.Wind.Shift, but never of a SYN. */
    long window(Tcb tcb, Segment seg) {
        return seg.has(Flag.SYN) ? seg.window() : (long) seg.window() << tcb.snd.shift;
    }

    /** The field that tells our window: RCV.WND >> Rcv.Wind.Shift, but never on a SYN. */
    int field(Tcb tcb, boolean syn) {
        return Math.min(FIELD, syn ? tcb.rcv.wnd : tcb.rcv.wnd >> tcb.rcv.shift);
    }

    /** How far rounding may have moved the edge of the peer's window to the left: it is to be ignored (2.4). */
    int slack(Tcb tcb) {
        return (1 << tcb.snd.shift) - 1;
    }
}
