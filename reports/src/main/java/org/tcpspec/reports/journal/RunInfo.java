package org.tcpspec.reports.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;

/**
 * What a journal says of its run before the first scenario.
 *
 * @param version of the kit
 * @param provider the word after {@code --iut}
 * @param statement what is claimed of the IUT in this run, with its listed deviations
 * @param environment facts about the IUT and the machine
 * @param started by the wall clock
 * @param virtualTime waiting costs nothing in this run
 * @param strict a failed SHOULD counts as a failed MUST does
 * @param selection what the run was asked to play, in words, by option
 * @param planned scenarios in the feature files
 * @param selected scenarios that this run plays
 * @param verySlow scenarios left out because they wait longer than 3 MSL and {@code --all} was not given
 * @param orphans ids in the deviations that no planned scenario has
 */
public record RunInfo(
        String version,
        String provider,
        Statement statement,
        Map<String, String> environment,
        IpVersion ip,
        long seed,
        Instant started,
        boolean virtualTime,
        boolean strict,
        Map<String, String> selection,
        int planned,
        int selected,
        int verySlow,
        List<String> orphans) {

    public RunInfo {
        environment = Map.copyOf(environment);
        selection = Map.copyOf(selection);
        orphans = List.copyOf(orphans);
    }

    /** The same of an IUT that claims otherwise. */
    RunInfo with(Statement other) {
        return with(other, selection);
    }

    /** The same with one more option that chose what is played. */
    public RunInfo with(String option, String value) {
        Map<String, String> more = new HashMap<>(selection);
        more.put(option, value);
        return with(statement, more);
    }

    private RunInfo with(Statement claims, Map<String, String> options) {
        return new RunInfo(
                version,
                provider,
                claims,
                environment,
                ip,
                seed,
                started,
                virtualTime,
                strict,
                options,
                planned,
                selected,
                verySlow,
                orphans);
    }

    /** The day on which it started, in UTC: what had expired by then covers nothing. */
    public LocalDate day() {
        return LocalDate.ofInstant(started, ZoneOffset.UTC);
    }
}
