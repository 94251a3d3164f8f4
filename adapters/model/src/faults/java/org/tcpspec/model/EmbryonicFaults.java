package org.tcpspec.model;

import java.util.Set;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/** Mistakes about connections in SYN-RECEIVED, and about SYNs for connections that are there. */
class EmbryonicFaults extends SynSentFaults {

    private final Seeds seeds;

    EmbryonicFaults(Host host, Seeds seeds, Set<String> otherReadings) {
        super(host, seeds, otherReadings);
        this.seeds = seeds;
    }

    @Override
    void otherStates(Tcb tcb, Segment seg) {
        if (seeds.bites("SOP-04", isCrossingSynAck(tcb, seg))) {
            host.output().refuse(seg);
            host.connections().delete(tcb);
            return;
        }
        super.otherStates(tcb, seg);
    }

    @Override
    boolean firstCheckSequenceNumber(Tcb tcb, Segment seg) {
        boolean embryonic = tcb.state == State.SYN_RECEIVED;
        boolean syn = seg.has(Flag.SYN) && !seg.has(Flag.RST);
        boolean again = syn && seg.seq().equals(tcb.rcv.irs);
        if (seeds.bites("EST-06", embryonic && again && !seg.has(Flag.ACK))) {
            host.output().refuse(seg);
            return false;
        }
        if (seeds.bites("EST-24", embryonic && again && seg.has(Flag.ACK) && !acknowledgesSyn(tcb, seg))
                || seeds.bites("EST-27", again)
                || seeds.bites("HOP-05", tcb.state == State.ESTABLISHED && syn && !again)) {
            return false;
        }
        boolean goesOn = super.firstCheckSequenceNumber(tcb, seg);
        if (seeds.bites("EST-07", embryonic && again)) {
            tcb.timers.stop(Timeout.RETRANSMISSION);
        }
        return goesOn;
    }

    @Override
    void secondCheckRst(Tcb tcb, Segment seg) {
        boolean embryonic = tcb.state == State.SYN_RECEIVED && seg.seq().equals(tcb.rcv.nxt);
        boolean passive = embryonic && tcb.wasPassive();
        if (seeds.bites("EST-21", embryonic && seg.has(Flag.ACK) && acknowledgesSyn(tcb, seg))) {
            fifthCheckAck(tcb, seg);
            host.finish(tcb);
            reset(tcb);
            return;
        }
        if (seeds.bites("BKL-04", passive && seg.has(Flag.ACK) && acknowledgesSyn(tcb, seg))) {
            fifthCheckAck(tcb, seg);
            return;
        }
        if (seeds.bites("SOP-05", embryonic && !passive)
                || seeds.bites("EST-X7", passive)
                || seeds.bites("EST-X8", passive && !seg.has(Flag.ACK) && !seg.text().isEmpty())) {
            return;
        }
        if (seeds.bites("SOP-X3", embryonic && !passive)) {
            host.connections().returnToListen(tcb);
            return;
        }
        super.secondCheckRst(tcb, seg);
        if (passive && seeds.bites("EST-22", isListening(tcb))) {
            tcb.listener.ifPresent(host.connections()::unlisten);
        }
    }

    private boolean isListening(Tcb tcb) {
        return host.connections().listenerFor(tcb.local).isPresent();
    }

    @Override
    boolean fourthCheckSyn(Tcb tcb, Segment seg) {
        boolean anew = tcb.state == State.SYN_RECEIVED && tcb.wasPassive() && tcb.rcv.isInWindow(seg.seq());
        if (seeds.bites("EST-X9", anew)) {
            return true;
        }
        if (seeds.bites("EST-X10", anew)) {
            host.output().refuse(seg);
            return true;
        }
        return super.fourthCheckSyn(tcb, seg);
    }

    @Override
    void fifthCheckAck(Tcb tcb, Segment seg) {
        if (tcb.state != State.SYN_RECEIVED) {
            super.fifthCheckAck(tcb, seg);
            return;
        }
        boolean bad = seg.has(Flag.ACK) && !acknowledgesSyn(tcb, seg);
        if (seeds.bites("EST-03", bad)) {
            return;
        }
        if (seeds.bites("EST-04", bad)) {
            host.output().refuse(seg.withFlags(seg.flags().without(Flag.ACK)));
            return;
        }
        if (seeds.bites("EST-X11", !seg.has(Flag.ACK) && seg.has(Flag.FIN))) {
            tcb.snd.una = tcb.snd.nxt;
            established(tcb);
            seventhProcessText(tcb, seg);
            return;
        }
        super.fifthCheckAck(tcb, seg);
        if (seeds.bites("EST-05", bad)) {
            host.connections().returnToListen(tcb);
        }
    }

    @Override
    boolean completeOpen(Tcb tcb, Segment seg) {
        if (seeds.bites("BKL-03", tcb.wasPassive() && acknowledgesSyn(tcb, seg) && isBacklogFull(tcb.listener.get()))) {
            host.connections().delete(tcb);
            return false;
        }
        return super.completeOpen(tcb, seg);
    }

    final boolean isBacklogFull(Listener listener) {
        return host.connections().halfOpen(listener).size() >= listener.options().backlog();
    }
}
