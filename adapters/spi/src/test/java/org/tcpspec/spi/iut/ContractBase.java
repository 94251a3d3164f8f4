package org.tcpspec.spi.iut;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.wire.IpVersion;

/** What the parts of {@link IutContract} have in common: where their benches come from. */
public interface ContractBase {

    /** The IUT to try; the same one for all tests, or a fresh one for each. The contract does not close it. */
    Iut iut();

    /** An IUT of its own, which the contract closes twice; empty if there can be only one at a time. */
    default Optional<Iut> another() {
        return Optional.empty();
    }

    /** The version over which the contract is played; a subclass for each if the IUT has both. */
    default IpVersion ip() {
        return IpVersion.IPV4;
    }

    /**
     * A setting for one bench beside others, by its speaking name, with a value other than the stack's default that
     * changes nothing of an ordinary connection. An IUT that claims {@link Capability#SETTINGS} gives one.
     */
    default Map<String, String> setting() {
        return Map.of();
    }

    /** A bench without settings. */
    default Bench bench() {
        return iut().bench(new BenchRequest("contract", ip(), 1, Map.of()));
    }

    /** Skips the test if the IUT does not claim all of these. */
    default void need(Capability... capabilities) {
        Statement statement = iut().statement();
        for (Capability capability : capabilities) {
            assumeTrue(statement.can(capability), () -> statement.name() + " does not claim " + capability);
        }
    }
}
