package org.tcpspec.model;

import java.time.Duration;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;

/** Mistakes of a receiver: its window, and when it acknowledges. */
class ReceiverFaults extends FinReceivingFaults {

    private static final int HOLES = 5;
    private static final long TOO_LONG = Duration.ofMillis(600).toNanos();

    private final Seeds seeds;

    ReceiverFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    boolean updateWindow(Tcb tcb) {
        if (super.updateWindow(tcb)) {
            return true;
        }
        int free = tcb.rcv.buff - tcb.rcv.unread.length();
        if (seeds.bites("SWS-01", free > tcb.rcv.wnd)) {
            tcb.rcv.wnd = free;
            return true;
        }
        return false;
    }

    @Override
    Bytes read(Tcb tcb, int max) {
        boolean shut = tcb.rcv.wnd == 0;
        boolean owed = tcb.rcv.ackNow;
        Bytes text = super.read(tcb, max);
        if (seeds.bites("ZWP-12", shut && !owed && tcb.rcv.ackNow)) {
            tcb.rcv.ackNow = false;
        }
        return text;
    }

    @Override
    Segment trim(Tcb tcb, Segment seg) {
        int beyond = seg.textStart().plus(seg.text().length()).minus(tcb.rcv.rightEdge());
        if (!seeds.bites("SEQ-03", tcb.state.isSynchronized() && beyond > 0 && beyond < seg.text().length())) {
            return super.trim(tcb, seg);
        }
        tcb.rcv.wnd += beyond;
        Segment trimmed = super.trim(tcb, seg);
        tcb.rcv.wnd -= beyond;
        return trimmed;
    }

    @Override
    void acceptText(Tcb tcb, Segment seg) {
        boolean text = !seg.text().isEmpty();
        boolean tiny = tcb.rcv.wnd > 0 && tcb.rcv.wnd < Math.min(tcb.rcv.buff / 2, tcb.snd.mss);
        boolean holes = tcb.rcv.early.edges().size() >= 2 * HOLES;
        if (seeds.bites("ZWP-13", text && tiny) || seeds.bites("SEQ-06", text && holes)) {
            tcb.rcv.ackNow = true;
            return;
        }
        boolean owed = tcb.rcv.ackNow;
        SequenceNumber before = tcb.rcv.nxt;
        super.acceptText(tcb, seg);
        boolean gap = text && !owed && tcb.rcv.ackNow;
        boolean filled = !tcb.rcv.nxt.equals(before);
        if (seeds.bites("SWS-09", gap && !filled) || seeds.bites("SWS-X3", gap && filled && !pair(tcb))) {
            tcb.rcv.ackNow = false;
            delay(tcb, host.profile().delayedAck().toNanos());
        }
        int taken = tcb.rcv.nxt.minus(before);
        if (seeds.bites("WND-03", taken > 0 && tcb.rcv.wnd > 0)) {
            tcb.rcv.wnd -= Math.min(tcb.rcv.wnd, taken);
        }
        tcb.rcv.wnd = Math.max(0, tcb.rcv.wnd);
    }

    private static boolean pair(Tcb tcb) {
        return tcb.rcv.unacknowledged >= 2;
    }

    private void delay(Tcb tcb, long nanos) {
        tcb.timers.start(Timeout.DELAYED_ACK, host.now() + nanos);
    }

    @Override
    void oweAck(Tcb tcb) {
        boolean delays = !host.profile().delayedAck().isZero();
        boolean second = delays && tcb.rcv.unacknowledged > 0;
        if (seeds.bites("SWS-07", second)) {
            tcb.rcv.unacknowledged++;
            return;
        }
        if (seeds.bites("SWS-X4", delays && !second)) {
            tcb.rcv.ackNow = true;
            return;
        }
        super.oweAck(tcb);
        if (seeds.bites("SWS-08", delays && !second)) {
            delay(tcb, TOO_LONG);
        }
    }
}
