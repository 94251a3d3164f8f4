package org.tcpspec.steps.observe;

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

    private Optional<SequenceNumber> iss = Optional.empty();
    private SequenceNumber sndNxt = SequenceNumber.ZERO;
    private SequenceNumber sndUna = SequenceNumber.ZERO;
    private Optional<SequenceNumber> fin = Optional.empty();
    private int sndWnd;
    private int maxSndWnd;

    private Optional<SequenceNumber> irs = Optional.empty();
    private SequenceNumber rcvNxt = SequenceNumber.ZERO;
    private SequenceNumber rightEdge = SequenceNumber.ZERO;
    private SequenceNumber lastAck = SequenceNumber.ZERO;
    private Optional<SequenceNumber> peerFin = Optional.empty();
    private Received received = new Received();

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

    public boolean openedActively() {
        return openedActively;
    }

    public Optional<SequenceNumber> iss() {
        return iss;
    }

    public Optional<SequenceNumber> irs() {
        return irs;
    }

    /** The number after the last one that the IUT has sent. */
    public SequenceNumber sndNxt() {
        return sndNxt;
    }

    /** The oldest number that the peer has not acknowledged. */
    public SequenceNumber sndUna() {
        return sndUna;
    }

    /** Where the IUT's FIN stands, once it was seen. */
    public Optional<SequenceNumber> fin() {
        return fin;
    }

    /** The window that the peer offered last. */
    public int sndWnd() {
        return sndWnd;
    }

    /** The largest window that the peer ever offered: MAX.SND.WND of RFC 5961 section 5. */
    public int maxSndWnd() {
        return maxSndWnd;
    }

    /** The number that a correct IUT expects next. */
    public SequenceNumber rcvNxt() {
        return rcvNxt;
    }

    /** The window that the IUT offers, counted from RCV.NXT: 0 if what it offered is used up. */
    public int rcvWnd() {
        return Math.max(0, rightEdge.minus(rcvNxt));
    }

    /** What the IUT acknowledged last. */
    public SequenceNumber lastAck() {
        return lastAck;
    }

    /** The highest right edge that the IUT has offered. */
    public SequenceNumber rightEdge() {
        return rightEdge;
    }

    /** Where the peer's FIN stands, once a correct IUT has taken it. */
    public Optional<SequenceNumber> peerFin() {
        return peerFin;
    }

    // ---- the user

    public void passiveOpen() {
        listening = true;
        if (state == State.CLOSED) {
            state = State.LISTEN;
        }
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
        switch (state) {
            case SYN_RECEIVED, ESTABLISHED -> state = State.FIN_WAIT_1;
            case CLOSE_WAIT -> state = State.LAST_ACK;
            case SYN_SENT -> deleted();
            default -> {}
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
        iss = Optional.empty();
        irs = Optional.empty();
        fin = Optional.empty();
        peerFin = Optional.empty();
        received = new Received();
        sndWnd = 0;
        maxSndWnd = 0;
        openedActively = false;
    }

    // ---- what the IUT sends

    /** Takes note of a segment that the IUT sent. */
    public void sent(Segment segment) {
        if (segment.has(Flag.RST)) {
            return;
        }
        // Within one handshake the ISS does not change: another number there is a mistake of the IUT's.
        boolean handshaking = state == State.SYN_SENT || state == State.SYN_RECEIVED;
        if (segment.has(Flag.SYN)
                && (iss.isEmpty() || !handshaking && !iss.get().equals(segment.seq()))) {
            iss = Optional.of(segment.seq());
            sndNxt = segment.seq();
            sndUna = segment.seq();
        }
        if (iss.isPresent() && segment.end().isAfter(sndNxt)) {
            sndNxt = segment.end();
        }
        if (segment.has(Flag.FIN)) {
            fin = Optional.of(segment.end().minus(1));
            finSeen();
        }
        if (segment.has(Flag.ACK) && irs.isPresent()) {
            SequenceNumber edge = segment.ack().plus(segment.window());
            if (lastAck.isBefore(segment.ack()) || segment.has(Flag.SYN)) {
                lastAck = segment.ack();
            }
            if (segment.has(Flag.SYN) || edge.isAfter(rightEdge)) {
                rightEdge = edge;
            }
        }
    }

    private void finSeen() {
        if (state == State.ESTABLISHED || state == State.SYN_RECEIVED) {
            state = State.FIN_WAIT_1;
        } else if (state == State.CLOSE_WAIT) {
            state = State.LAST_ACK;
        }
    }

    // ---- what the IUT receives: 3.10.7, as far as state and variables go

    /** Lets a segment of the peer arrive, as 3.10.7 says. */
    public void arrives(Segment segment) {
        switch (state) {
            case CLOSED -> {}
            case LISTEN -> inListen(segment);
            case SYN_SENT -> inSynSent(segment);
            default -> otherwise(segment);
        }
    }

    private void inListen(Segment segment) {
        if (!segment.has(Flag.RST) && !segment.has(Flag.ACK) && segment.has(Flag.SYN)) {
            forget();
            peerSyn(segment);
            state = State.SYN_RECEIVED;
        }
    }

    private void peerSyn(Segment segment) {
        irs = Optional.of(segment.seq());
        rcvNxt = segment.seq().plus(1);
        rightEdge = rcvNxt;
        lastAck = segment.seq();
        window(segment);
    }

    private void window(Segment segment) {
        sndWnd = segment.window();
        maxSndWnd = Math.max(maxSndWnd, sndWnd);
    }

    private void inSynSent(Segment segment) {
        boolean ackAcceptable = segment.has(Flag.ACK)
                && segment.ack().isAfter(sndUna)
                && segment.ack().isAtMost(sndNxt);
        if (segment.has(Flag.ACK) && !ackAcceptable) {
            return;
        }
        if (segment.has(Flag.RST)) {
            if (ackAcceptable) {
                deleted();
            }
            return;
        }
        if (!segment.has(Flag.SYN)) {
            return;
        }
        peerSyn(segment);
        if (ackAcceptable) {
            sndUna = segment.ack();
            state = State.ESTABLISHED;
            if (segment.length() > 1) {
                rightEdge = rcvNxt.plus(segment.length());
                textAndFin(segment);
            }
        } else {
            state = State.SYN_RECEIVED;
        }
    }

    /** 3.10.7.4, steps one to eight. */
    private void otherwise(Segment segment) {
        boolean crossingSyn = state == State.SYN_RECEIVED
                && openedActively
                && segment.has(Flag.SYN)
                && segment.has(Flag.ACK)
                && irs.filter(segment.seq()::equals).isPresent();
        if (crossingSyn) {
            // Figure 7: the crossing SYN,ACK is taken for its acknowledgment, though it lies before the window.
            ackInSynReceived(segment);
            return;
        }
        if (!Acceptability.isAcceptable(segment, rcvNxt, rcvWnd())) {
            return;
        }
        if (segment.has(Flag.RST)) {
            reset(segment);
        } else if (segment.has(Flag.SYN)) {
            synInWindow(segment);
        } else if (segment.has(Flag.ACK) && ackIsTaken(segment)) {
            textAndFin(segment);
        }
    }

    private void reset(Segment segment) {
        boolean exact = segment.seq().equals(rcvNxt);
        if (!exact && statement.support("rfc5961-rst") != Support.DENIED) {
            return;
        }
        if (state == State.TIME_WAIT && statement.support("rfc1337") == Support.CLAIMED) {
            return;
        }
        deleted();
    }

    private void synInWindow(Segment segment) {
        if (state == State.SYN_RECEIVED && !openedActively) {
            deleted();
        } else if (statement.support("rfc5961-syn") == Support.DENIED) {
            deleted();
        }
    }

    /** The SYN reopens the connection straight from TIME-WAIT (3.6.1, MAY-2). */
    boolean isReopenedBy(Segment segment) {
        return state == State.TIME_WAIT
                && listening
                && segment.flags().control().equals(Flags.of(Flag.SYN))
                && statement.support("may-2") == Support.CLAIMED
                && segment.seq().isAfter(rcvNxt);
    }

    /** The shadow of a new incarnation of the connection, in LISTEN. */
    Shadow nextIncarnation() {
        Shadow next = new Shadow(statement);
        next.passiveOpen();
        return next;
    }

    /** Step five; true if the rest of the segment is to be looked at. */
    private boolean ackIsTaken(Segment segment) {
        if (segment.ack().isAfter(sndNxt) || isTooOld(segment)) {
            return false;
        }
        if (state == State.SYN_RECEIVED) {
            return ackInSynReceived(segment);
        }
        if (segment.ack().isAfter(sndUna)) {
            sndUna = segment.ack();
        }
        window(segment);
        boolean finAcked = fin.filter(f -> sndUna.isAfter(f)).isPresent();
        if (finAcked && state == State.FIN_WAIT_1) {
            state = State.FIN_WAIT_2;
        } else if (finAcked && state == State.CLOSING) {
            state = State.TIME_WAIT;
        } else if (finAcked && state == State.LAST_ACK) {
            deleted();
            return false;
        }
        return true;
    }

    private boolean isTooOld(Segment segment) {
        return statement.support("rfc5961-ack") == Support.CLAIMED
                && segment.ack().isBefore(sndUna.minus(maxSndWnd));
    }

    private boolean ackInSynReceived(Segment segment) {
        if (!segment.ack().isAfter(sndUna) || segment.ack().isAfter(sndNxt)) {
            return false;
        }
        sndUna = segment.ack();
        window(segment);
        state = State.ESTABLISHED;
        return true;
    }

    private void textAndFin(Segment segment) {
        if (state.hasPeerFin() || state == State.CLOSED || state == State.LISTEN) {
            return;
        }
        SequenceNumber end = segment.textStart().plus(segment.text().length());
        SequenceNumber taken = end.isAfter(rightEdge) ? rightEdge : end;
        received.text(segment.textStart(), taken);
        if (segment.has(Flag.FIN) && end.isAtMost(rightEdge)) {
            received.fin(end);
        }
        rcvNxt = received.reach(rcvNxt);
        if (received.finIsAt(rcvNxt)) {
            peerFin = Optional.of(rcvNxt);
            rcvNxt = rcvNxt.plus(1);
            rightEdge = SequenceNumber.max(rightEdge, rcvNxt);
            finTaken();
        }
    }

    private void finTaken() {
        switch (state) {
            case ESTABLISHED, SYN_RECEIVED -> state = State.CLOSE_WAIT;
            case FIN_WAIT_1 -> state = State.CLOSING;
            case FIN_WAIT_2 -> state = State.TIME_WAIT;
            default -> {}
        }
    }
}
