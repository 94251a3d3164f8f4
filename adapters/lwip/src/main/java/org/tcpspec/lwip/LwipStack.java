package org.tcpspec.lwip;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tcpspec.spi.hosted.HostedStack;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.IpVersion;

/** lwIP in the child process: one library, one stack, one time for all of its benches, which come one after the other. */
public final class LwipStack implements HostedStack {

    /** Of the nets that RFC 5737 and RFC 3849 set aside for documentation. */
    private static final InetAddress IUT_4 = address("c0000201");

    private static final InetAddress IUT_6 = address("20010db8000000000000000000000001");
    private static final String PEERS_4 = "0a%06x";
    private static final String PEERS_6 = "20010db80000000100000000%08x";
    private static final String OTHER_PEERS_4 = "0b%06x";
    private static final String OTHER_PEERS_6 = "20010db80000000200000000%08x";
    private static final int FIRST_PORT = 1_024;
    private static final int PORTS = 8;
    private static final int PORT_BLOCKS = 6_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Lwip lwip;
    private final Ticks ticks;
    private final Statement offered;
    private final String file;

    /**
     * Loads the library.
     *
     * @param arguments the library, the file with its layout or nothing for the bundled one, then the names of the
     *     capabilities that the statement claims
     */
    public LwipStack(List<String> arguments) {
        this.file = arguments.get(0);
        Layout layout = arguments.get(1).isEmpty() ? Layout.bundled() : Layout.in(Path.of(arguments.get(1)));
        boolean six = layout.option("IPV6") == 1;
        this.lwip = new Lwip(file, layout, IUT_4, six ? Optional.of(IUT_6) : Optional.empty());
        long interval = Duration.ofMillis(layout.option("TMR_INTERVAL")).toNanos();
        this.ticks = new Ticks(Duration.between(Instant.EPOCH, START).toNanos(), interval);
        Set<Capability> capabilities =
                arguments.stream().skip(2).map(Capability::valueOf).collect(Collectors.toSet());
        this.offered = new Statement("lwIP", capabilities, Map.of(), Ixit.DEFAULT, Map.of(), List.of());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("stack", "lwIP " + lwip.layout().version(), "library", file, "time", "virtual");
    }

    @Override
    public Bench bench(int number, BenchRequest request) {
        if (!request.settings().isEmpty()) {
            throw new LabException("lwIP has no settings that could be changed.");
        }
        boolean four = request.ip() == IpVersion.IPV4;
        return new LwipBench(
                lwip,
                ticks,
                new LwipBench.Place(
                        four ? IUT_4 : IUT_6,
                        address(String.format(four ? PEERS_4 : PEERS_6, number)),
                        address(String.format(four ? OTHER_PEERS_4 : OTHER_PEERS_6, number)),
                        FIRST_PORT + PORTS * (number % PORT_BLOCKS)),
                offered);
    }

    /** The names of {@code capabilities}, as the constructor reads them. */
    static List<String> names(Set<Capability> capabilities) {
        return Arrays.stream(Capability.values())
                .filter(capabilities::contains)
                .map(Enum::name)
                .toList();
    }

    private static InetAddress address(String hex) {
        try {
            return InetAddress.getByAddress(Bytes.hex(hex).toArray());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 octets are always an address", e);
        }
    }
}
