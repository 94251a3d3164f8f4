package org.tcpspec.lwip;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.hosted.DrivenBench;
import org.tcpspec.spi.hosted.HostedStack;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Place;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;

/** lwIP in the child process: one library, one stack, one time for all of its benches, which come one after the other. */
public final class LwipStack implements HostedStack {

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
        this.lwip = new Lwip(
                file,
                layout,
                Place.iut(IpVersion.IPV4),
                six ? Optional.of(Place.iut(IpVersion.IPV6)) : Optional.empty());
        long interval = Duration.ofMillis(layout.option("TMR_INTERVAL")).toNanos();
        this.ticks = new Ticks(Duration.between(Instant.EPOCH, START).toNanos(), interval);
        this.offered = HostedStack.offered("lwIP", arguments.subList(2, arguments.size()));
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
        return new DrivenBench(new LwipDriver(lwip, ticks), Place.of(number, request.ip()), offered);
    }
}
