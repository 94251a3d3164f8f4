package org.tcpspec.gvisor;

import java.util.Optional;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalKind;

/** What gVisor's errors ({@code tcpip/errors.go}) amount to in the words of RFC 9293. */
final class GvisorError {

    static final String WOULD_BLOCK = "ErrWouldBlock";
    static final String CLOSED_FOR_RECEIVE = "ErrClosedForReceive";

    private GvisorError() {}

    private static Refusal refusal(String error) {
        return switch (error) {
            case "ErrPortInUse",
                    "ErrAlreadyBound",
                    "ErrAlreadyConnected",
                    "ErrAlreadyConnecting",
                    "ErrDuplicateAddress" -> Refusal.ALREADY_EXISTS;
            case "ErrBadLocalAddress", "ErrNotPermitted" -> Refusal.ILLEGAL;
            case "ErrHostUnreachable", "ErrNetworkUnreachable", "ErrBadAddress", "ErrAddressFamilyNotSupported" ->
                Refusal.REMOTE_INVALID;
            case "ErrNoPortAvailable", "ErrNoBufferSpace" -> Refusal.INSUFFICIENT_RESOURCES;
            case "ErrConnectionReset", "ErrConnectionAborted", "ErrAborted" -> Refusal.RESET;
            case "ErrConnectionRefused" -> Refusal.REFUSED;
            case "ErrTimeout" -> Refusal.TIMED_OUT;
            case "ErrClosedForSend", CLOSED_FOR_RECEIVE -> Refusal.CLOSING;
            case "ErrNotConnected" -> Refusal.DOES_NOT_EXIST;
            default -> Refusal.OTHER;
        };
    }

    static Outcome refused(String error) {
        return Outcome.refused(refusal(error), error);
    }

    /** How a connection ended. */
    static SignalKind ending(String error) {
        return switch (refusal(error)) {
            case RESET -> SignalKind.RESET;
            case REFUSED -> SignalKind.REFUSED;
            case TIMED_OUT -> SignalKind.TIMED_OUT;
            default -> SignalKind.ERROR;
        };
    }

    static Outcome outcome(Optional<String> error) {
        return error.map(GvisorError::refused).orElse(Outcome.OK);
    }
}
