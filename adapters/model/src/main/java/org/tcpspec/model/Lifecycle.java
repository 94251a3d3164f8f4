package org.tcpspec.model;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** How connections come to be, open, and wait for their end. */
class Lifecycle {

    final Host host;
    private final Parts parts;
    private final List<InetAddress> addresses;
    private final InitialSequenceNumbers initialSequenceNumbers;

    /**
     * @param addresses those of the host
     * @param parts builds what each connection has of its own
     */
    Lifecycle(Host host, Parts parts, List<InetAddress> addresses, InitialSequenceNumbers initialSequenceNumbers) {
        this.host = host;
        this.parts = parts;
        this.addresses = addresses;
        this.initialSequenceNumbers = initialSequenceNumbers;
    }

    Tcb create(Endpoint local, Endpoint remote, Optional<Listener> listener, OpenOptions options) {
        return host.connections()
                .add(new Tcb(
                        host.connections().newId(),
                        local,
                        remote,
                        listener,
                        options,
                        new Tcb.Ts(host.timestampClock().offset(local, remote, host.now()), host.now()),
                        parts,
                        host.profile()));
    }

    /** A connection for a SYN in LISTEN; empty if the backlog is full. */
    Optional<Tcb> passiveChild(Listener listener, Segment syn) {
        if (host.connections().halfOpen(listener).size() >= listener.options().backlog()) {
            return Optional.empty();
        }
        return Optional.of(create(syn.destination(), syn.source(), Optional.of(listener), listener.options()));
    }

    SequenceNumber chooseIss(Tcb tcb) {
        return initialSequenceNumbers.choose(tcb.local, tcb.remote, host.now());
    }

    void startTimeWait(Tcb tcb) {
        tcb.timers.stopAll();
        tcb.timers.start(Timeout.TIME_WAIT, host.now() + host.recycling().timeWait(tcb));
    }

    /** Where nobody reads any more, the host may be set not to wait for the peer's FIN for ever. */
    void limitFinWait2(Tcb tcb) {
        if (tcb.state == State.FIN_WAIT_2 && tcb.closedBothWays) {
            host.profile()
                    .settings()
                    .finWait2()
                    .ifPresent(limit -> tcb.timers.start(Timeout.FIN_WAIT_2, host.now() + limit.toNanos()));
        }
    }

    /** The local socket for a listener that turns active: an address of this host if it left that open. */
    Endpoint localFor(Listener listener) {
        InetAddress address = listener.local().address();
        return address.isAnyLocalAddress()
                ? new Endpoint(addresses.get(0), listener.local().port())
                : listener.local();
    }
    /** The open is complete. */
    void opened(Tcb tcb) {
        if (tcb.listener.isPresent()) {
            host.connections().makeKnown(tcb);
            ListenerId by = tcb.listener.get().id();
            host.signal(tcb, SignalKind.ACCEPTED, SignalDetail.accepted(by, tcb.ends()));
        } else {
            host.signal(tcb, SignalKind.OPENED, SignalDetail.opened(tcb.ends()));
        }
    }

    /** The source of a connection whose user named none (MUST-44). */
    InetAddress addressFor(Endpoint remote) {
        IpVersion ip = IpVersion.of(remote.address());
        return addresses.stream().filter(a -> IpVersion.of(a) == ip).findFirst().orElse(remote.address());
    }
}
