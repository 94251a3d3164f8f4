package org.tcpspec.model;

import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.IcmpMessage;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/** The kinds of event of RFC 9293 section 3.10, as an observer of the model is told of them. */
public sealed interface Event {

    /** A segment arrived (3.10.7). */
    record Arrival(Segment segment) implements Event {}

    /** An ICMP message arrived (3.9.2.2). */
    record Report(IcmpMessage message) implements Event {}

    /** The user called (3.10.1 to 3.10.6). */
    record Call(String name) implements Event {}

    /** A timer expired (3.10.8). */
    record Expiry(Timeout timeout) implements Event {}

    /** Told of every event once it has been processed, whether or not the state changed. */
    @FunctionalInterface
    interface Observer {
        void processed(FourTuple connection, State before, Event event, State after);
    }
}
