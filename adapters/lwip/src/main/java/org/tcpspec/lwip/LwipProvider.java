package org.tcpspec.lwip;

import com.sun.jna.NativeLibrary;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.hosted.Children;
import org.tcpspec.spi.hosted.HostedIut;
import org.tcpspec.spi.hosted.HostedStack;
import org.tcpspec.spi.iut.Checkup;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutProvider;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Statement;

/** lwIP in child processes and in virtual time: {@code --iut lwip}. By default it is Debian's package liblwip0. */
public final class LwipProvider implements IutProvider {

    private static final String LIBRARY = "liblwip.so.0";
    private static final int MOST = Math.max(4, Runtime.getRuntime().availableProcessors());

    @Override
    public String name() {
        return "lwip";
    }

    @Override
    public String description() {
        return "lwIP, in processes of its own and in virtual time (Debian's liblwip0)";
    }

    @Override
    public URL statement() {
        return LwipProvider.class.getResource("lwip.yaml");
    }

    @Override
    public URL deviations() {
        return LwipProvider.class.getResource("deviations.yaml");
    }

    @Override
    public boolean virtualTime() {
        return true;
    }

    @Override
    public Duration work() {
        return Duration.ofMillis(10);
    }

    @Override
    public List<Checkup> checkups() {
        return List.of(Checkup.of("liblwip", () -> {
            try {
                return NativeLibrary.getInstance(LIBRARY).getFile().toString();
            } catch (UnsatisfiedLinkError e) {
                throw new LabException("there is no " + LIBRARY + ". Install it: apt-get install liblwip0", e);
            }
        }));
    }

    /** The options follow the layout; all that it does not tell is taken to be as Debian's. */
    @Override
    public Optional<Statement> claimsOf(Path library, Statement shipped) {
        return Optional.of(Layout.in(Layout.beside(library)).claims(library, shipped));
    }

    @Override
    public Iut open(IutRequest request) {
        List<String> arguments = new ArrayList<>();
        arguments.add(
                request.library().map(own -> own.toAbsolutePath().toString()).orElse(LIBRARY));
        arguments.add(request.library()
                .map(own -> Layout.beside(own).toAbsolutePath().toString())
                .orElse(""));
        arguments.addAll(HostedStack.arguments(request.statement().capabilities()));
        return new HostedIut(request.statement(), new Children(LwipStack.class, arguments, MOST));
    }
}
