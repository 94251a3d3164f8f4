package org.tcpspec.model;

import java.util.Set;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/** Mistakes around TIME-WAIT in SEGMENT ARRIVES. */
class TimeWaitFaults extends OtherReadings.ReadOtherwise {

    private final Seeds seeds;

    TimeWaitFaults(Host host, Seeds seeds, Set<String> otherReadings) {
        super(host, otherReadings);
        this.seeds = seeds;
    }

    @Override
    void finReturns(Tcb tcb) {
        if (!seeds.bites("TWT-X1")) {
            super.finReturns(tcb);
        }
    }

    @Override
    void unacceptable(Tcb tcb, Segment seg) {
        boolean waits = tcb.state == State.TIME_WAIT;
        boolean finReturns = waits && seg.has(Flag.FIN) && seg.end().equals(tcb.rcv.nxt);
        if (seeds.bites("TWT-11", waits && isSynFin(seg))) {
            host.connections().delete(tcb);
        } else if (seeds.bites("TWT-03", finReturns)) {
            finReturns(tcb);
        } else if (!seeds.bites("TWT-X2", finReturns && !seg.text().isEmpty())) {
            super.unacceptable(tcb, seg);
        }
    }

    @Override
    boolean fourthCheckSyn(Tcb tcb, Segment seg) {
        if (seeds.bites("TWT-11", tcb.state == State.TIME_WAIT && isSynFin(seg))) {
            host.connections().delete(tcb);
            return true;
        }
        return super.fourthCheckSyn(tcb, seg);
    }

    private static boolean isSynFin(Segment seg) {
        return seg.has(Flag.SYN) && seg.has(Flag.FIN);
    }

    @Override
    void seventhProcessText(Tcb tcb, Segment seg) {
        boolean nextText = !seg.text().isEmpty() && seg.textStart().equals(tcb.rcv.nxt);
        if (seeds.bites("TWT-06", tcb.state == State.TIME_WAIT && nextText)) {
            tcb.rcv.nxt = tcb.rcv.nxt.plus(seg.text().length());
            tcb.rcv.ackNow = true;
        } else {
            super.seventhProcessText(tcb, seg);
        }
    }

    @Override
    void secondCheckRst(Tcb tcb, Segment seg) {
        boolean waits = tcb.state == State.TIME_WAIT;
        if (seeds.bites("TWT-07", waits && host.profile().has(Option.RFC1337))) {
            host.connections().delete(tcb);
        } else if (!seeds.bites("TWT-X3", waits && !host.profile().has(Option.RFC1337))) {
            super.secondCheckRst(tcb, seg);
        }
    }

    @Override
    void timeWait(Tcb tcb) {
        State from = tcb.state;
        super.timeWait(tcb);
        if (seeds.bites("SCL-05", from == State.CLOSING)) {
            tcb.rcv.ackNow = true;
        }
        if (seeds.bites("SCL-06", from == State.CLOSING)) {
            tcb.timers.stop(Timeout.TIME_WAIT);
        }
    }
}
