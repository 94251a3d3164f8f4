package org.tcpspec.model;

import java.util.Optional;
import java.util.Set;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.wire.Endpoint;

/** Mistakes in what a user may name in OPEN. */
class UserCallFaults extends ClosingCallFaults {

    private final Seeds seeds;

    UserCallFaults(Host host, Seeds seeds, Set<String> otherReadings) {
        super(host, seeds, otherReadings);
        this.seeds = seeds;
    }

    @Override
    public Outcome openActive(Endpoint local, Endpoint remote, OpenOptions options) {
        boolean other = !local.address().isAnyLocalAddress()
                && host.admission().owns(local.address())
                && !local.address().equals(host.lifecycle().addressFor(remote));
        return super.openActive(
                seeds.bites("SHD-OPEN-LOCAL", other)
                        ? new Endpoint(host.lifecycle().addressFor(remote), local.port())
                        : local,
                remote,
                options);
    }

    @Override
    Optional<Refusal> checkRemote(Endpoint remote) {
        Optional<Refusal> invalid = super.checkRemote(remote);
        return invalid.filter(
                refusal -> !seeds.bites("SHD-OPEN-REMOTE", refusal == Refusal.REMOTE_INVALID));
    }
}
