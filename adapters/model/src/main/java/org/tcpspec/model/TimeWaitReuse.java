package org.tcpspec.model;

import org.tcpspec.spi.wire.State;

/**
 * An active OPEN may take over a connection of this host's in TIME-WAIT, where it is set to: the client's side of what
 * RFC 6191 allows the server. Timestamps protect the new incarnation from segments of the old one, so both ends must
 * have used them, and enough time must have passed that the new ones are larger.
 */
class TimeWaitReuse {

    final Host host;

    TimeWaitReuse(Host host) {
        this.host = host;
    }

    boolean mayTakeOver(Tcb old) {
        return old.state == State.TIME_WAIT
                && host.profile().settings().reuse().covers(old.remote.address())
                && old.ts.ok
                && hasWaited(old);
    }

    boolean hasWaited(Tcb old) {
        return host.now() - old.timeWaitSince
                >= host.profile().settings().reuseDelay().toNanos();
    }
}
