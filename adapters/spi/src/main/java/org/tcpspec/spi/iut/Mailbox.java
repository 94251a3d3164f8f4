package org.tcpspec.spi.iut;

/** Where a scenario's observations are delivered. Safe for use by any thread; never blocks. */
@FunctionalInterface
public interface Mailbox {
    void deliver(Observed observed);
}
