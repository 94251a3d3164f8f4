package org.tcpspec.gvisor;

import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import org.tcpspec.spi.hosted.Children;
import org.tcpspec.spi.hosted.HostedIut;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutProvider;
import org.tcpspec.spi.iut.IutRequest;

/** gVisor's netstack in child processes and in virtual time: {@code --iut gvisor}. It is built by {@code build.sh}. */
public final class GvisorProvider implements IutProvider {

    private static final int MOST = Math.max(4, Runtime.getRuntime().availableProcessors());

    @Override
    public String name() {
        return "gvisor";
    }

    @Override
    public String description() {
        return "gVisor's netstack, in processes of its own and in virtual time (built by adapters/gvisor/build.sh)";
    }

    @Override
    public URL statement() {
        return GvisorProvider.class.getResource("gvisor.yaml");
    }

    @Override
    public URL deviations() {
        return GvisorProvider.class.getResource("deviations.yaml");
    }

    @Override
    public boolean virtualTime() {
        return true;
    }

    @Override
    public Duration work() {
        return Duration.ofMillis(24);
    }

    @Override
    public Iut open(IutRequest request) {
        return new HostedIut(
                request.statement(),
                new Children(GvisorStack.class, GvisorStack.arguments(file(), request.statement()), MOST));
    }

    /** Where build.sh puts it. */
    static Path file() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path folder =
                cache == null || cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return folder.resolve("tcpspec").resolve("libtcpspec-gvisor.so");
    }
}
