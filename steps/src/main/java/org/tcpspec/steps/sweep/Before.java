package org.tcpspec.steps.sweep;

import java.util.Optional;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/**
 * The variables of RFC 9293 section 3.3.1 just before a segment arrives. Where the state has no such variable its value
 * means nothing.
 *
 * @param active the connection was begun by an active OPEN
 * @param una SND.UNA
 * @param nxt SND.NXT
 * @param fin the number of the FIN that was sent, if one was
 * @param irs IRS
 * @param rcvNxt RCV.NXT
 * @param rcvWnd RCV.WND in octets, at least 100 where there is one
 */
public record Before(
        State state,
        boolean active,
        SequenceNumber una,
        SequenceNumber nxt,
        Optional<SequenceNumber> fin,
        SequenceNumber irs,
        SequenceNumber rcvNxt,
        int rcvWnd) {

    /** The peer's SYN has come, so that RCV.NXT and the window exist. */
    public boolean hasReceiveWindow() {
        return state != State.CLOSED && state != State.LISTEN && state != State.SYN_SENT;
    }

    /** A SYN has been sent, so that SND.UNA and SND.NXT exist. */
    public boolean hasSent() {
        return state != State.CLOSED && state != State.LISTEN;
    }
}
