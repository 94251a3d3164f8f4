package org.tcpspec.spi.iut;

import java.time.Duration;

/** The time of one bench. Nothing in the kit reads any other clock when it judges. */
public interface Clock {

    /** Nanoseconds since 1 January 1970, or since any fixed point in virtual time. */
    long nanos();

    /**
     * True if time stands still unless {@link Bench#next} lets it pass: waiting then costs nothing, and silence is
     * known without waiting.
     */
    boolean isVirtual();

    /** The moment {@code duration} from now. */
    default long in(Duration duration) {
        return nanos() + duration.toNanos();
    }
}
