package org.tcpspec.gvisor;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tcpspec.spi.hosted.DrivenBench;
import org.tcpspec.spi.hosted.HostedStack;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Place;
import org.tcpspec.spi.iut.Statement;

/** gVisor in the child process: one library, and of it a stack of its own for each bench. */
public final class GvisorStack implements HostedStack {

    private static final long START = Duration.between(Instant.EPOCH, Instant.parse("2026-01-01T00:00:00Z"))
            .toNanos();
    private static final String SETTING = "setting ";

    private final GvisorLibrary library;
    private final Path file;
    private final Map<String, String> settings = new HashMap<>();
    private final Statement offered;

    /**
     * Loads the library.
     *
     * @param arguments what {@link #arguments} made
     */
    public GvisorStack(List<String> arguments) {
        this.file = Path.of(arguments.get(0));
        this.library = new GvisorLibrary(file);
        List<String> capabilities = new ArrayList<>();
        for (String argument : arguments.subList(1, arguments.size())) {
            if (argument.startsWith(SETTING)) {
                String[] names = argument.substring(SETTING.length()).split("=", 2);
                settings.put(names[0], names[1]);
            } else {
                capabilities.add(argument);
            }
        }
        this.offered = HostedStack.offered("gVisor", capabilities);
    }

    /** What the child is told. */
    static List<String> arguments(Path file, Statement statement) {
        List<String> arguments = new ArrayList<>(List.of(file.toString()));
        statement.settings().forEach((name, own) -> arguments.add(SETTING + name + "=" + own));
        arguments.addAll(HostedStack.arguments(statement.capabilities()));
        return arguments;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("stack", "gVisor " + library.gvisor(), "library", file.toString(), "time", "virtual");
    }

    @Override
    public Bench bench(int number, BenchRequest request) {
        Map<String, String> own = new TreeMap<>();
        request.settings().forEach((name, value) -> {
            if (!settings.containsKey(name)) {
                throw new LabException("gVisor's netstack has no setting '" + name + "'.");
            }
            own.put(settings.get(name), value);
        });
        Place place = Place.of(number, request.ip());
        library.open(request.seed(), List.of(place.iut(), place.net().second()), own);
        return new DrivenBench(new GvisorDriver(library, START), place, offered);
    }
}
