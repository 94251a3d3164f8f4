package org.tcpspec.spi.hosted;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Statement;

/**
 * A stack that lives in a child process of {@link Children}. It has a public constructor that takes the adapter's
 * arguments, a {@code List<String>}, and throws {@link LabException} if the stack cannot be used. One thread uses it.
 */
public interface HostedStack {

    /** Facts for the report, such as the library's version. */
    Map<String, String> environment();

    /**
     * A bench on this stack. The one before has been closed, and has left the stack idle.
     *
     * @param number 1 for the first bench of the run, and no two alike in all its children: addresses and ports follow
     *     from it
     */
    Bench bench(int number, BenchRequest request);

    /** {@code capabilities} as arguments for a child. */
    static List<String> arguments(Set<Capability> capabilities) {
        return Arrays.stream(Capability.values())
                .filter(capabilities::contains)
                .map(Enum::name)
                .toList();
    }

    /** The part of a statement that a child needs, of what {@link #arguments} gave. */
    static Statement offered(String name, List<String> capabilities) {
        return new Statement(
                name,
                capabilities.stream().map(Capability::valueOf).collect(Collectors.toSet()),
                Map.of(),
                Ixit.DEFAULT,
                Map.of(),
                List.of());
    }
}
