package org.tcpspec.steps.play;

import java.time.Duration;

/** Takes back what a late kit or a clock that was set would make of a timed scenario (DESIGN 5). */
public final class Punctuality {

    /** A clock that is being slewed strays less than this in a scenario. */
    private static final Duration CLOCK_STEP = Duration.ofMillis(100);

    private Punctuality() {}

    /**
     * @param due when {@code wait} was to end
     * @throws Stopped.Inconclusive if it ended much later, or if the clock was set meanwhile
     */
    public static void check(Scene scene, PendingWait wait, long due) {
        if (scene.bench().clock().isVirtual()) {
            return;
        }
        Duration margin =
                wait.time().dividedBy(20).plus(scene.statement().ixit().reaction());
        if (scene.now() - due > margin.toNanos()) {
            throw Verdicts.inconclusive("The kit was late: a wait of " + wait.time() + " took "
                    + Duration.ofNanos(scene.now() - due) + " longer.");
        }
        if (scene.clockStep().compareTo(CLOCK_STEP) > 0) {
            throw Verdicts.inconclusive("The clock was set while the scenario waited.");
        }
    }
}
