package org.tcpspec.spi.iut;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.tcpspec.spi.wire.IpVersion;

/**
 * What a run asks of an IUT.
 *
 * @param statement what the IUT claims, as read from its file
 * @param seed whatever the IUT draws at random for the whole run, it draws from this
 * @param otherReadings the holes and contradictions of the RFCs, by name, that the run reads in the other way than by
 *     default; of interest to an IUT that can play either way
 * @param seeding the mistakes to be built in; empty for an IUT as it is, which is all that most have
 * @param library a maintainer's own build of the stack; empty for the one that the adapter finds by itself
 */
public record IutRequest(
        Statement statement,
        IpVersion ip,
        long seed,
        Set<String> otherReadings,
        Optional<Seeding> seeding,
        Optional<Path> library) {
    public IutRequest {
        otherReadings = Set.copyOf(otherReadings);
    }

    /** As it is. */
    public IutRequest(Statement statement, IpVersion ip, long seed, Set<String> otherReadings) {
        this(statement, ip, seed, otherReadings, Optional.empty(), Optional.empty());
    }

    /** As it is, with every reading at its default. */
    public IutRequest(Statement statement, IpVersion ip, long seed) {
        this(statement, ip, seed, Set.of());
    }

    /** With mistakes built in. */
    public IutRequest with(Seeding mistakes) {
        return new IutRequest(statement, ip, seed, otherReadings, Optional.of(mistakes), library);
    }

    /** Of that library. */
    public IutRequest with(Path own) {
        return new IutRequest(statement, ip, seed, otherReadings, seeding, Optional.of(own));
    }
}
