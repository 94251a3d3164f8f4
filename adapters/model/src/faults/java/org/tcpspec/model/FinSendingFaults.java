package org.tcpspec.model;

import org.tcpspec.model.RetransmissionQueue.Sent;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** Mistakes in sending the FIN and the text before it. */
class FinSendingFaults extends MssFaults {

    private final Seeds seeds;

    FinSendingFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    boolean maySendText(Tcb tcb) {
        return super.maySendText(tcb)
                && !seeds.bites("SCL-01", tcb.state == State.CLOSING && tcb.snd.hasPending())
                && !seeds.bites("HCL-X1", tcb.state == State.CLOSE_WAIT && !tcb.snd.unsent.isEmpty());
    }

    @Override
    boolean finMayGoAlone(Tcb tcb) {
        boolean inFlight = !tcb.snd.nxt.equals(tcb.snd.una);
        return super.finMayGoAlone(tcb) && !seeds.bites("FIN-13", tcb.nagle && inFlight);
    }

    @Override
    boolean finGoesWith(Tcb tcb, Bytes text, long room) {
        boolean waits = tcb.snd.finQueued && !tcb.snd.finSent;
        boolean textBehind = !tcb.snd.unsent.isEmpty() && !text.isEmpty() && text.length() < room;
        return super.finGoesWith(tcb, text, room) || seeds.bites("FIN-04", waits && textBehind);
    }

    @Override
    void finLeaves(Tcb tcb) {
        super.finLeaves(tcb);
        if (tcb.state == State.ESTABLISHED) {
            tcb.state = State.FIN_WAIT_1;
        }
    }

    @Override
    void transmit(Tcb tcb, long room, boolean probe) {
        boolean before = tcb.snd.finSent;
        super.transmit(tcb, room, probe);
        if (before || !tcb.snd.finSent) {
            return;
        }
        if (seeds.bites("FIN-07", tcb.state == State.LAST_ACK)) {
            host.output().text(tcb, fin(tcb.snd.nxt), false);
        }
        if (seeds.bites("FIN-09", tcb.state == State.FIN_WAIT_1)) {
            host.connections().delete(tcb);
        }
    }

    private Sent fin(SequenceNumber seq) {
        return new Sent(seq, false, Bytes.EMPTY, true, false, host.now(), true);
    }

    @Override
    void retransmitText(Tcb tcb, Sent front) {
        if (seeds.bites("FIN-X4", front.fin() && front.text().isEmpty())) {
            host.output().text(tcb, fin(tcb.snd.nxt), false);
        } else if (seeds.bites("FIN-X5", front.fin() && !front.text().isEmpty())) {
            host.output().text(tcb, fin(front.end().minus(1)), false);
        } else {
            super.retransmitText(tcb, front);
        }
    }
}
