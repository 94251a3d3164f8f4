package org.tcpspec.reports.journal;

import java.time.Instant;
import java.util.List;

/**
 * What a journal says of its run after the last scenario.
 *
 * @param complete every selected scenario left a result; false after Ctrl-C
 * @param finished by the wall clock
 * @param notes what the IUT's lab noticed besides: strays, what could not be cleaned
 */
public record RunEnd(boolean complete, Instant finished, List<String> notes) {
    public RunEnd {
        notes = List.copyOf(notes);
    }
}
