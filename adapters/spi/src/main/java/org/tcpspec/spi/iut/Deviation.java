package org.tcpspec.spi.iut;

import java.time.LocalDate;
import java.util.Optional;
import org.tcpspec.spi.wire.IpVersion;

/**
 * A known departure of an IUT from a requirement: shown in every report, never hidden. One that a person answers for
 * until a date is a waiver; there is no other difference.
 *
 * @param scenario the id of the scenario that fails; empty if {@code requirement} is named
 * @param requirement the id of the requirement that is broken, whichever scenario shows it; empty if {@code scenario} is
 *     named
 * @param reason what the reason of the verdict must contain, where "..." stands for any words; a fail for any other
 *     reason is not covered
 * @param explanation why the stack does so: packets, clause, source
 * @param ip the version of IP over which it occurs; empty for both
 * @param intermittent chance, the machine's load or the stack's version decides whether it shows: a run without
 *     it says nothing
 * @param owner who answers for it; may be empty
 * @param expires the last day on which it covers anything, in UTC; empty if it holds for good
 */
public record Deviation(
        String scenario,
        String requirement,
        String reason,
        String explanation,
        Optional<IpVersion> ip,
        boolean intermittent,
        String owner,
        Optional<LocalDate> expires) {

    public Deviation {
        if (scenario.isEmpty() == requirement.isEmpty()) {
            throw new IllegalArgumentException("a deviation names a scenario or a requirement, one of them");
        }
    }

    /** One of a scenario that holds for good. */
    public Deviation(String scenario, String reason, String explanation, Optional<IpVersion> ip) {
        this(scenario, "", reason, explanation, ip, false, "", Optional.empty());
    }

    /** One that occurs over both versions of IP. */
    public Deviation(String scenario, String reason, String explanation) {
        this(scenario, reason, explanation, Optional.empty());
    }

    /** The id of the scenario or of the requirement, for people. */
    public String subject() {
        return scenario.isEmpty() ? requirement : scenario;
    }

    /** On {@code day} it covers nothing any more. */
    public boolean isExpired(LocalDate day) {
        return expires.filter(day::isAfter).isPresent();
    }
}
