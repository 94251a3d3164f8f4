package org.tcpspec.netty.agent;

import java.time.Instant;

/** CLOCK_REALTIME, which is also the capture's clock. */
@FunctionalInterface
interface Times {

    /** Nanoseconds since 1 January 1970. */
    long nanos();

    Times REAL = () -> {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    };
}
