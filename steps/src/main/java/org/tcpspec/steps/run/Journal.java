package org.tcpspec.steps.run;

import java.io.UncheckedIOException;

/** Where each scenario's result goes as it ends. Safe for use by many threads. */
@FunctionalInterface
public interface Journal {

    /**
     * Keeps {@code result}: on disk before this returns.
     *
     * @throws UncheckedIOException if that fails; the run then ends with an error
     */
    void add(ScenarioResult result);
}
