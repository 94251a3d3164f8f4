package org.tcpspec.model;

import java.util.EnumMap;
import java.util.Map;

/** The timers of one connection. Times are nanoseconds of the host's clock. */
final class Timers {

    /** No timer runs. */
    static final long NEVER = Long.MAX_VALUE;

    private final Map<Timeout, Long> running = new EnumMap<>(Timeout.class);

    /** Starts {@code timeout}, or starts it afresh, so that it expires at {@code nanos}. */
    void start(Timeout timeout, long nanos) {
        running.put(timeout, nanos);
    }

    void stop(Timeout timeout) {
        running.remove(timeout);
    }

    void stopAll() {
        running.clear();
    }

    boolean isRunning(Timeout timeout) {
        return running.containsKey(timeout);
    }

    /** When {@code timeout} expires, or {@link #NEVER}. */
    long expiry(Timeout timeout) {
        return running.getOrDefault(timeout, NEVER);
    }

    /** When the next one expires, or {@link #NEVER}. */
    long nextExpiry() {
        long next = NEVER;
        for (long expiry : running.values()) {
            next = Math.min(next, expiry);
        }
        return next;
    }

    /** Stops and returns the timer that expires first; of equal ones the first in the order of {@link Timeout}. */
    Timeout expire() {
        long next = nextExpiry();
        for (Map.Entry<Timeout, Long> timer : running.entrySet()) {
            if (timer.getValue() == next) {
                running.remove(timer.getKey());
                return timer.getKey();
            }
        }
        throw new IllegalStateException("no timer is running");
    }
}
