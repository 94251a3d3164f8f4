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

    /**
     * Nanoseconds of a clock that nobody sets, since any fixed point: by it the kit knows when it was late itself, and
     * when {@link #nanos} was set. Not asked where time is virtual.
     */
    default long steady() {
        return System.nanoTime();
    }

    /** The moment {@code duration} from now. */
    default long in(Duration duration) {
        return nanos() + duration.toNanos();
    }
}
