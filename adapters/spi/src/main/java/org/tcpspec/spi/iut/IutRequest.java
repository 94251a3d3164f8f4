package org.tcpspec.spi.iut;

import java.util.Set;
import org.tcpspec.spi.wire.IpVersion;

/**
 * What a run asks of an IUT.
 *
 * @param statement what the IUT claims, as read from its file
 * @param seed whatever the IUT draws at random for the whole run, it draws from this
 * @param otherReadings the holes and contradictions of the RFCs, by name, that the run reads in the other way than by
 *     default; of interest to an IUT that can play either way
 */
public record IutRequest(Statement statement, IpVersion ip, long seed, Set<String> otherReadings) {
    public IutRequest {
        otherReadings = Set.copyOf(otherReadings);
    }

    /** With every reading at its default. */
    public IutRequest(Statement statement, IpVersion ip, long seed) {
        this(statement, ip, seed, Set.of());
    }
}
