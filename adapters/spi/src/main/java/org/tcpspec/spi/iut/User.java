package org.tcpspec.spi.iut;

import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;

/**
 * The user above the IUT, for one scenario: the upper tester. Its calls are those of RFC 9293 section 3.9.1, under the
 * RFC's names.
 *
 * <p><b>Calls never block.</b> Each returns at once with an {@link Outcome}; what follows from it later (the open
 * completed, text arrived, the connection was reset) is told as an {@link Observed.Signal} through the bench. A call
 * that this IUT does not have is refused with {@link Refusal#NOT_OFFERED}; the planner has then let a scenario
 * through that it should not have, so the kit reports an error of its own.
 *
 * <p><b>Three ways to end</b> must not be confused:
 *
 * <ul>
 *   <li>{@link #close} is CLOSE of the RFC: "I have no more to send". On sockets {@code shutdown(SHUT_WR)}. The
 *       handle stays valid, text still comes.
 *   <li>{@link #closeBothWays} is POSIX {@code close()}: CLOSE, and nothing is read any more. The handle is gone; no
 *       more signals come for it.
 *   <li>{@link #abort} is ABORT: {@code SO_LINGER} 0 and {@code close()}. The handle is gone.
 * </ul>
 *
 * <p><b>Handles.</b> A call on a handle that was never given out, or that a call took away, is refused with
 * {@link Refusal#DOES_NOT_EXIST}. One whose connection ended by itself (reset, timed out) stays known to the user until
 * it calls {@link #closeBothWays} or {@link #abort}, or the bench is closed; what the stack then answers is its own
 * affair. {@link Refusal#NOT_OFFERED} goes before every other refusal.
 *
 * <p>Errors: every method throws {@link LabException} if the agent is unreachable and {@link IutGoneException} if the
 * IUT itself died. A refusal by the IUT is an outcome, not an exception.
 */
public interface User {

    /** Passive OPEN at {@code local}: its port is never 0; the unspecified address stands for each of the IUT's. */
    Outcome openPassive(Endpoint local, OpenOptions options);

    /**
     * Active OPEN from {@code local} to {@code remote}. A local port of 0, or the unspecified address, lets the IUT
     * choose. The outcome carries the
     * handle; {@link SignalKind#OPENED} follows when the open completes.
     */
    Outcome openActive(Endpoint local, Endpoint remote, OpenOptions options);

    /** Active OPEN on a listener: turns the passive open into an active one (RFC 9293 section 3.10.1, LISTEN). */
    Outcome openFromListen(ListenerId listener, Endpoint remote, OpenOptions options);

    /** SEND. The outcome tells how many octets the IUT took. */
    Outcome send(ConnectionId connection, Bytes text);

    /** SEND on a listener whose remote socket is given: turns it active (RFC 9293 section 3.10.2, LISTEN). */
    Outcome sendFromListen(ListenerId listener, Endpoint remote, Bytes text, OpenOptions options);

    /** RECEIVE of at most {@code max} octets; meaningful on a connection whose user is not {@code reading}. */
    Outcome receive(ConnectionId connection, int max);

    /** From now on the user keeps a RECEIVE outstanding, as {@link OpenOptions#reading} does. */
    Outcome startReading(ConnectionId connection);

    /** CLOSE. */
    Outcome close(ConnectionId connection);

    /** POSIX {@code close()}. */
    Outcome closeBothWays(ConnectionId connection);

    /** ABORT. */
    Outcome abort(ConnectionId connection);

    /** CLOSE of a listener: back to CLOSED. Connections that it accepted live on. */
    Outcome closeListener(ListenerId listener);

    /**
     * Sets the user timeout of a connection (RFC 9293 section 3.8.3; MUST-21).
     *
     * @param millis at least 1
     */
    Outcome userTimeout(ConnectionId connection, long millis);

    /**
     * SEND of urgent data: the urgent pointer designates the octet after {@code text} (section 3.8.5, MUST-62).
     *
     * @param text at least one octet
     */
    default Outcome sendUrgent(ConnectionId connection, Bytes text) {
        return Outcome.refused(Refusal.NOT_OFFERED, Refusal.NOT_OFFERED.words());
    }

    /** How many octets, as {@link Outcome#count}, the user has yet to receive until the end of urgent data (MUST-33). */
    default Outcome urgentLeft(ConnectionId connection) {
        return Outcome.refused(Refusal.NOT_OFFERED, Refusal.NOT_OFFERED.words());
    }

    /** Switches keep-alives on a connection, which begins without them (section 3.8.4; MUST-24, MUST-25). */
    default Outcome keepAlive(ConnectionId connection, boolean on) {
        return Outcome.refused(Refusal.NOT_OFFERED, Refusal.NOT_OFFERED.words());
    }

    /**
     * Sets how long a connection must have been idle before a keep-alive is sent (section 3.8.4; MUST-27).
     *
     * @param millis at least 1
     */
    default Outcome keepAliveInterval(ConnectionId connection, long millis) {
        return Outcome.refused(Refusal.NOT_OFFERED, Refusal.NOT_OFFERED.words());
    }

    /**
     * Chooses something for a connection from now on.
     *
     * @param value as {@code option} describes it
     */
    default Outcome choose(ConnectionId connection, ConnectionOption option, long value) {
        return Outcome.refused(Refusal.NOT_OFFERED, Refusal.NOT_OFFERED.words());
    }

    /**
     * STATUS: the state of {@code connection}. That of its TCB if there is one; else LISTEN if a listener would take
     * its SYN; else CLOSED. Connections whose handle is gone are told too. Refused only if it is not offered.
     */
    Outcome status(FourTuple connection);
}
