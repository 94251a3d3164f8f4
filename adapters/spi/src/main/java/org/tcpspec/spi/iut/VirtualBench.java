package org.tcpspec.spi.iut;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A bench in virtual time which is its own peer and its own clock, at a {@link Place}. Nothing that crosses the boundary
 * of its stack can be lost.
 */
public abstract class VirtualBench implements Bench, Peer, Clock {
    private final Place place;
    private final Statement offered;

    /** @param offered the capabilities that are shown on this bench */
    protected VirtualBench(Place place, Statement offered) {
        this.place = place;
        this.offered = offered;
    }

    @Override
    public final Peer peer() {
        return this;
    }

    @Override
    public final Clock clock() {
        return this;
    }

    @Override
    public final boolean isVirtual() {
        return true;
    }

    @Override
    public final InetAddress iutAddress() {
        return place.iut();
    }

    @Override
    public final Optional<LocalNet> localNet() {
        return offered.can(Capability.SECOND_ADDRESS) ? Optional.of(place.net()) : Optional.empty();
    }

    @Override
    public final int port(int index) {
        return place.firstPort() + index;
    }

    @Override
    public final InetAddress address() {
        return place.peer();
    }

    @Override
    public final InetAddress otherPeerAddress() {
        return place.otherPeer();
    }

    @Override
    public final long lost() {
        return 0;
    }
}
