package org.tcpspec.steps.play;

import java.time.Duration;
import org.tcpspec.spi.iut.Ixit;

/**
 * "2 MSL pass": how long exactly depends on what is to be seen at the end (DESIGN 5).
 *
 * @param from when the waiting begins, in nanoseconds of the bench's clock
 */
public record PendingWait(long from, Duration time) {

    /** Just before the end: what should last must still be there. */
    public long stillThere(Ixit ixit) {
        return from + time.minus(ixit.tick()).toNanos();
    }

    /**
     * Surely past the end: what should end must be gone. The margin is 5 % of the time and at least two ticks; where
     * the scenario waits for less than 2 MSL it is still that of 2 MSL, for the timer that runs out was set to that
     * and is as coarse as its length makes it.
     */
    public long gone(Ixit ixit) {
        Duration margin = time.compareTo(ixit.msl().multipliedBy(2)) < 0 && time.compareTo(ixit.msl()) >= 0
                ? ixit.msl().dividedBy(10)
                : time.dividedBy(20);
        Duration ticks = ixit.tick().multipliedBy(2);
        return from + time.plus(margin.compareTo(ticks) > 0 ? margin : ticks).toNanos();
    }

    public long exactly() {
        return from + time.toNanos();
    }
}
