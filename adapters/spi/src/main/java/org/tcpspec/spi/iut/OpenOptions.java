package org.tcpspec.spi.iut;

/**
 * What a user asks for when it opens.
 *
 * @param backlog passive OPEN: connections to hold before they are accepted, at least 1
 * @param reading the user keeps a RECEIVE outstanding, so that text and end of stream reach it by themselves; without
 *     it nothing is read until {@link User#receive} is called, and the receive window fills
 * @param nagle Nagle's algorithm (RFC 9293 section 3.7.4) may hold small segments back
 */
public record OpenOptions(int backlog, boolean reading, boolean nagle) {

    public static final OpenOptions DEFAULT = new OpenOptions(8, true, false);

    public OpenOptions withBacklog(int backlog) {
        return new OpenOptions(backlog, reading, nagle);
    }

    public OpenOptions notReading() {
        return new OpenOptions(backlog, false, nagle);
    }

    public OpenOptions withNagle() {
        return new OpenOptions(backlog, reading, true);
    }
}
