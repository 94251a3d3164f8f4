package org.tcpspec.model;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** Mistakes with the challenges of RFC 5961. */
class BlindAttackGapFaults extends AckFaults {

    private final Seeds seeds;
    private final Set<Tcb> challengedForRst = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Tcb> challengedForSyn = Collections.newSetFromMap(new IdentityHashMap<>());

    BlindAttackGapFaults(Host host, Seeds seeds, Set<String> otherReadings) {
        super(host, seeds, otherReadings);
        this.seeds = seeds;
    }

    @Override
    boolean firstCheckSequenceNumber(Tcb tcb, Segment seg) {
        boolean outside = seg.has(Flag.RST) && !isAcceptable(tcb, seg) && host.profile().has(Option.RFC5961_RST);
        if (seeds.bites("GAP-RST-OUTSIDE", outside)) {
            challenge(tcb);
            return false;
        }
        return super.firstCheckSequenceNumber(tcb, seg);
    }

    @Override
    void secondCheckRst(Tcb tcb, Segment seg) {
        boolean exact = seg.seq().equals(tcb.rcv.nxt);
        boolean checks = host.profile().has(Option.RFC5961_RST);
        if (exact
                && (seeds.bites("GAP-RST-EXACT", checks && !tcb.ts.lastAckSent.equals(tcb.rcv.nxt))
                        || seeds.bites("GAP-RST-SECOND", challengedForRst.contains(tcb))
                        || seeds.bites("GAP-SYN-RST", challengedForSyn.contains(tcb)))) {
            challenge(tcb);
            return;
        }
        if (!exact && checks) {
            challengedForRst.add(tcb);
            if (seeds.bites("GAP-RST-CHALLENGE")) {
                return;
            }
        }
        SequenceNumber next = tcb.rcv.nxt;
        super.secondCheckRst(tcb, seg);
        if (exact || !checks || tcb.state == State.CLOSED) {
            return;
        }
        Segment rest = host.receiver().trim(tcb, seg);
        if (seeds.bites("GAP-RST-DROP", !rest.text().isEmpty() && tcb.state.isSynchronized())) {
            sixthCheckUrg(tcb, rest);
        }
        if (seeds.bites("GAP-RST-CONTINUE")) {
            tcb.rcv.nxt = next.plus(1);
        }
    }

    @Override
    void challenge(Tcb tcb) {
        if (seeds.bites("GAP-CHALLENGE-FORM", !tcb.snd.una.equals(tcb.snd.nxt))) {
            SequenceNumber next = tcb.snd.nxt;
            tcb.snd.nxt = tcb.snd.una;
            super.challenge(tcb);
            tcb.snd.nxt = next;
        } else {
            super.challenge(tcb);
        }
    }

    @Override
    boolean fourthCheckSyn(Tcb tcb, Segment seg) {
        boolean inWindow = tcb.rcv.isInWindow(seg.seq());
        if (tcb.state == State.SYN_RECEIVED) {
            return seeds.bites("GAP-SYN-RCVD", tcb.wasPassive() && inWindow) || super.fourthCheckSyn(tcb, seg);
        }
        if (!host.profile().has(Option.RFC5961_SYN)) {
            return seeds.bites("GAP-SYN-LEGACY", inWindow) || super.fourthCheckSyn(tcb, seg);
        }
        challengedForSyn.add(tcb);
        if (seeds.bites("GAP-SYN-CHALLENGE")) {
            return true;
        }
        boolean done = super.fourthCheckSyn(tcb, seg);
        if (seeds.bites("GAP-SYN-DROP", inWindow && seg.textStart().isAtMost(tcb.rcv.nxt.plus(1)))) {
            host.receiver().hold(tcb, seg.withSeq(tcb.rcv.nxt.minus(1)));
            seventhProcessText(tcb, seg.withFlags(seg.flags().without(Flag.SYN)).withSeq(tcb.rcv.nxt));
        }
        if (seeds.bites("GAP-SYN-SPOOF")) {
            tcb.rcv.nxt = seg.seq().plus(1);
        }
        return done;
    }

    @Override
    boolean failsAckRange(Tcb tcb, Segment seg) {
        boolean fails = super.failsAckRange(tcb, seg);
        boolean old = fails && seg.ack().isBefore(tcb.snd.una);
        if (seeds.bites("GAP-ACK-OLD", old)) {
            return false;
        }
        boolean duplicate = host.profile().has(Option.RFC5961_ACK)
                && !fails
                && tcb.state.isSynchronized()
                && seg.ack().isBefore(tcb.snd.una);
        if (seeds.bites("GAP-ACK-RANGE", duplicate)) {
            return true;
        }
        boolean byWindowOfNow = host.profile().has(Option.RFC5961_ACK)
                && tcb.state.isSynchronized()
                && seg.ack().isBefore(tcb.snd.una.minus((int) tcb.snd.wnd));
        if (seeds.bites("GAP-ACK-MAXWND", byWindowOfNow && !fails)) {
            return true;
        }
        if (seeds.bites("GAP-ACK-DISCARD", fails && tcb.state.isSynchronized() && !seg.text().isEmpty())) {
            sixthCheckUrg(tcb, seg);
        }
        return fails;
    }

    @Override
    void fifthCheckAck(Tcb tcb, Segment seg) {
        boolean has = seg.has(Flag.ACK);
        boolean synchronizedState = tcb.state.isSynchronized();
        if (seeds.bites("GAP-ACK-REPLY", has && synchronizedState && failsQuietly(tcb, seg))) {
            return;
        }
        if (seeds.bites("GAP-NOACK", !has && synchronizedState && seg.length() > 0)) {
            sixthCheckUrg(tcb, seg);
            return;
        }
        super.fifthCheckAck(tcb, seg);
    }

    private boolean failsQuietly(Tcb tcb, Segment seg) {
        return host.profile().has(Option.RFC5961_ACK) && !isInAckRange(tcb, seg.ack());
    }

    @Override
    boolean acknowledge(Tcb tcb, Segment seg) {
        boolean goesOn = super.acknowledge(tcb, seg);
        if (seeds.bites("GAP-LAST-ACK", goesOn && tcb.state == State.LAST_ACK && tcb.snd.finAcked())) {
            timeWait(tcb);
            return false;
        }
        return goesOn;
    }

    @Override
    boolean isAcceptable(Tcb tcb, Segment seg) {
        boolean acceptable = super.isAcceptable(tcb, seg);
        boolean ahead = acceptable && seg.length() == 0 && !seg.has(Flag.RST) && !seg.seq().equals(tcb.rcv.nxt);
        return acceptable && !seeds.bites("GAP-LEN0-WND", ahead);
    }

    @Override
    void listenState(Listener listener, Segment seg) {
        boolean other = !seg.has(Flag.SYN) && !seg.has(Flag.ACK) && !seg.has(Flag.RST);
        if (seeds.bites("GAP-LISTEN-OTHER", other)) {
            host.output().refuse(seg);
            return;
        }
        super.listenState(listener, seg);
    }

    @Override
    void seventhProcessText(Tcb tcb, Segment seg) {
        boolean both = !tcb.state.hasPeerFin() && seg.has(Flag.FIN) && !seg.text().isEmpty();
        super.seventhProcessText(tcb, seg);
        if (seeds.bites("GAP-ACK-COMBINE", both && tcb.state.hasPeerFin())) {
            host.output().ack(tcb);
            tcb.rcv.ackNow = true;
        }
    }
}
