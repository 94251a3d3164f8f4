package org.tcpspec.spi.iut;

import java.util.Optional;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.State;

/**
 * How a user's call ended. Calls never block: what comes later comes as a {@link Observed.Signal}.
 *
 * @param refusal present if the call was refused, with the RFC's reason
 * @param listener the handle that a passive OPEN returned
 * @param connection the handle that an active OPEN returned
 * @param text what RECEIVE handed over; empty if nothing was there
 * @param count the octets of text that SEND took
 * @param state what STATUS told
 * @param words the stack's own words for a refusal, such as an errno
 */
public record Outcome(
        Optional<Refusal> refusal,
        Optional<ListenerId> listener,
        Optional<ConnectionId> connection,
        Bytes text,
        int count,
        Optional<State> state,
        String words) {

    public static final Outcome OK =
            new Outcome(Optional.empty(), Optional.empty(), Optional.empty(), Bytes.EMPTY, 0, Optional.empty(), "");

    public static Outcome refused(Refusal refusal, String words) {
        return new Outcome(
                Optional.of(refusal), Optional.empty(), Optional.empty(), Bytes.EMPTY, 0, Optional.empty(), words);
    }

    public static Outcome listening(ListenerId listener) {
        return new Outcome(
                Optional.empty(), Optional.of(listener), Optional.empty(), Bytes.EMPTY, 0, Optional.empty(), "");
    }

    public static Outcome opening(ConnectionId connection) {
        return new Outcome(
                Optional.empty(), Optional.empty(), Optional.of(connection), Bytes.EMPTY, 0, Optional.empty(), "");
    }

    public static Outcome received(Bytes text) {
        return new Outcome(
                Optional.empty(), Optional.empty(), Optional.empty(), text, text.length(), Optional.empty(), "");
    }

    public static Outcome took(int count) {
        return new Outcome(
                Optional.empty(), Optional.empty(), Optional.empty(), Bytes.EMPTY, count, Optional.empty(), "");
    }

    public static Outcome state(State state) {
        return new Outcome(
                Optional.empty(), Optional.empty(), Optional.empty(), Bytes.EMPTY, 0, Optional.of(state), "");
    }

    public boolean isRefused() {
        return refusal.isPresent();
    }
}
