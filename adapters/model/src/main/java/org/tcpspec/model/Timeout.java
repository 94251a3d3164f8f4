package org.tcpspec.model;

/** The timers of a connection, in the order in which they are served when they expire together. */
public enum Timeout {
    /** The user timeout, R2 of RFC 9293 section 3.8.3. */
    USER("USER TIMEOUT"),
    /** RFC 6298 section 5. */
    RETRANSMISSION("RETRANSMISSION TIMEOUT"),
    /** The next probe of a zero window, or the override of silly-window avoidance (3.8.6.1, 3.8.6.2.1). */
    PERSIST("PERSIST TIMEOUT"),
    /** An acknowledgment was delayed (3.8.6.3). */
    DELAYED_ACK("DELAYED ACK TIMEOUT"),
    /** The next keep-alive (3.8.4). */
    KEEP_ALIVE("KEEP-ALIVE TIMEOUT"),
    /** The user has closed both ways, and the peer does not close: no RFC's timer, but that of many stacks. */
    FIN_WAIT_2("FIN-WAIT-2 TIMEOUT"),
    /** 2 MSL (3.6.1). */
    TIME_WAIT("TIME-WAIT TIMEOUT");

    private final String words;

    Timeout(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
