package org.tcpspec.model;

import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Packet;

/**
 * What a {@link Host} speaks to: the wire below and the user above. Called in the midst of an event, so neither may
 * call the host back at once; both note what they get and act later.
 */
public interface Surroundings {

    /**
     * A packet leaves.
     *
     * @param nanos the host's time
     */
    void send(long nanos, Packet packet);

    /**
     * The user is told something.
     *
     * @param nanos the host's time
     */
    void signal(long nanos, SignalKind kind, ConnectionId connection, SignalDetail detail);

    /** Something worth a line in a log, where an RFC asks for one. */
    void note(String words);

    /**
     * The host does one thing more by itself: a timer has run out, or a segment to its own address arrives. Who wants
     * to bound what it does in answer to one thing may throw here.
     */
    default void step() {}
}
