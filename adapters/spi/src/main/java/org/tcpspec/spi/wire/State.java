package org.tcpspec.spi.wire;

import java.util.Arrays;
import java.util.Optional;

/** The eleven states of a connection (RFC 9293 section 3.3.2), spelled as the RFC spells them. */
public enum State {
    CLOSED,
    LISTEN,
    SYN_SENT,
    SYN_RECEIVED,
    ESTABLISHED,
    FIN_WAIT_1,
    FIN_WAIT_2,
    CLOSE_WAIT,
    CLOSING,
    LAST_ACK,
    TIME_WAIT;

    private final String rfcName = name().replace('_', '-');

    /** Both sides know each other's initial sequence numbers (RFC 9293 section 3.5.2, third group). */
    public boolean isSynchronized() {
        return compareTo(ESTABLISHED) >= 0;
    }

    /** The peer's FIN has been received in order. */
    public boolean hasPeerFin() {
        return this == CLOSE_WAIT || this == CLOSING || this == LAST_ACK || this == TIME_WAIT;
    }

    /** The IUT's user may still SEND. */
    public boolean maySend() {
        return this == ESTABLISHED || this == CLOSE_WAIT;
    }

    /** The state of that name, as the RFC spells it. */
    public static Optional<State> named(String rfcName) {
        return Arrays.stream(values()).filter(s -> s.rfcName.equals(rfcName)).findFirst();
    }

    @Override
    public String toString() {
        return rfcName;
    }
}
