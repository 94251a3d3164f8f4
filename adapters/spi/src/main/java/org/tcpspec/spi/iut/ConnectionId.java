package org.tcpspec.spi.iut;

/** The user's handle of a connection: what RFC 9293 calls the local connection name. Unique within an agent. */
public record ConnectionId(long value) {
    @Override
    public String toString() {
        return "connection " + value;
    }
}
