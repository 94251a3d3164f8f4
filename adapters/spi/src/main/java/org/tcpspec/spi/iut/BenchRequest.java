package org.tcpspec.spi.iut;

import java.util.Map;
import org.tcpspec.spi.wire.IpVersion;

/**
 * What a scenario asks of its bench.
 *
 * @param scenario the scenario's id, for messages
 * @param seed whatever the bench draws at random, it draws from this
 * @param settings settings that reach beyond one connection, by their speaking names (see {@link Statement#settings});
 *     not empty means: an instance, or a namespace, of its own
 */
public record BenchRequest(String scenario, IpVersion ip, long seed, Map<String, String> settings) {
    public BenchRequest {
        settings = Map.copyOf(settings);
    }
}
