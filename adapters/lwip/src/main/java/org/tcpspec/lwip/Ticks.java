package org.tcpspec.lwip;

/** The time of a stack that counts ticks, in nanoseconds; it never goes back. */
final class Ticks {

    private final long interval;
    private long now;
    private long next;

    Ticks(long start, long interval) {
        this.now = start;
        this.interval = interval;
        this.next = start + interval;
    }

    long now() {
        return now;
    }

    /** A little time passes, in which the stack does not tick unless that was due anyway. */
    void pass(long nanos) {
        now += nanos;
    }

    /** Time passes to the next tick, or only to {@code deadline} if that is sooner. True if the tick is due. */
    boolean passUntil(long deadline) {
        boolean due = next <= deadline;
        now = Math.max(now, due ? next : deadline);
        if (due) {
            next += interval;
        }
        return due;
    }
}
