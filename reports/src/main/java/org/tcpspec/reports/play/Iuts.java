package org.tcpspec.reports.play;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.read.Nearest;
import org.tcpspec.reports.read.StackFile;
import org.tcpspec.spi.iut.IutProvider;

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
        return providers.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BrokenInputException("There is no IUT '" + name + "'"
                        + Nearest.question(
                                name, providers.stream().map(IutProvider::name).toList())
                        + "; --iut takes "
                        + String.join(
                                ", ", providers.stream().map(IutProvider::name).toList())
                        + ", or a file that ends in .yaml."));
    }
}
