package org.tcpspec.model;

import java.util.Set;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** Mistakes in the fifth check of SEGMENT ARRIVES: the ACK field of the synchronized states. */
class AckFaults extends SequenceFaults {

    private final Seeds seeds;

    AckFaults(Host host, Seeds seeds, Set<String> otherReadings) {
        super(host, seeds, otherReadings);
        this.seeds = seeds;
    }

    @Override
    void fifthCheckAck(Tcb tcb, Segment seg) {
        if (!seg.has(Flag.ACK) || !tcb.state.isSynchronized()) {
            super.fifthCheckAck(tcb, seg);
            return;
        }
        Tcb.Snd snd = tcb.snd;
        SequenceNumber ack = seg.ack();
        boolean news = ack.isAfter(snd.una) && ack.isAtMost(snd.nxt);
        boolean old = ack.isBefore(snd.una) && !seg.text().isEmpty() && !failsAckRange(tcb, seg);
        if (seeds.bites("ACK-01", ack.isAfter(snd.nxt)) || seeds.bites("ACK-10", old)) {
            return;
        }
        boolean rewound = news
                && snd.isRecovering()
                && snd.retransmissions.front().again()
                && ack.isAfter(snd.retransmissions.front().end());
        if (seeds.bites("ACK-05", rewound)) {
            host.output().ack(tcb);
            return;
        }
        super.fifthCheckAck(tcb, news ? seg.withAck(counted(tcb, seg)) : seg);
        boolean early = news && tcb.state == State.FIN_WAIT_1 && !seg.has(Flag.FIN);
        if (seeds.bites("ACK-03", early)) {
            tcb.state = State.FIN_WAIT_2;
            tcb.timers.stop(Timeout.RETRANSMISSION);
            tcb.timers.stop(Timeout.USER);
        }
    }

    /** The number up to which a new ACK counts. */
    private SequenceNumber counted(Tcb tcb, Segment seg) {
        Tcb.Snd snd = tcb.snd;
        boolean finAndMore = snd.finSent && seg.ack().equals(snd.nxt) && snd.nxt.minus(snd.una) > 1;
        if (seeds.bites("ACK-04", tcb.state == State.FIN_WAIT_1 && finAndMore)) {
            return seg.ack().minus(1);
        }
        boolean withFin = tcb.state == State.ESTABLISHED && seg.has(Flag.FIN);
        boolean wraps = seg.ack().unsigned() < snd.una.unsigned();
        return seeds.bites("ACK-06", withFin) || seeds.bites("SEQ-X2", wraps) ? snd.una : seg.ack();
    }

    @Override
    boolean acknowledge(Tcb tcb, Segment seg) {
        boolean repeated = seg.ack().equals(tcb.snd.una) && tcb.timers.isRunning(Timeout.RETRANSMISSION);
        boolean duplicate = repeated && isDuplicate(tcb, seg);
        boolean goesOn = super.acknowledge(tcb, seg);
        if (seeds.bites("RTX-06", duplicate)) {
            tcb.timers.stop(Timeout.RETRANSMISSION);
        }
        if (seeds.bites("RTX-X1", repeated && seg.text().isEmpty()) && !tcb.snd.retransmissions.isEmpty()) {
            host.sender().startRetransmissionTimer(tcb);
        }
        return goesOn;
    }

    @Override
    boolean isDuplicate(Tcb tcb, Segment seg) {
        boolean right = super.isDuplicate(tcb, seg);
        boolean inFlight = tcb.state.isSynchronized()
                && !tcb.snd.retransmissions.isEmpty()
                && !tcb.snd.retransmissions.front().probe();
        return right
                || seeds.bites("RTX-15", inFlight && seg.text().isEmpty())
                || seeds.bites("RTX-X3", inFlight && !seg.text().isEmpty());
    }
}
