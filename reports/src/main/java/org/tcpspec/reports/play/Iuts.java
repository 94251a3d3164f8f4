package org.tcpspec.reports.play;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.read.Catalogue;
import org.tcpspec.reports.read.Nearest;
import org.tcpspec.reports.read.StackFile;
import org.tcpspec.reports.read.StatementReader;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutGoneException;
import org.tcpspec.spi.iut.IutProvider;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.StackProvider;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;

/** The implementations under test that the class path offers. */
public final class Iuts {
    private Iuts() {}

    /** All providers, by name. */
    public static List<IutProvider> all() {
        List<IutProvider> providers = new ArrayList<>();
        ServiceLoader.load(IutProvider.class, Iuts.class.getClassLoader()).forEach(providers::add);
        providers.sort(Comparator.comparing(IutProvider::name));
        return providers;
    }

    /**
     * What this machine lacks for {@code provider}, with the mend; empty if it can be tested. Where the provider does
     * not know and time is virtual, so that nothing is sent anywhere, it is tried.
     */
    public static Optional<String> missing(IutProvider provider) {
        try {
            Optional<String> known = provider.missing();
            if (known.isPresent() || !provider.virtualTime()) {
                return known;
            }
            Statement statement = new StatementReader(Catalogue.bundled().options())
                    .read(provider.statement(), provider.deviations());
            try (Iut iut = provider.open(new IutRequest(statement, IpVersion.IPV4, 1))) {
                return iut.statement().name().isEmpty() ? Optional.of("It tells no name.") : Optional.empty();
            }
        } catch (LabException | IutGoneException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** True if something on the class path reaches stacks that a file describes. */
    public static boolean canReachStacks() {
        return ServiceLoader.load(StackProvider.class, Iuts.class.getClassLoader())
                .findFirst()
                .isPresent();
    }

    /**
     * The provider of that name, or the stack that the file of that name describes.
     *
     * @param allowPublicTarget the stack's address may be a host's on the Internet
     * @throws BrokenInputException if there is neither
     */
    static IutProvider named(String name, boolean allowPublicTarget) {
        return StackFile.isMeant(name) ? DescribedIut.read(name, allowPublicTarget) : named(name);
    }

    /**
     * The provider of that name.
     *
     * @throws BrokenInputException if there is none
     */
    public static IutProvider named(String name) {
        List<IutProvider> providers = all();
        if (StackFile.isMeant(name)) {
            throw new BrokenInputException(
                    "--iut " + name + ": this command takes no stack that a file describes, only "
                            + providers.stream().map(IutProvider::name).collect(Collectors.joining(", ")) + ".");
        }
        return providers.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BrokenInputException("There is no IUT '" + name + "'"
                        + Nearest.question(
                                name, providers.stream().map(IutProvider::name).toList())
                        + "; --iut takes "
                        + String.join(
                                ", ", providers.stream().map(IutProvider::name).toList())
                        + "; run, plan and probe also take a file that ends in .yaml."));
    }
}
