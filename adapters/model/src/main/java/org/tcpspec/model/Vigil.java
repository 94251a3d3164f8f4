package org.tcpspec.model;

import java.util.function.Supplier;
import org.tcpspec.spi.iut.IutGoneException;
import org.tcpspec.spi.iut.LabException;

/**
 * Watches over a host: one that throws has died, and one that comes to no end with one thing answers no more. Either is
 * a finding about the host, not about the kit.
 */
final class Vigil {

    /** In answer to one thing; a right host sends a window's worth of text at most. */
    private static final int MOST_STEPS = 100_000;

    private int steps;

    /** Lets the host do something. */
    void over(Runnable act) {
        over(() -> {
            act.run();
            return true;
        });
    }

    /**
     * The same, with what comes of it.
     *
     * @throws IutGoneException if the host throws
     */
    <T> T over(Supplier<T> act) {
        steps = 0;
        try {
            return act.get();
        } catch (LabException | IutGoneException known) {
            throw known;
        } catch (RuntimeException | StackOverflowError e) {
            throw new IutGoneException("it threw " + e, e);
        }
    }

    /** The host has sent a segment, or done something by itself. */
    void step() {
        if (++steps > MOST_STEPS) {
            throw new IutGoneException(
                    "it came to no end: " + MOST_STEPS + " segments and timers in answer to one thing");
        }
    }
}
