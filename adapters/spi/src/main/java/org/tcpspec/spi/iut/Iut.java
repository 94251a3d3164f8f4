package org.tcpspec.spi.iut;

import java.util.List;
import java.util.Map;

/** An implementation under test, for one run. Safe for use by many threads; each scenario has its own {@link Bench}. */
public interface Iut extends AutoCloseable {

    /** What the IUT claims: its ICS and IXIT as they are in force in this run. */
    Statement statement();

    /** Facts for the report: kernel, library versions, every setting changed from the stack's default. */
    Map<String, String> environment();

    /**
     * A fresh bench.
     *
     * @throws LabException if the lab cannot provide it
     * @throws IutGoneException if the IUT died and could not be started again
     */
    Bench bench(BenchRequest request);

    /** What was seen on the wire and belongs to no bench, and what could not be cleaned up: one line each. */
    List<String> notes();

    /** Ends everything that this IUT started. Never throws; a second call does nothing. */
    @Override
    void close();
}
