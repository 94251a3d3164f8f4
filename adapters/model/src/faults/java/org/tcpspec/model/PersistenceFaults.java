package org.tcpspec.model;

import java.util.Map;
import java.util.WeakHashMap;
import org.tcpspec.model.RetransmissionQueue.Sent;

/** Mistakes in how long a segment is sent again, and in what becomes of the connection. */
class PersistenceFaults extends ClosingTimeoutFaults {

    private static final int FEW = 12;

    private final Seeds seeds;
    private final Map<Tcb, Integer> ever = new WeakHashMap<>();

    PersistenceFaults(Host host, Seeds seeds) {
        super(host, seeds);
        this.seeds = seeds;
    }

    @Override
    void userTimeout(Tcb tcb) {
        boolean dead = tcb.state.isSynchronized()
                && !tcb.snd.retransmissions.isEmpty()
                && !tcb.snd.retransmissions.front().probe();
        if (seeds.bites("RTX-08", dead)) {
            host.sender().startUserTimer(tcb);
        } else {
            super.userTimeout(tcb);
        }
    }

    @Override
    void retransmissionTimeout(Tcb tcb) {
        Sent front = tcb.snd.retransmissions.front();
        boolean text = !front.syn() && !front.probe();
        boolean capped = 2 * tcb.rto.rto() > host.profile().rtoMax().toNanos();
        boolean many = text && ever.merge(tcb, 1, Integer::sum) > FEW;
        if (seeds.bites("RTX-09", text && capped) || seeds.bites("RTX-10", many)) {
            userTimeout(tcb);
            return;
        }
        super.retransmissionTimeout(tcb);
        if (seeds.bites("RTX-14", text)) {
            tcb.snd.retransmissions.acknowledge(front.end());
            if (tcb.snd.retransmissions.isEmpty()) {
                tcb.timers.stop(Timeout.RETRANSMISSION);
                tcb.timers.stop(Timeout.USER);
            }
        }
    }
}
