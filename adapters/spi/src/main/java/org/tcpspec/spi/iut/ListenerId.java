package org.tcpspec.spi.iut;

/** The user's handle of a passive OPEN that has not become a connection. Unique within an agent. */
public record ListenerId(long value) {
    @Override
    public String toString() {
        return "listener " + value;
    }
}
