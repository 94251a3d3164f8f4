package org.tcpspec.model;

/** What a TCP may choose to implement, by its name in an ICS. */
public enum Option {
    /** The check of RFC 5961 section 3. */
    RFC5961_RST("rfc5961-rst"),
    /** The check of RFC 5961 section 4. */
    RFC5961_SYN("rfc5961-syn"),
    /** The check of RFC 5961 section 5 (MAY-12). */
    RFC5961_ACK("rfc5961-ack"),
    /** A SYN may reopen a connection straight from TIME-WAIT (MAY-2). */
    MAY_2("may-2"),
    /** RFC 6191: which SYN reopens it is decided by timestamps too; any other is dropped. Goes before {@link #MAY_2}. */
    RFC6191("rfc6191"),
    /** RST is ignored in TIME-WAIT (RFC 1337 section 3, F1). */
    RFC1337("rfc1337"),
    /** RFC 7323 sections 3 to 5. */
    TIMESTAMPS("timestamps"),
    /** RFC 7323 section 2. */
    WINDOW_SCALE("window-scale"),
    /** Explicit Congestion Notification, where the peer asks for it: RFC 3168 (SHLD-8). */
    ECN("ecn"),
    /** Keep-alives (MAY-5). */
    KEEP_ALIVE("may-5");

    private final String name;

    Option(String name) {
        this.name = name;
    }

    /** The name in an ICS. */
    @Override
    public String toString() {
        return name;
    }
}
