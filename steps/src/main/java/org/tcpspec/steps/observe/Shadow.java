package org.tcpspec.steps.observe;

import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/**
 * The variables of RFC 9293 section 3.3.1 of one connection of the IUT, rebuilt from what crossed its boundary. The
 * sending side is what the wire has shown. The receiving side and the state are those of an IUT that does what section
 * 3.10 says with what it was sent and called: they are what an expectation is compared with, and what it means for a
 * state to be inferred.
 */
public final class Shadow {

    private final Statement statement;

    private State state = State.CLOSED;
    private boolean openedActively;
    private boolean listening;

    private final SendSide snd = new SendSide();
    private final ReceiveSide rcv = new ReceiveSide();
    private final TimestampSide ts = new TimestampSide();
    private final WindowScaling scaling = new WindowScaling();

    public Shadow(Statement statement) {
        this.statement = statement;
    }

    public State state() {
        return state;
    }

    /** The scenario says, or STATUS told, that the connection is in that state. */
    public void inState(State named) {
        state = named;
    }

    public Optional<SequenceNumber> iss() {
        return snd.iss();
    }

    public Optional<SequenceNumber> irs() {
        return rcv.irs();
    }

    /** The number after the last one that the IUT has sent. */
    public SequenceNumber sndNxt() {
        return snd.nxt();
    }

    /** The oldest number that the peer has not acknowledged. */
    public SequenceNumber sndUna() {
        return snd.una();
    }

    /** Where the IUT's FIN stands, once it was seen. */
    public Optional<SequenceNumber> fin() {
        return snd.fin();
    }

    /** The window that the peer offered last. */
    public int sndWnd() {
        return snd.wnd();
    }

    /** The largest window that the peer ever offered: MAX.SND.WND of RFC 5961 section 5. */
    public int maxSndWnd() {
        return snd.maxWnd();
    }

    /** The number that a correct IUT expects next. */
    public SequenceNumber rcvNxt() {
        return rcv.nxt();
    }

    /** The window that the IUT offers, counted from RCV.NXT: 0 if what it offered is used up. */
    public int rcvWnd() {
        return rcv.wnd();
    }

    /** What the IUT acknowledged last. */
    public SequenceNumber lastAck() {
        return rcv.lastAck();
    }

    /** The steps, in octets, in which the IUT moved the right edge of its window to the right, oldest first. */
    public List<Integer> windowAdvances() {
        return rcv.advances();
    }

    /** All receive variables, with what the IUT has acknowledged and offered. */
    ReceiveSide rcv() {
        return rcv;
    }

    /** This connection takes the place of {@code former}, of the same ends, in TIME-WAIT. */
    void takesThePlaceOf(Shadow former) {
        ts.inherit(former.ts);
    }

    /** What is known of the Timestamps option. */
    TimestampSide ts() {
        return ts;
    }

    /** What is known of the Window Scale option. */
    WindowScaling scaling() {
        return scaling;
    }

    /** TS.Recent of a correct IUT (RFC 7323 section 4.3), once there is one. */
    public Optional<SequenceNumber> tsRecent() {
        return ts.recent();
    }

    /** TS.Recent by which PAWS judges at {@code nanos}: timestamps were agreed on, and it is not outdated (5.5). */
    public Optional<SequenceNumber> tsRecentInForce(long nanos) {
        return ts.inForce(nanos);
    }

    /** TSval of the IUT's latest segment, once there is one. */
    public Optional<SequenceNumber> iutTsClock() {
        return ts.iutClock();
    }

    /** Snd.Wind.Shift of the IUT (RFC 7323 section 2.3): the peer divides its window by two as often. */
    public int sndShift() {
        return scaling.peerShift();
    }

    /** Where the peer's FIN stands, once a correct IUT has taken it. */
    public Optional<SequenceNumber> peerFin() {
        return rcv.peerFin();
    }

    /** The text that a correct IUT holds above RCV.NXT. */
    public List<Run> held() {
        return rcv.received().runs();
    }

    /** Where a FIN stands that a correct IUT holds until its turn. */
    public Optional<SequenceNumber> heldFin() {
        return rcv.received().fin().filter(f -> rcv.peerFin().isEmpty());
    }

    // ---- the user

    public void passiveOpen() {
        listening = true;
        if (state == State.CLOSED) {
            state = State.LISTEN;
        }
    }

    /** A listener would take a SYN for this 4-tuple if there were no TCB. */
    public boolean isListening() {
        return listening;
    }

    public void listenerClosed() {
        listening = false;
        if (state == State.LISTEN) {
            state = State.CLOSED;
        }
    }

    public void activeOpen() {
        forget();
        openedActively = true;
        state = State.SYN_SENT;
    }

    public void close() {
        if (state == State.SYN_SENT) {
            deleted();
        } else {
            state = ClosingEdges.finSent(state);
        }
    }

    public void abort() {
        deleted();
    }

    /** The TCB is gone: what is left of the 4-tuple is the listener, if there is one. */
    private void deleted() {
        state = listening ? State.LISTEN : State.CLOSED;
    }

    private void forget() {
        snd.forget();
        rcv.forget();
        ts.forget();
        scaling.forget();
        openedActively = false;
    }

    // ---- what the IUT sends

    /** Takes note of a segment that the IUT sent at that moment. */
    public void sent(Segment segment, long nanos) {
        if (segment.has(Flag.RST)) {
            return;
        }
        snd.sent(segment, state == State.SYN_SENT || state == State.SYN_RECEIVED);
        scaling.sent(segment);
        ts.sent(segment, nanos);
        rcv.offered(segment, scaling.iutWindow(segment));
        if (segment.has(Flag.FIN)) {
            state = ClosingEdges.finSent(state);
        }
        if (segment.has(Flag.ACK) && !state.hasPeerFin() && rcv.tookBeyond(segment.ack())) {
            state = ClosingEdges.finTaken(state);
        }
    }

    // ---- what the IUT receives: 3.10.7, as far as state and variables go

    /** Lets a segment of the peer arrive at that moment, as 3.10.7 says. */
    public void arrives(Segment segment, long nanos) {
        switch (state) {
            case CLOSED -> {}
            case LISTEN -> inListen(segment, nanos);
            case SYN_SENT -> inSynSent(segment, nanos);
            default -> otherwise(segment, nanos);
        }
    }

    private void inListen(Segment segment, long nanos) {
        if (!segment.has(Flag.RST) && !segment.has(Flag.ACK) && segment.has(Flag.SYN)) {
            forget();
            peerSyn(segment, nanos);
            state = State.SYN_RECEIVED;
        }
    }

    private void peerSyn(Segment segment, long nanos) {
        rcv.syn(segment);
        ts.peerSyn(segment, nanos);
        scaling.peerSyn(segment);
        snd.window(segment, scaling.peerWindow(segment));
    }

    private void inSynSent(Segment segment, long nanos) {
        boolean ackAcceptable = segment.has(Flag.ACK) && snd.isNewAck(segment);
        if (segment.has(Flag.ACK) && !ackAcceptable) {
            return;
        }
        if (segment.has(Flag.RST) && ackAcceptable) {
            deleted();
        }
        if (segment.has(Flag.RST) || !segment.has(Flag.SYN)) {
            return;
        }
        peerSyn(segment, nanos);
        if (ackAcceptable) {
            acknowledged(segment);
            state = State.ESTABLISHED;
            if (segment.length() > 1) {
                rcv.opensFor(segment);
                textAndFin(segment);
            }
        } else {
            state = State.SYN_RECEIVED;
        }
    }

    /** 3.10.7.4, steps one to eight. */
    private void otherwise(Segment segment, long nanos) {
        boolean crossingSyn = state == State.SYN_RECEIVED
                && openedActively
                && segment.has(Flag.SYN)
                && segment.has(Flag.ACK)
                && rcv.irs().filter(segment.seq()::equals).isPresent();
        if (crossingSyn) {
            // Figure 7: the crossing SYN,ACK is taken for its acknowledgment, though it lies before the window.
            ackInSynReceived(segment);
            return;
        }
        if (ts.refuses(segment, statement.support("paws") != Support.DENIED, nanos)) {
            return;
        }
        if (!Acceptability.isAcceptable(segment, rcv.nxt(), rcv.wnd())) {
            ts.mayTake(segment, rcv);
            return;
        }
        boolean processed = segment.has(Flag.ACK) && !segment.has(Flag.SYN) && !snd.isBeyond(segment);
        ts.take(segment, rcv, processed, nanos);
        if (segment.has(Flag.RST)) {
            reset(segment);
        } else if (segment.has(Flag.SYN)) {
            synInWindow(segment);
        } else if (segment.has(Flag.ACK) && ackIsTaken(segment)) {
            textAndFin(segment);
        }
    }

    private void reset(Segment segment) {
        boolean exact = segment.seq().equals(rcv.nxt());
        if (!exact && statement.support("rfc5961-rst") != Support.DENIED) {
            return;
        }
        if (state == State.TIME_WAIT && statement.support("rfc1337") == Support.CLAIMED) {
            return;
        }
        deleted();
    }

    private void synInWindow(Segment segment) {
        boolean backToListen = state == State.SYN_RECEIVED && !openedActively;
        if (backToListen || statement.support("rfc5961-syn") == Support.DENIED) {
            deleted();
        }
    }

    /** The SYN reopens the connection straight from TIME-WAIT (RFC 6191 section 2, or 3.6.1, MAY-2). */
    boolean isReopenedBy(Segment segment) {
        boolean aSyn = state == State.TIME_WAIT
                && listening
                && segment.flags().control().equals(Flags.of(Flag.SYN));
        if (statement.support("rfc6191") == Support.CLAIMED) {
            return aSyn && ts.isOfNewIncarnation(segment, segment.seq().isAtLeast(rcv.nxt()));
        }
        return aSyn
                && statement.support("may-2") == Support.CLAIMED
                && segment.seq().isAfter(rcv.nxt());
    }

    /** The shadow of a new incarnation of the connection, in LISTEN. */
    Shadow nextIncarnation() {
        Shadow next = new Shadow(statement);
        next.passiveOpen();
        return next;
    }

    /** Step five; true if the rest of the segment is to be looked at. */
    private boolean ackIsTaken(Segment segment) {
        boolean tooOld = statement.support("rfc5961-ack") == Support.CLAIMED && snd.isTooOld(segment);
        if (snd.isBeyond(segment) || tooOld) {
            return false;
        }
        if (state == State.SYN_RECEIVED) {
            // Early text is held until its turn, and its ACK with it (SHLD-31).
            boolean held = segment.length() > 0 && segment.seq().isAfter(rcv.nxt()) && snd.isNewAck(segment);
            return held || ackInSynReceived(segment);
        }
        acknowledged(segment);
        boolean finAcked = snd.isFinAcknowledged();
        if (finAcked && state == State.LAST_ACK) {
            deleted();
            return false;
        }
        state = finAcked ? ClosingEdges.finAcknowledged(state) : state;
        return true;
    }

    private boolean ackInSynReceived(Segment segment) {
        if (!snd.isNewAck(segment)) {
            return false;
        }
        acknowledged(segment);
        state = State.ESTABLISHED;
        return true;
    }

    private void acknowledged(Segment segment) {
        snd.acknowledged(segment, scaling.peerWindow(segment));
    }

    private void textAndFin(Segment segment) {
        if (state.hasPeerFin() || state == State.CLOSED || state == State.LISTEN) {
            return;
        }
        if (rcv.textAndFin(segment)) {
            state = ClosingEdges.finTaken(state);
        }
    }
}
