package org.tcpspec.model;

import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.State;

/** Timeouts: RFC 9293 section 3.10.8, and those that its section 3.8 adds. */
class Timeouts {

    /** R1 of 3.8.3, in retransmissions of one segment (SHLD-10). */
    private static final int R1 = 3;

    final Host host;

    Timeouts(Host host) {
        this.host = host;
    }

    void expired(Tcb tcb, Timeout timeout) {
        switch (timeout) {
            case USER -> userTimeout(tcb);
            case RETRANSMISSION -> retransmissionTimeout(tcb);
            case PERSIST -> host.sender().persistTimeout(tcb);
            case DELAYED_ACK -> tcb.rcv.ackNow = true;
            case KEEP_ALIVE -> host.keepAlive().timeout(tcb);
            case FIN_WAIT_2, TIME_WAIT -> host.connections().delete(tcb);
        }
    }

    void userTimeout(Tcb tcb) {
        host.signal(tcb, SignalKind.TIMED_OUT, SignalDetail.NONE);
        host.connections().returnToListen(tcb);
    }

    void retransmissionTimeout(Tcb tcb) {
        if (tcb.state == State.SYN_SENT || tcb.state == State.SYN_RECEIVED) {
            tcb.rto.synTimedOut();
            tcb.congestion.synLost = true;
        }
        host.sender().retransmissionTimeout(tcb);
        boolean probe = tcb.snd.retransmissions.front().probe();
        if (!probe && tcb.snd.retransmissions.countRetransmission() == R1) {
            host.signal(tcb, SignalKind.SOFT_ERROR, SignalDetail.words("excessive retransmission"));
        }
    }
}
