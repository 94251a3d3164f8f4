package org.tcpspec.model;

import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.wire.Endpoint;

/** A passive OPEN whose remote socket is unspecified: it stays in LISTEN and every SYN makes a connection of its own. */
record Listener(ListenerId id, Endpoint local, OpenOptions options) {

    boolean takes(Endpoint destination) {
        return local.port() == destination.port()
                && (local.address().isAnyLocalAddress() || local.address().equals(destination.address()));
    }
}
