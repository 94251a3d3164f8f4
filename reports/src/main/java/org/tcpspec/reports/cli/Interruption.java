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
        return over.compareAndSet(false, true);
    }
}
