package org.tcpspec.model;

import java.util.Set;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Ip;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/** Mistakes of SEGMENT ARRIVES that show in one of the closing states alone. */
class ClosingStateFaults extends BlindAttackGapFaults {

    private final Seeds seeds;

    ClosingStateFaults(Host host, Seeds seeds, Set<String> otherReadings) {
        super(host, seeds, otherReadings);
        this.seeds = seeds;
    }

    @Override
    void unacceptable(Tcb tcb, Segment seg) {
        boolean finAgain = seg.has(Flag.FIN) && !seg.has(Flag.SYN) && seg.end().equals(tcb.rcv.nxt);
        boolean synAgain = seg.has(Flag.SYN) && tcb.state == State.SYN_RECEIVED && !tcb.wasPassive();
        boolean marked = seg.ip().ecn() == Ip.CE && tcb.ecn.ok && !seg.text().isEmpty();
        if (seeds.bites("ECN-OUTSIDE", marked)) {
            tcb.ecn.echo = true;
        }
        if (seeds.bites("SIB-TW-RST", tcb.state == State.TIME_WAIT && !seg.text().isEmpty())) {
            host.output().refuse(seg);
            return;
        }
        if (seeds.bites("SIB-SOP-SYN", synAgain)) {
            return;
        }
        super.unacceptable(tcb, seg);
        if (seeds.bites("SIB-CLOSING-FIN", finAgain && tcb.state == State.CLOSING)) {
            timeWait(tcb);
        } else if (seeds.bites("SIB-LASTACK-FIN", finAgain && tcb.state == State.LAST_ACK)) {
            host.connections().delete(tcb);
        }
    }

    @Override
    void secondCheckRst(Tcb tcb, Segment seg) {
        boolean exact = seg.seq().equals(tcb.rcv.nxt);
        boolean challenged = isChallenged(tcb, seg);
        if (seeds.bites("SIB-RST-FW2", exact && tcb.state == State.FIN_WAIT_2)
                || seeds.bites("SIB-RST-CW", exact && tcb.state == State.CLOSE_WAIT)) {
            return;
        }
        if (seeds.bites("SIB-RST-BLIND", challenged && tcb.state == State.FIN_WAIT_2)) {
            reset(tcb);
            return;
        }
        if (seeds.bites("SIB-RST-WORDLESS", exact && tcb.state == State.CLOSE_WAIT)) {
            tcb.known = false;
        }
        super.secondCheckRst(tcb, seg);
        if (seeds.bites("SIB-RST-AFTER", challenged && tcb.state == State.CLOSE_WAIT)) {
            reset(tcb);
        }
    }

    @Override
    boolean fourthCheckSyn(Tcb tcb, Segment seg) {
        boolean halfClosed = tcb.state == State.FIN_WAIT_2 || tcb.state == State.LAST_ACK;
        return seeds.bites("SIB-SYN-SILENT", halfClosed) || super.fourthCheckSyn(tcb, seg);
    }

    @Override
    void fifthCheckAck(Tcb tcb, Segment seg) {
        if (!seg.has(Flag.ACK)) {
            if (seeds.bites("SIB-NOACK-FIN", tcb.state == State.FIN_WAIT_2 && seg.has(Flag.FIN))) {
                sixthCheckUrg(tcb, seg);
            } else {
                super.fifthCheckAck(tcb, seg);
            }
            return;
        }
        boolean future = seg.ack().isAfter(tcb.snd.nxt);
        if (seeds.bites("SIB-FUTURE-FW2", future && tcb.state == State.FIN_WAIT_2)) {
            return;
        }
        boolean text = !seg.text().isEmpty();
        if (seeds.bites("SIB-FUTURE-TEXT", future && text && tcb.state == State.ESTABLISHED)) {
            sixthCheckUrg(tcb, seg);
            return;
        }
        boolean opensCrossed = tcb.state == State.SYN_RECEIVED && !tcb.wasPassive() && !seg.has(Flag.SYN);
        boolean strip = seeds.bites("SIB-SOP-FIN", opensCrossed && seg.has(Flag.FIN));
        super.fifthCheckAck(tcb, strip ? seg.withFlags(seg.flags().without(Flag.FIN)) : seg);
    }

    @Override
    boolean failsAckRange(Tcb tcb, Segment seg) {
        boolean fails = super.failsAckRange(tcb, seg) && !seg.ack().isAfter(tcb.snd.nxt);
        if (seeds.bites("SIB-RANGE-FW2", fails && tcb.state == State.FIN_WAIT_2)) {
            return false;
        }
        return super.failsAckRange(tcb, seg);
    }

    @Override
    void badAckInSynReceived(Tcb tcb, Segment seg) {
        if (!seeds.bites("SIB-SOP-BADACK", !tcb.wasPassive())) {
            super.badAckInSynReceived(tcb, seg);
        }
    }

    @Override
    void seventhProcessText(Tcb tcb, Segment seg) {
        boolean next = !seg.text().isEmpty() && seg.textStart().equals(tcb.rcv.nxt);
        if (seeds.bites("SIB-TEXT-CW", next && tcb.state == State.CLOSE_WAIT)
                || seeds.bites("SIB-TEXT-LA", next && tcb.state == State.LAST_ACK)) {
            tcb.rcv.nxt = seg.textStart().plus(seg.text().length());
            tcb.rcv.ackNow = true;
            return;
        }
        boolean lastText = tcb.state == State.FIN_WAIT_2 && next && seg.has(Flag.FIN) && !tcb.closedBothWays;
        boolean reading = tcb.reading;
        boolean lost = seeds.bites("SIB-FW2-LOST", lastText);
        tcb.reading &= !lost;
        super.seventhProcessText(tcb, seg);
        if (lost) {
            tcb.rcv.unread.clear();
            tcb.reading = reading;
            host.receiver().tellClosing(tcb);
        }
    }
}
