package org.tcpspec.model;

import java.util.Optional;
import java.util.Set;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.wire.Endpoint;

/** Mistakes in whom OPEN goes to, and in what CLOSE does to a connection that is half-open. */
class OpeningCallFaults extends OtherReadings.CalledOtherwise {

    private final Seeds seeds;

    OpeningCallFaults(Host host, Seeds seeds, Set<String> otherReadings) {
        super(host, otherReadings);
        this.seeds = seeds;
    }

    @Override
    void closeInSynReceived(Tcb tcb) {
        if (seeds.bites("EST-17")) {
            host.connections().delete(tcb);
        } else {
            super.closeInSynReceived(tcb);
        }
    }

    @Override
    Optional<Refusal> checkRemote(Endpoint remote) {
        Optional<Refusal> refusal = super.checkRemote(remote);
        boolean invalid = refusal.filter(Refusal.REMOTE_INVALID::equals).isPresent();
        return seeds.bites("ADR-X3", invalid) ? Optional.empty() : refusal;
    }

    @Override
    void abandonHalfOpen(Tcb tcb) {
        if (!seeds.bites("EST-18")) {
            super.abandonHalfOpen(tcb);
        }
    }
}
