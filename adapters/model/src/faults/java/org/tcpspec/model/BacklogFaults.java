package org.tcpspec.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.State;

/** Mistakes in counting half-open connections, and in finding the listener of a SYN. */
class BacklogFaults extends Connections {

    private final Seeds seeds;
    private final List<Tcb> leaked = new ArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();

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
    Optional<Listener> listenerFor(Endpoint destination) {
        Optional<Listener> right = super.listenerFor(destination);
        if (right.isEmpty()) {
            Optional<Listener> samePort = listeners.stream()
                    .filter(l -> find(l.id()).isPresent() && l.local().port() == destination.port())
                    .findFirst();
            return seeds.bites("ADR-X4", samePort.isPresent()) ? samePort : right;
        }
        return right;
    }

    @Override
    Listener listen(Endpoint local, OpenOptions options) {
        Listener listener = super.listen(local, options);
        listeners.add(listener);
        return listener;
    }

    @Override
    List<Tcb> halfOpen(Listener listener) {
        List<Tcb> halfOpen = new ArrayList<>(super.halfOpen(listener));
        leaked.stream().filter(tcb -> tcb.listener.filter(listener::equals).isPresent()).forEach(halfOpen::add);
        return halfOpen;
    }
}
