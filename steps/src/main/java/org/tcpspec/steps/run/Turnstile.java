package org.tcpspec.steps.run;

import java.util.concurrent.Semaphore;

/**
 * In real time hundreds of scenarios wait at once, and those that wake up have something to do in time. So only a few
 * may begin at once: a scenario goes through when it touches its bench, and is through as soon as it waits.
 */
public final class Turnstile {
    private static final int FOR_EACH_CORE = 4;

    private final Semaphore places;

    Turnstile(int cores) {
        places = new Semaphore(FOR_EACH_CORE * cores, true);
    }

    /** Waits for a place. */
    public Place enter() {
        places.acquireUninterruptibly();
        return new Place();
    }

    /** One scenario's place; used by one thread. */
    public final class Place {
        private boolean taken = true;

        private Place() {}

        /** Makes room for the next; nothing if that has been done. */
        public void leave() {
            if (taken) {
                taken = false;
                places.release();
            }
        }
    }
}
