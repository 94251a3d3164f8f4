package org.tcpspec.spi.iut;

import java.net.InetAddress;
import java.util.Optional;

/**
 * One scenario's view of the IUT: a user above it, a peer beside it, a clock, and the record of what crosses its
 * boundary. Used by one thread.
 *
 * <p>Isolation: the peer's address and the ports from {@link #port} belong to this bench alone for the whole run;
 * after {@link #close} they are not given out again.
 */
public interface Bench extends AutoCloseable {

    /** Where nobody drives the user ({@link Capability#DRIVEN_USER}), the index of the port whose service closes first. */
    int SERVICE_THAT_CLOSES = 1;

    User user();

    Peer peer();

    Clock clock();

    /** The IUT's address. */
    InetAddress iutAddress();

    /**
     * What belongs to an IUT that is more than one address; present if {@link Capability#SECOND_ADDRESS} is claimed.
     *
     * @param second another unicast address of the IUT, of the version of {@link Bench#iutAddress}
     * @param broadcast the directed broadcast address of the net of {@link Bench#iutAddress}; empty in IPv6
     */
    record LocalNet(InetAddress second, Optional<InetAddress> broadcast) {}

    /** The IUT's surroundings, where it has more than one address. The ports of {@link #port} are free at both. */
    default Optional<LocalNet> localNet() {
        return Optional.empty();
    }

    /**
     * A port of the IUT that no other scenario uses, on which nothing listens.
     *
     * @param index 0 to 7: the scenario's ports
     */
    int port(int index);

    /**
     * A second address of the peer's, this bench's alone like the first. What is sent to or from it stands in the same
     * record.
     *
     * @throws LabException if this peer has only one
     */
    default InetAddress otherPeerAddress() {
        throw new LabException("the peer of this bench has only one address");
    }

    /**
     * The next thing that crossed the boundary, in the order of the record: a packet of either direction, a signal
     * to the user, or a call of the user, which is told once, with the stamps of who made it beside the stack.
     *
     * <p>The order is that of cause and effect as far as it is known: the peer's packet comes before what it draws, and
     * the times of packets never go back from one to the next. A signal or a call has the place at which it became
     * known; what a call draws may stand before it.
     *
     * <p>In real time: waits until one comes or the clock reaches {@code deadline}. In virtual time: returns at once
     * what is there; if nothing is, lets the stack's timers run one by one, in order, until something comes or the
     * clock stands at {@code deadline}. A deadline that is not in the future asks only for what has already happened:
     * in virtual time until the stack is quiescent.
     *
     * <p>Virtual time passes nowhere else, but that a packet of the peer or a call may take up to a millisecond, so that
     * cause and effect have different times. After an empty return it stands at the deadline.
     *
     * @param deadline in nanoseconds of {@link #clock}
     * @return empty if nothing came by the deadline
     * @throws LabException if capture or control channel broke
     * @throws IutGoneException if the IUT died
     */
    Optional<Observed> next(long deadline);

    /**
     * How many packets the capture lost since this bench was opened, as far as is known. Above 0 a missing reaction
     * proves nothing.
     */
    long lost();

    /**
     * Gives back what the scenario used: closes listeners, aborts connections, releases the phantom. Never throws; what
     * could not be cleaned is noted by the IUT. A second call does nothing.
     */
    @Override
    void close();
}
