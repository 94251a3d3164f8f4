package org.tcpspec.spi.iut;

/**
 * Something that an IUT, or the way in which it is driven, can or cannot do. A scenario that needs what is not there is
 * not applicable; that is decided before its first segment.
 */
public enum Capability {
    PASSIVE_OPEN("a passive OPEN"),
    ACTIVE_OPEN("an active OPEN"),
    /** Active OPEN on a local port that the caller chooses. */
    CHOOSE_LOCAL_PORT("an active OPEN from a chosen port"),
    /** CLOSE as RFC 9293 means it: no more to send, still reading. {@code shutdown(SHUT_WR)}. */
    CLOSE("CLOSE"),
    /** CLOSE and no more reading: POSIX {@code close()}. */
    CLOSE_BOTH_WAYS("close() both ways"),
    /** ABORT: {@code SO_LINGER} 0 and {@code close()}. */
    ABORT("ABORT"),
    SEND("SEND"),
    /** The user can leave text unread, and read when told to. */
    RECEIVE_ON_DEMAND("RECEIVE on demand"),
    /** STATUS: the state of a 4-tuple can be read out. */
    STATUS("STATUS"),
    /** Active OPEN or SEND on a listener turns it active (RFC 9293 section 3.10.1 and 3.10.2). */
    OPEN_FROM_LISTEN("OPEN or SEND on a listener"),
    /** Nagle's algorithm can be switched per connection. */
    NAGLE_SWITCH("the Nagle switch"),
    /** The user timeout can be set per connection. */
    USER_TIMEOUT("the user timeout"),
    /** SEND of urgent data, the signal that urgent data is ahead, and how much of it is left (section 3.8.5). */
    URGENT("urgent data"),
    /** The user is also told of urgent data whose end has not arrived yet (MUST-32). */
    URGENT_AHEAD("the signal of urgent data ahead"),
    /** Keep-alives can be switched per connection, and their idle interval set (section 3.8.4). */
    KEEP_ALIVE("the keep-alive switch"),
    /** Soft errors, such as ICMP reports, are told to the user (section 3.9.1.8). */
    ERROR_REPORTS("error reports"),
    /** The Diffserv codepoint can be chosen per connection (section 3.9.1.9). */
    DIFFSERV("the Diffserv codepoint"),
    /** The time to live can be chosen per connection (section 3.9.2). */
    TIME_TO_LIVE("the time to live"),
    /** The IUT has two addresses of one IP version, and OPEN may name one or none ({@link Bench#localNet}). */
    SECOND_ADDRESS("a second local address"),
    /** The user can connect to itself at the loopback address, where the peer sees nothing. */
    LOOPBACK("loopback"),
    IPV6("IPv6"),
    /**
     * The user makes the calls that a scenario wants and no others, and tells what it is told. Every statement has it
     * without naming it; a service that nobody drives has not.
     */
    DRIVEN_USER("a user who does as a scenario says"),
    /** Settings that reach beyond one connection can be changed, in an instance of one's own. */
    SETTINGS("settings");

    private final String words;

    Capability(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
