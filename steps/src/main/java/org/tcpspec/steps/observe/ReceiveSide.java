package org.tcpspec.steps.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;

/** The receive variables of a correct IUT (RFC 9293 section 3.3.1); the window is the one that the IUT has offered. */
final class ReceiveSide {

    private Optional<SequenceNumber> irs = Optional.empty();
    private SequenceNumber nxt = SequenceNumber.ZERO;
    private SequenceNumber rightEdge = SequenceNumber.ZERO;
    private SequenceNumber lastAck = SequenceNumber.ZERO;
    private Optional<SequenceNumber> offeredEdge = Optional.empty();
    private Optional<SequenceNumber> peerFin = Optional.empty();
    private Received received = new Received();
    private Received beyond = new Received();
    private final List<Integer> advances = new ArrayList<>();

    Optional<SequenceNumber> irs() {
        return irs;
    }

    SequenceNumber nxt() {
        return nxt;
    }

    /** Counted from RCV.NXT: 0 if what was offered is used up. */
    int wnd() {
        return Math.max(0, rightEdge.minus(nxt));
    }

    /** The highest right edge that the IUT has offered. */
    SequenceNumber rightEdge() {
        return rightEdge;
    }

    /** The steps in which the right edge moved to the right since the SYN, in octets. */
    List<Integer> advances() {
        return List.copyOf(advances);
    }

    /** The highest right edge of a window that a segment of the IUT has named. */
    Optional<SequenceNumber> offeredEdge() {
        return offeredEdge;
    }

    /** What the IUT acknowledged last. */
    SequenceNumber lastAck() {
        return lastAck;
    }

    Optional<SequenceNumber> peerFin() {
        return peerFin;
    }

    /** What waits above RCV.NXT for its turn. */
    Received received() {
        return received;
    }

    /** A new connection begins: the peer has sent nothing for it. */
    void forget() {
        irs = Optional.empty();
        peerFin = Optional.empty();
        offeredEdge = Optional.empty();
        received = new Received();
        beyond = new Received();
        advances.clear();
    }

    /** The peer's SYN is taken; no window has been offered yet. */
    void syn(Segment segment) {
        irs = Optional.of(segment.seq());
        nxt = segment.seq().plus(1);
        rightEdge = nxt;
        lastAck = segment.seq();
    }

    /** A segment of the IUT acknowledges, and offers a window of so many octets. */
    void offered(Segment segment, long window) {
        if (!segment.has(Flag.ACK) || irs.isEmpty()) {
            return;
        }
        SequenceNumber edge = segment.ack().plus(window);
        if (segment.has(Flag.SYN) || lastAck.isBefore(segment.ack())) {
            lastAck = segment.ack();
        }
        if (segment.has(Flag.SYN)) {
            rightEdge = edge;
        } else if (edge.isAfter(rightEdge)) {
            advances.add(edge.minus(rightEdge));
            rightEdge = edge;
        }
        if (segment.has(Flag.SYN) || offeredEdge.filter(edge::isAtMost).isEmpty()) {
            offeredEdge = Optional.of(edge);
        }
    }

    /** What rides on the SYN,ACK of an active OPEN is taken whatever its length: the window is not yet seen. */
    void opensFor(Segment segment) {
        rightEdge = nxt.plus(segment.length());
    }

    /**
     * Takes the text and the FIN of an acceptable segment, as far as they lie in the window.
     *
     * @return true if the peer's FIN has now been reached
     */
    boolean textAndFin(Segment segment) {
        SequenceNumber end = segment.textStart().plus(segment.text().length());
        boolean inside = end.isAtMost(rightEdge);
        received.text(segment.textStart(), inside ? end : rightEdge);
        if (segment.has(Flag.FIN) && inside) {
            received.fin(end);
        }
        if (!inside) {
            beyond.text(SequenceNumber.max(segment.textStart(), rightEdge), end);
            if (segment.has(Flag.FIN)) {
                beyond.fin(end);
            }
        }
        nxt = received.reach(nxt);
        return finReached(received);
    }

    /**
     * An IUT that has room for more than it offered may take what an acceptable segment brings beyond the window: section
     * 3.10.7.4 leaves the trimming to it. Its acknowledgment tells.
     *
     * @return true if the peer's FIN is among what it took
     */
    boolean tookBeyond(SequenceNumber ack) {
        if (!ack.isAfter(nxt)) {
            return false;
        }
        SequenceNumber reached = beyond.reach(nxt);
        beyond.text(nxt, reached); // the next ACK may take more of it
        boolean withFin = beyond.finIsAt(reached) && ack.equals(reached.plus(1));
        if (!withFin && ack.isAfter(reached)) {
            return false;
        }
        nxt = ack.isBefore(reached) ? ack : reached;
        rightEdge = SequenceNumber.max(rightEdge, nxt);
        return withFin && finReached(beyond);
    }

    private boolean finReached(Received in) {
        if (!in.finIsAt(nxt)) {
            return false;
        }
        peerFin = Optional.of(nxt);
        nxt = nxt.plus(1);
        rightEdge = SequenceNumber.max(rightEdge, nxt);
        return true;
    }
}
