package org.tcpspec.spi.iut;

import java.util.Optional;
import org.tcpspec.spi.wire.IpVersion;

/**
 * A known departure of an IUT from a requirement: shown in every report, never hidden.
 *
 * @param scenario the id of the scenario that fails
 * @param reason what the reason of its verdict must contain; a fail for any other reason is not covered
 * @param explanation why the stack does so: packets, clause, source
 * @param ip the version of IP over which it occurs; empty for both
 */
public record Deviation(String scenario, String reason, String explanation, Optional<IpVersion> ip) {

    /** One that occurs over both versions of IP. */
    public Deviation(String scenario, String reason, String explanation) {
        this(scenario, reason, explanation, Optional.empty());
    }
}
