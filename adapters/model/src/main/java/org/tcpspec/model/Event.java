package org.tcpspec.model;

import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.IcmpMessage;
import org.tcpspec.spi.wire.Segment;

/** The kinds of event of RFC 9293 section 3.10, as an observer of the model is told of them. */
public sealed interface Event {

    /** A segment arrived (3.10.7). */
    record Arrival(Segment segment) implements Event {}

    /** An ICMP message arrived (3.9.2.2). */
    record Report(IcmpMessage message) implements Event {}

    /**
     * The user called (3.10.1 to 3.10.6), whether or not it was refused. An active and a passive OPEN are told apart,
     * and {@code close()} of sockets from CLOSE. What concerns a listener is told of ends whose peer has port 0.
     */
    record Call(String name) implements Event {}

    /** A timer expired (3.10.8). */
    record Expiry(Timeout timeout) implements Event {}

    /** Told of every event once it has been processed, whether or not the state changed. */
    @FunctionalInterface
    interface Observer {
        void processed(FourTuple connection, Standing before, Event event, Standing after);
    }
}
