package org.tcpspec.reports.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What happens on Ctrl-C: the process is on its way out, with 130, and what was played so far is reported first. Once a
 * run has ended by itself nothing happens any more.
 */
final class Interruption {
    private final AtomicBoolean over = new AtomicBoolean();
    private final Runnable partialReport;
    private final Thread hook = new Thread(this::interrupted, "tcpspec-interrupted");

    private Interruption(Runnable partialReport) {
        this.partialReport = partialReport;
    }

    /** From now on an interruption calls {@code partialReport}, at most once. */
    static Interruption watch(Runnable partialReport) {
        Interruption interruption = new Interruption(partialReport);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void interrupted() {
        if (over.compareAndSet(false, true)) {
            partialReport.run();
        }
    }

    /** The run has ended by itself. False if it was interrupted first; the caller then has nothing left to do. */
    boolean ended() {
        boolean byItself = over.compareAndSet(false, true);
        if (byItself) {
            letGo();
        }
        return byItself;
    }

    /** What the hook holds is the whole run; of a hundred runs no machine has room for all. */
    private void letGo() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException tooLate) {
            // The process ends already, and the hook finds that there is nothing left to do.
            return;
        }
    }
}
