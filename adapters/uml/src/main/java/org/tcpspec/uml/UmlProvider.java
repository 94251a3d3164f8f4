package org.tcpspec.uml;

import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.iut.Checkup;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutProvider;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.LabException;

/** A Linux kernel as a process and in virtual time: {@code --iut uml}. It is built by {@code build.sh}. */
public final class UmlProvider implements IutProvider {

    @Override
    public String name() {
        return "uml";
    }

    @Override
    public String description() {
        return "a Linux kernel as a process (user-mode Linux), in virtual time (built by adapters/uml/build.sh)";
    }

    @Override
    public URL statement() {
        return UmlProvider.class.getResource("linux.yaml");
    }

    @Override
    public URL deviations() {
        return UmlProvider.class.getResource("deviations.yaml");
    }

    @Override
    public boolean virtualTime() {
        return true;
    }

    @Override
    public Duration work() {
        return Duration.ofMillis(30);
    }

    @Override
    public List<Checkup> checkups() {
        return List.of(Checkup.of("kernel", () -> built().kernel().toString()));
    }

    @Override
    public Optional<String> missing() {
        try {
            built();
            return Optional.empty();
        } catch (LabException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public Iut open(IutRequest request) {
        return UmlIut.open(built(), request.statement());
    }

    private static Built built() {
        String system = System.getProperty("os.name");
        if (!system.equals("Linux")) {
            throw new LabException("user-mode Linux runs on Linux, and this is " + system + ".");
        }
        return Built.in(Built.folder());
    }
}
