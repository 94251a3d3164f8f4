package org.tcpspec.model;

import java.util.Optional;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/**
 * SEGMENT ARRIVES: RFC 9293 section 3.10.7, top to bottom. Checks of security and compartment are left out, as this
 * host knows none.
 */
class SegmentArrives {

    private static final long SECOND = 1_000_000_000L;

    final Host host;

    SegmentArrives(Host host) {
        this.host = host;
    }

    /** 3.10.7.1. */
    void closedState(Segment seg) {
        if (!seg.has(Flag.RST)) {
            host.output().refuse(seg);
        }
    }

    /** 3.10.7.2. */
    void listenState(Listener listener, Segment seg) {
        // First, check for a RST.
        if (seg.has(Flag.RST)) {
            return;
        }
        // Second, check for an ACK.
        if (seg.has(Flag.ACK)) {
            host.output().refuse(seg);
            return;
        }
        // Third, check for a SYN.
        if (seg.has(Flag.SYN) && !host.recycling().refuses(seg)) {
            host.lifecycle().passiveChild(listener, seg).ifPresent(tcb -> {
                SequenceNumber iss = host.lifecycle().chooseIss(tcb);
                synReceived(tcb, seg, iss);
            });
        }
        // Fourth, other data or control: drop.
    }

    /** The rest of LISTEN's third step, for a connection that starts with {@code iss}. */
    void synReceived(Tcb tcb, Segment syn, SequenceNumber iss) {
        tcb.state = State.SYN_RECEIVED;
        learnFromSyn(tcb, syn);
        host.sender().open(tcb, iss);
        tcb.snd.wl2 = iss;
        host.receiver().hold(tcb, host.receiver().trim(tcb, syn));
    }

    void learnFromSyn(Tcb tcb, Segment syn) {
        tcb.rcv.irs = syn.seq();
        tcb.rcv.nxt = syn.seq().plus(1);
        host.timestamps().learnFromSyn(tcb, syn);
        host.windowScale().learnFromSyn(tcb, syn);
        host.ecn().learnFromSyn(tcb, syn);
        host.sender().learnMss(tcb, syn);
        host.sender().learnWindow(tcb, syn);
    }

    /** 3.10.7.3. */
    void synSentState(Tcb tcb, Segment seg) {
        // First, check the ACK bit.
        if (seg.has(Flag.ACK) && !acknowledgesSyn(tcb, seg)) {
            badAckInSynSent(tcb, seg);
            return;
        }
        // Second, check the RST bit. RFC 5961's comparison with RCV.NXT cannot be made: it has no value yet.
        if (seg.has(Flag.RST)) {
            if (seg.has(Flag.ACK)) {
                host.signal(tcb, SignalKind.RESET, SignalDetail.NONE);
                host.connections().delete(tcb);
            }
            return;
        }
        // Fourth, check the SYN bit.
        if (seg.has(Flag.SYN) && seg.has(Flag.ACK)) {
            synAck(tcb, seg);
        } else if (seg.has(Flag.SYN)) {
            crossingSyn(tcb, seg);
        }
        // Fifth, neither SYN nor RST: drop.
    }

    /** SND.UNA < SEG.ACK =< SND.NXT, of a connection whose SYN is not yet acknowledged. */
    boolean acknowledgesSyn(Tcb tcb, Segment seg) {
        return seg.ack().isAfter(tcb.snd.una) && seg.ack().isAtMost(tcb.snd.nxt);
    }

    void badAckInSynSent(Tcb tcb, Segment seg) {
        if (!seg.has(Flag.RST)) {
            host.output().refuse(seg);
        }
    }

    /** SYN-SENT's fourth step, for a SYN that acknowledges ours. */
    void synAck(Tcb tcb, Segment seg) {
        learnFromSyn(tcb, seg);
        host.sender().acknowledged(tcb, seg);
        established(tcb);
        tcb.rcv.ackNow = true;
        sixthCheckUrg(tcb, host.receiver().trim(tcb, seg));
    }

    /** SYN-SENT's fourth step, for a SYN that does not: a simultaneous open. */
    void crossingSyn(Tcb tcb, Segment seg) {
        learnFromSyn(tcb, seg);
        tcb.state = State.SYN_RECEIVED;
        host.sender().answerCrossingSyn(tcb);
        host.receiver().hold(tcb, host.receiver().trim(tcb, seg));
    }

    void established(Tcb tcb) {
        tcb.state = tcb.snd.finQueued ? State.FIN_WAIT_1 : State.ESTABLISHED;
        tcb.rto.established();
        host.congestion().established(tcb);
        tcb.reopened.ifPresent(host.connections()::forget);
        tcb.reopened = Optional.empty();
        host.lifecycle().opened(tcb);
    }

    /** 3.10.7.4. */
    void otherStates(Tcb tcb, Segment seg) {
        host.ecn().heard(tcb, seg);
        if (isCrossingSynAck(tcb, seg)) {
            fifthCheckAck(tcb, host.receiver().trim(tcb, seg));
            return;
        }
        NewIncarnation.Verdict verdict = host.newIncarnation().judge(tcb, seg);
        if (verdict == NewIncarnation.Verdict.DROP
                || verdict == NewIncarnation.Verdict.HONOR && reopensFromTimeWait(tcb, seg)) {
            return;
        }
        if (!firstCheckSequenceNumber(tcb, seg)) {
            return;
        }
        if (seg.has(Flag.RST)) {
            secondCheckRst(tcb, seg);
        } else if (seg.has(Flag.SYN) && fourthCheckSyn(tcb, seg)) {
            return;
        } else {
            fifthCheckAck(tcb, host.receiver().trim(tcb, seg));
        }
    }

    /** In Figure 7 the SYN,ACK that answers our crossing SYN fails the window test, yet its ACK counts (A.2). */
    boolean isCrossingSynAck(Tcb tcb, Segment seg) {
        return tcb.state == State.SYN_RECEIVED
                && !tcb.wasPassive()
                && seg.has(Flag.SYN)
                && seg.has(Flag.ACK)
                && !seg.has(Flag.RST)
                && seg.seq().equals(tcb.rcv.irs)
                && acknowledgesSyn(tcb, seg);
    }

    /** A new incarnation of a connection in TIME-WAIT. False if the backlog is full. */
    boolean reopensFromTimeWait(Tcb old, Segment seg) {
        Optional<Tcb> reopening = host.connections()
                .listenerFor(old.local)
                .flatMap(listener -> host.lifecycle().passiveChild(listener, seg));
        reopening.ifPresent(tcb -> {
            tcb.reopened = Optional.of(old);
            SequenceNumber iss = host.lifecycle().chooseIss(tcb);
            synReceived(tcb, seg, iss.isAfter(old.snd.nxt) ? iss : old.snd.nxt.plus(1));
        });
        return reopening.isPresent();
    }

    /** First, check sequence number. False if the segment was dropped. */
    boolean firstCheckSequenceNumber(Tcb tcb, Segment seg) {
        if (host.timestamps().isMissing(tcb, seg)) {
            return false;
        }
        // PAWS goes before the window test (RFC 7323 section 5.3).
        if (host.timestamps().isOld(tcb, seg)) {
            host.output().ack(tcb);
            return false;
        }
        if (isAcceptable(tcb, seg)) {
            host.timestamps().remember(tcb, seg);
            return true;
        }
        if (seg.has(Flag.RST)) {
            return false;
        }
        // RCV.WND is zero: no text is acceptable, but a valid ACK or URG beside it is.
        boolean allowance = tcb.rcv.wnd == 0 && seg.seq().equals(tcb.rcv.nxt) && !seg.has(Flag.SYN);
        if (allowance) {
            host.timestamps().remember(tcb, seg);
            windowIsShut(tcb, seg);
            return true;
        }
        unacceptable(tcb, seg);
        return false;
    }

    /** What lies outside the window and is no RST is acknowledged, and dropped. */
    void unacceptable(Tcb tcb, Segment seg) {
        // A returning FIN lies left of the window; yet it is what 2 MSL wait for (3.6.1, MUST-13).
        if (tcb.state == State.TIME_WAIT && seg.has(Flag.FIN) && seg.end().equals(tcb.rcv.nxt)) {
            finReturns(tcb);
        }
        host.output().ack(tcb);
    }

    /** A probe of our zero window, or a peer that has not heard of it: it is answered (3.8.6.1). */
    void windowIsShut(Tcb tcb, Segment seg) {
        tcb.rcv.ackNow = true;
    }

    /** The peer's FIN comes back in TIME-WAIT. */
    void finReturns(Tcb tcb) {
        host.lifecycle().startTimeWait(tcb);
    }

    /** Table 6. Of a RST only the sequence number counts, whatever text it carries (3.5.3, SHLD-2). */
    boolean isAcceptable(Tcb tcb, Segment seg) {
        Tcb.Rcv rcv = tcb.rcv;
        int length = seg.has(Flag.RST) ? 0 : seg.length();
        if (rcv.wnd == 0) {
            return length == 0 && seg.seq().equals(rcv.nxt);
        }
        return rcv.isInWindow(seg.seq())
                || length > 0 && rcv.isInWindow(seg.end().minus(1));
    }

    /** Second, check the RST bit, which is set. */
    void secondCheckRst(Tcb tcb, Segment seg) {
        if (tcb.state == State.TIME_WAIT && host.profile().has(Option.RFC1337)) {
            return;
        }
        if (isChallenged(tcb, seg)) {
            challenge(tcb);
            return;
        }
        switch (tcb.state) {
            case SYN_RECEIVED -> {
                if (!tcb.wasPassive()) {
                    host.signal(tcb, SignalKind.REFUSED, SignalDetail.NONE);
                }
                host.connections().returnToListen(tcb);
            }
            case ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT -> reset(tcb);
            default -> host.connections().delete(tcb);
        }
    }

    /** RFC 5961 section 3: a RST that lies in the window is obeyed only at RCV.NXT. */
    boolean isChallenged(Tcb tcb, Segment rst) {
        return host.profile().has(Option.RFC5961_RST) && !rst.seq().equals(tcb.rcv.nxt);
    }

    /** RFC 5961 section 7: more of them in a second than an honest peer can need are held back. */
    void challenge(Tcb tcb) {
        if (host.now() - tcb.challenges.since >= SECOND) {
            tcb.challenges.since = host.now();
            tcb.challenges.sent = 0;
        }
        if (mayChallenge(tcb)) {
            tcb.challenges.sent++;
            host.output().ack(tcb);
        }
    }

    boolean mayChallenge(Tcb tcb) {
        return tcb.challenges.sent < mostChallenges();
    }

    /** Of one connection in one second. */
    int mostChallenges() {
        return 100;
    }

    void reset(Tcb tcb) {
        host.signal(tcb, SignalKind.RESET, SignalDetail.NONE);
        host.connections().delete(tcb);
    }

    /** Fourth, check the SYN bit, which is set. False if the SYN itself is old and to be trimmed off. */
    boolean fourthCheckSyn(Tcb tcb, Segment seg) {
        boolean inWindow = tcb.rcv.isInWindow(seg.seq());
        if (tcb.state == State.SYN_RECEIVED && (tcb.wasPassive() || !inWindow)) {
            if (inWindow) {
                host.connections().returnToListen(tcb);
            }
            return inWindow;
        }
        if (host.profile().has(Option.RFC5961_SYN)) {
            challenge(tcb);
            return true;
        }
        if (inWindow) {
            host.output().refuse(seg);
            reset(tcb);
        }
        return inWindow;
    }

    /** Fifth, check the ACK field. */
    void fifthCheckAck(Tcb tcb, Segment seg) {
        if (!seg.has(Flag.ACK)) {
            return;
        }
        if (failsAckRange(tcb, seg)) {
            host.output().ack(tcb);
            return;
        }
        if (tcb.state == State.SYN_RECEIVED && !completeOpen(tcb, seg)) {
            return;
        }
        if (!acknowledge(tcb, seg) || !ourFin(tcb, seg)) {
            return;
        }
        sixthCheckUrg(tcb, seg);
    }

    /** What the fifth step says of the states in which our FIN may be acknowledged. False if the segment is done with. */
    boolean ourFin(Tcb tcb, Segment seg) {
        boolean acked = isOurFinAcked(tcb, seg);
        switch (tcb.state) {
            case FIN_WAIT_1 -> {
                if (acked) {
                    tcb.state = State.FIN_WAIT_2;
                    host.lifecycle().limitFinWait2(tcb);
                }
                return true;
            }
            case CLOSING -> {
                if (acked) {
                    timeWait(tcb);
                }
                return acked;
            }
            case LAST_ACK -> {
                if (acked) {
                    host.connections().delete(tcb);
                }
                return !acked;
            }
            default -> {
                return true;
            }
        }
    }

    boolean isOurFinAcked(Tcb tcb, Segment seg) {
        return tcb.snd.finAcked();
    }

    /** What the fifth step says of SYN-RECEIVED. False if the connection is not open yet. */
    boolean completeOpen(Tcb tcb, Segment seg) {
        if (!acknowledgesSyn(tcb, seg)) {
            badAckInSynReceived(tcb, seg);
            return false;
        }
        if (seg.length() > 0 && seg.seq().isAfter(tcb.rcv.nxt)) {
            // Held whole until its turn, its ACK too: the first step processes segments in sequence.
            host.receiver().hold(tcb, seg);
            tcb.rcv.ackNow = true;
            return false;
        }
        host.sender().learnWindow(tcb, seg);
        host.sender().acknowledged(tcb, seg);
        established(tcb);
        return true;
    }

    void badAckInSynReceived(Tcb tcb, Segment seg) {
        host.output().refuse(seg);
    }

    /** The check of RFC 5961 section 5, where there is one. */
    boolean failsAckRange(Tcb tcb, Segment seg) {
        return host.profile().has(Option.RFC5961_ACK) && !isInAckRange(tcb, seg.ack());
    }

    /** RFC 5961 section 5: (SND.UNA - MAX.SND.WND) =< SEG.ACK =< SND.NXT. */
    boolean isInAckRange(Tcb tcb, SequenceNumber ack) {
        return ack.isAtLeast(tcb.snd.una.minus(tcb.snd.maxWnd)) && ack.isAtMost(tcb.snd.nxt);
    }

    /** What the fifth step says of ESTABLISHED. False if the segment is to be dropped. */
    boolean acknowledge(Tcb tcb, Segment seg) {
        Tcb.Snd snd = tcb.snd;
        if (seg.ack().isAfter(snd.nxt)) {
            host.output().ack(tcb);
            return false;
        }
        boolean advances = seg.ack().isAfter(snd.una);
        if (host.ecn().isEcho(tcb, seg)) {
            host.congestion().congested(tcb, seg.ack());
        }
        if (advances) {
            host.sender().acknowledged(tcb, seg);
        }
        boolean newer = snd.wl1.isBefore(seg.seq()) || snd.wl1.equals(seg.seq()) && snd.wl2.isAtMost(seg.ack());
        if (seg.ack().equals(snd.una)) {
            if (!advances && isDuplicate(tcb, seg) && host.congestion().duplicate(tcb)) {
                host.sender().retransmitFront(tcb);
            }
            if (newer) {
                host.sender().learnWindow(tcb, seg);
            }
            host.sender().alive(tcb);
        }
        return true;
    }

    /** A duplicate ACK as RFC 5681 section 2 defines it; SEG.ACK is SND.UNA. What answers a probe is none. */
    boolean isDuplicate(Tcb tcb, Segment seg) {
        return tcb.state.isSynchronized()
                && !tcb.snd.retransmissions.isEmpty()
                && !tcb.snd.retransmissions.front().probe()
                && seg.length() == 0
                && tcb.rcv.wnd > 0
                && host.windowScale().window(tcb, seg) == tcb.snd.wnd;
    }

    /** Sixth, check the URG bit. */
    void sixthCheckUrg(Tcb tcb, Segment seg) {
        if (seg.has(Flag.URG) && !tcb.state.hasPeerFin()) {
            host.urgent().arrived(tcb, seg);
        }
        seventhProcessText(tcb, seg);
    }

    /** Seventh, process the segment text. */
    void seventhProcessText(Tcb tcb, Segment seg) {
        if (tcb.state.hasPeerFin()) {
            eighthCheckFinAgain(tcb, seg);
            return;
        }
        if (tcb.closedBothWays && !seg.text().isEmpty()) {
            // Nobody will read it: the peer learns by RST that data was lost (3.6.1, SHLD-3).
            host.output().refuse(seg);
            host.connections().delete(tcb);
            return;
        }
        host.receiver().acceptText(tcb, seg);
        eighthCheckFin(tcb);
    }

    /** Eighth, check the FIN bit, of this segment or of one that was held. */
    void eighthCheckFin(Tcb tcb) {
        if (!host.receiver().acceptFin(tcb)) {
            return;
        }
        switch (tcb.state) {
            case ESTABLISHED -> tcb.state = State.CLOSE_WAIT;
            case FIN_WAIT_1 -> tcb.state = State.CLOSING;
            case FIN_WAIT_2 -> timeWait(tcb);
            default -> throw new IllegalStateException("a FIN in " + tcb.state);
        }
        tcb.finUntold = true;
        host.receiver().tellClosing(tcb);
    }

    /** A FIN beyond the peer's first one, which only a peer in error sends: read literally, it is acknowledged. */
    void eighthCheckFinAgain(Tcb tcb, Segment seg) {
        if (!seg.has(Flag.FIN) || !seg.seq().equals(tcb.rcv.nxt)) {
            return;
        }
        tcb.rcv.nxt = seg.end();
        tcb.rcv.ackNow = true;
        if (tcb.state == State.TIME_WAIT) {
            host.lifecycle().startTimeWait(tcb);
        }
    }

    void timeWait(Tcb tcb) {
        tcb.state = State.TIME_WAIT;
        tcb.timeWaitSince = host.now();
        host.recycling().remember(tcb);
        host.lifecycle().startTimeWait(tcb);
    }
}
