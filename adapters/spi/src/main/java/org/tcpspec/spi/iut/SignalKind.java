package org.tcpspec.spi.iut;

/** What an IUT can tell its user without being asked, in the words of RFC 9293. */
public enum SignalKind {
    /** A passive OPEN completed: a connection was accepted ({@link SignalDetail#listener} tells by which listener). */
    ACCEPTED("open completed"),
    /** An active OPEN completed. */
    OPENED("open completed"),
    /** Text was handed to the user ({@link SignalDetail#text}). */
    DATA("data"),
    /** The peer's FIN was reached: nothing more will come. On a sockets API end of file. */
    CLOSING("connection closing"),
    /** A RST ended the connection. */
    RESET("connection reset"),
    /** A RST, or what amounts to one, refused an active OPEN. */
    REFUSED("connection refused"),
    /** Retransmission or the user timeout gave up. */
    TIMED_OUT("connection aborted due to user timeout"),
    /** Urgent data is ahead, or the pointer advanced. */
    URGENT("urgent data"),
    /** A report that does not end the connection, such as a soft ICMP error ({@link SignalDetail#words}). */
    SOFT_ERROR("error report"),
    /** Any other error that ended the connection ({@link SignalDetail#words}). */
    ERROR("error");

    private final String words;

    SignalKind(String words) {
        this.words = words;
    }

    /** The RFC's words for it. */
    public String words() {
        return words;
    }

    /** Nothing more comes of the connection after this signal. */
    public boolean isTerminal() {
        return this == RESET || this == REFUSED || this == TIMED_OUT || this == ERROR;
    }
}
