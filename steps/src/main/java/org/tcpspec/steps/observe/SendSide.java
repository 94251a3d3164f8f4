package org.tcpspec.steps.observe;

import java.util.Optional;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;

/** The IUT's send variables (RFC 9293 section 3.3.1), as the wire has shown them. */
final class SendSide {

    private Optional<SequenceNumber> iss = Optional.empty();
    private SequenceNumber nxt = SequenceNumber.ZERO;
    private SequenceNumber una = SequenceNumber.ZERO;
    private Optional<SequenceNumber> fin = Optional.empty();
    private int wnd;
    private int maxWnd;
    private SequenceNumber wl1 = SequenceNumber.ZERO;
    private SequenceNumber wl2 = SequenceNumber.ZERO;

    Optional<SequenceNumber> iss() {
        return iss;
    }

    SequenceNumber nxt() {
        return nxt;
    }

    SequenceNumber una() {
        return una;
    }

    Optional<SequenceNumber> fin() {
        return fin;
    }

    int wnd() {
        return wnd;
    }

    int maxWnd() {
        return maxWnd;
    }

    /** A new connection begins: no SYN has been sent for it, and no window been offered. */
    void forget() {
        iss = Optional.empty();
        fin = Optional.empty();
        wnd = 0;
        maxWnd = 0;
    }

    /**
     * A segment of the IUT that is no reset.
     *
     * @param handshaking the connection is not synchronized yet: within one handshake the ISS does not change, and
     *     another number there is a mistake of the IUT's
     */
    void sent(Segment segment, boolean handshaking) {
        if (segment.has(Flag.SYN)
                && (iss.isEmpty() || !handshaking && !iss.get().equals(segment.seq()))) {
            iss = Optional.of(segment.seq());
            nxt = segment.seq();
            una = segment.seq();
        }
        if (iss.isPresent() && segment.end().isAfter(nxt)) {
            nxt = segment.end();
        }
        if (segment.has(Flag.FIN)) {
            fin = Optional.of(segment.end().minus(1));
        }
    }

    /** SND.UNA &lt; SEG.ACK =&lt; SND.NXT. */
    boolean isNewAck(Segment segment) {
        return segment.ack().isAfter(una) && segment.ack().isAtMost(nxt);
    }

    /** The ACK number acknowledges what was not sent yet. */
    boolean isBeyond(Segment segment) {
        return segment.ack().isAfter(nxt);
    }

    /** The ACK number lies further back than RFC 5961 section 5 allows. */
    boolean isTooOld(Segment segment) {
        return segment.ack().isBefore(una.minus(maxWnd));
    }

    /**
     * Takes the ACK number of a segment whose ACK is acceptable, and its window unless that is older news.
     *
     * @param window the window that the segment offers, in octets
     */
    void acknowledged(Segment segment, long window) {
        if (segment.ack().isAfter(una)) {
            una = segment.ack();
        }
        boolean newer = wl1.isBefore(segment.seq()) || wl1.equals(segment.seq()) && wl2.isAtMost(segment.ack());
        if (segment.ack().equals(una) && newer) {
            window(segment, window);
        }
    }

    /** The peer offers {@code window} octets in {@code segment}: SND.WND, SND.WL1 and SND.WL2. */
    void window(Segment segment, long window) {
        wnd = Math.toIntExact(window);
        maxWnd = Math.max(maxWnd, wnd);
        wl1 = segment.seq();
        wl2 = segment.ack();
    }

    boolean isFinAcknowledged() {
        return fin.filter(una::isAfter).isPresent();
    }
}
