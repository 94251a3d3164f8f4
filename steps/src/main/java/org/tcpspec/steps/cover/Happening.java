package org.tcpspec.steps.cover;

import java.util.Optional;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;

/**
 * One thing that crossed the boundary of the IUT during a scenario, in the order of cause and effect: a call stands
 * before what it drew.
 */
public sealed interface Happening {

    /** In nanoseconds of the bench's clock. */
    long nanos();

    /** A packet, either way. */
    record Sent(Observed.Frame frame) implements Happening {
        @Override
        public long nanos() {
            return frame.nanos();
        }
    }

    /** The user was told something. */
    record Told(Observed.Signal signal) implements Happening {
        @Override
        public long nanos() {
            return signal.nanos();
        }
    }

    /**
     * The user called.
     *
     * @param verb which call
     * @param listener the listener it was about, if one
     * @param connection the connection it was about, if one
     * @param ends the ends that STATUS asked about
     * @param local the local socket of an OPEN
     * @param remote the remote socket of an active OPEN, or of a SEND on a listener
     * @param octets how much text SEND or RECEIVE named; 0 for another call
     * @param options what an OPEN asked for
     */
    record Called(
            long nanos,
            Verb verb,
            Optional<ListenerId> listener,
            Optional<ConnectionId> connection,
            Optional<FourTuple> ends,
            Optional<Endpoint> local,
            Optional<Endpoint> remote,
            int octets,
            Optional<OpenOptions> options,
            Outcome outcome)
            implements Happening {}

    /** The calls of {@link org.tcpspec.spi.iut.User}, each with the event that it is. */
    enum Verb {
        OPEN_PASSIVE(EventKind.OPEN_PASSIVE),
        OPEN_ACTIVE(EventKind.OPEN_ACTIVE),
        OPEN_FROM_LISTEN(EventKind.OPEN_ACTIVE),
        SEND(EventKind.SEND),
        SEND_URGENT(EventKind.SEND),
        SEND_FROM_LISTEN(EventKind.SEND),
        RECEIVE(EventKind.RECEIVE),
        START_READING(EventKind.RECEIVE),
        CLOSE(EventKind.CLOSE),
        CLOSE_LISTENER(EventKind.CLOSE),
        /** POSIX {@code close()}: no call of the RFC, so no event of the table. */
        CLOSE_BOTH_WAYS,
        ABORT(EventKind.ABORT),
        STATUS(EventKind.STATUS),
        USER_TIMEOUT;

        private final Optional<EventKind> event;

        Verb() {
            this.event = Optional.empty();
        }

        Verb(EventKind event) {
            this.event = Optional.of(event);
        }

        /** Empty for what sockets and settings add to the calls of section 3.10. */
        public Optional<EventKind> event() {
            return event;
        }
    }
}
