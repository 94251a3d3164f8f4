package org.tcpspec.model;

import java.util.Set;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/** Mistakes of SEGMENT ARRIVES on the way from ESTABLISHED to TIME-WAIT or CLOSED. */
class ClosingFaults extends ListenFaults {

    private final Seeds seeds;

    ClosingFaults(Host host, Seeds seeds, Set<String> otherReadings) {
        super(host, seeds, otherReadings);
        this.seeds = seeds;
    }

    @Override
    void otherStates(Tcb tcb, Segment seg) {
        boolean repeatedOurs = tcb.state == State.FIN_WAIT_1
                && !tcb.snd.retransmissions.isEmpty()
                && tcb.snd.retransmissions.front().fin()
                && tcb.snd.retransmissions.front().again();
        if (!seeds.bites("FIN-02", repeatedOurs && seg.has(Flag.FIN) && seg.has(Flag.ACK))) {
            super.otherStates(tcb, seg);
        }
    }

    @Override
    void unacceptable(Tcb tcb, Segment seg) {
        boolean old = !seg.has(Flag.SYN) && seg.end().isAtMost(tcb.rcv.nxt);
        boolean oldText = old && !seg.text().isEmpty() && !tcb.state.hasPeerFin();
        boolean finAgain = old && seg.has(Flag.FIN) && seg.end().equals(tcb.rcv.nxt);
        if (seeds.bites("OOO-06", oldText)) {
            tcb.rcv.unread.append(seg.text());
            host.receiver().deliver(tcb);
            host.output().ack(tcb);
        } else if (!seeds.bites("FIN-X1", finAgain && (tcb.state == State.CLOSE_WAIT || tcb.state == State.LAST_ACK))
                && !seeds.bites("SCL-X1", finAgain && tcb.state == State.CLOSING)) {
            super.unacceptable(tcb, seg);
        }
    }

    @Override
    boolean isOurFinAcked(Tcb tcb, Segment seg) {
        boolean acked = super.isOurFinAcked(tcb, seg);
        boolean allButFin = tcb.snd.finSent && !acked && tcb.snd.una.equals(tcb.snd.nxt.minus(1));
        if (acked && seeds.bites("SCL-04", tcb.state == State.FIN_WAIT_1 && seg.has(Flag.FIN))) {
            return false;
        }
        return acked
                || seeds.bites("FIN-X2", tcb.state == State.FIN_WAIT_1 && allButFin)
                || seeds.bites("FIN-X3", tcb.state == State.LAST_ACK && allButFin)
                || seeds.bites("SCL-X2", tcb.state == State.CLOSING && allButFin);
    }

    @Override
    void seventhProcessText(Tcb tcb, Segment seg) {
        boolean text = !seg.text().isEmpty();
        if (seeds.bites("SCL-07", tcb.state == State.FIN_WAIT_1 && text && !seg.has(Flag.FIN))) {
            tcb.rcv.ackNow = true;
        } else if (tcb.closedBothWays && !tcb.state.hasPeerFin() && seeds.bites("HCL-03", text)) {
            host.receiver().acceptText(tcb, seg);
            tcb.rcv.unread.clear();
            eighthCheckFin(tcb);
        } else if (seeds.bites("HCL-02", tcb.state == State.FIN_WAIT_2 && text && !tcb.closedBothWays)) {
            super.seventhProcessText(tcb, seg);
            tcb.rcv.ackNow = false;
            tcb.timers.stop(Timeout.DELAYED_ACK);
        } else if (!seeds.bites("HCL-01", tcb.state == State.FIN_WAIT_2 && text && !tcb.closedBothWays)) {
            super.seventhProcessText(tcb, seg);
        }
    }

    @Override
    void eighthCheckFin(Tcb tcb) {
        State before = tcb.state;
        super.eighthCheckFin(tcb);
        if (tcb.state == before) {
            return;
        }
        if (seeds.bites("HCL-11", tcb.state == State.CLOSE_WAIT)) {
            tcb.snd.finQueued = true;
        }
        if (seeds.bites("SCL-X3", tcb.state == State.CLOSING)) {
            timeWait(tcb);
        }
        if (seeds.bites("SCL-X4", tcb.state == State.TIME_WAIT && before == State.FIN_WAIT_2)) {
            tcb.state = State.CLOSING;
            tcb.timers.stopAll();
        }
    }
}
