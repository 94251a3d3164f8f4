package org.tcpspec.model;

import java.util.ArrayList;
import java.util.List;
import org.tcpspec.spi.wire.State;

/** Mistakes in counting half-open connections. */
class BacklogFaults extends Connections {

    private final Seeds seeds;
    private final List<Tcb> leaked = new ArrayList<>();

    BacklogFaults(Seeds seeds) {
        this.seeds = seeds;
    }

    @Override
    void delete(Tcb tcb) {
        boolean embryonic = tcb.state == State.SYN_RECEIVED && tcb.wasPassive();
        // Its user timer runs until it has expired.
        boolean inTime = tcb.timers.isRunning(Timeout.USER);
        if (seeds.bites("BKL-02", embryonic && !inTime) || seeds.bites("BKL-X1", embryonic && inTime)) {
            leaked.add(tcb);
        }
        super.delete(tcb);
    }

    @Override
    List<Tcb> halfOpen(Listener listener) {
        List<Tcb> halfOpen = new ArrayList<>(super.halfOpen(listener));
        leaked.stream().filter(tcb -> tcb.listener.filter(listener::equals).isPresent()).forEach(halfOpen::add);
        return halfOpen;
    }
}
