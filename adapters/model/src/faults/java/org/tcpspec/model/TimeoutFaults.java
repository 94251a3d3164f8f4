package org.tcpspec.model;

import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.State;

/** Mistakes when a timer of a connection expires. */
class TimeoutFaults extends PersistenceFaults {

    private final Seeds seeds;

    TimeoutFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    void userTimeout(Tcb tcb) {
        if (seeds.bites("SHD-USER-TIMEOUT", tcb.state.isSynchronized())) {
            host.signal(tcb, SignalKind.TIMED_OUT, SignalDetail.NONE);
            return;
        }
        super.userTimeout(tcb);
    }

    @Override
    void retransmissionTimeout(Tcb tcb) {
        boolean opening = tcb.state == State.SYN_SENT || tcb.state == State.SYN_RECEIVED;
        boolean silent = seeds.bites("SHD-R1-SYN", opening && tcb.known) || seeds.bites("SHD-R1", !opening && tcb.known);
        boolean first = !opening && !tcb.snd.retransmissions.front().probe() && !tcb.snd.retransmissions.hasTimedOut();
        if (seeds.bites("SIB-R1-FIRST", first)) {
            host.signal(tcb, SignalKind.SOFT_ERROR, SignalDetail.words("excessive retransmission"));
        }
        boolean known = tcb.known;
        tcb.known &= !silent;
        super.retransmissionTimeout(tcb);
        tcb.known = known;
    }
}
