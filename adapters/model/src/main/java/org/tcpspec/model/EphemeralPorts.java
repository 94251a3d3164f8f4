package org.tcpspec.model;

import java.net.InetAddress;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;

/**
 * The local port of an active OPEN that names none. A port serves as many connections as there are remote sockets: what
 * must be free is the pair of sockets, not the port.
 */
class EphemeralPorts {

    final Host host;
    private final SplittableRandom random;

    EphemeralPorts(Host host, SplittableRandom random) {
        this.host = host;
        this.random = random;
    }

    /** A socket from which a connection to {@code remote} may begin; empty if there is none (3.10.1). */
    Optional<Endpoint> choose(InetAddress local, Endpoint remote) {
        HostSettings.Ports ports = host.profile().settings().ports();
        int start = random.nextInt(ports.count());
        return IntStream.range(0, ports.count())
                .mapToObj(i -> new Endpoint(local, ports.first() + (start + i) % ports.count()))
                .filter(end -> isFree(end, remote))
                .findFirst();
    }

    boolean isFree(Endpoint local, Endpoint remote) {
        boolean taken = host.connections()
                .find(new FourTuple(local, remote))
                .filter(old -> !host.timeWaitReuse().mayTakeOver(old))
                .isPresent();
        return !taken && host.connections().listenerFor(local).isEmpty();
    }
}
