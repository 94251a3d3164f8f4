package org.tcpspec.reports.play;

import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.read.StackFile;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutProvider;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.StackProvider;

/** A stack on the network that a user's own file describes. */
record DescribedIut(String name, StackFile file, StackProvider provider) implements IutProvider {

    static DescribedIut read(String name, boolean allowPublicTarget) {
        StackProvider provider = ServiceLoader.load(StackProvider.class, DescribedIut.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new BrokenInputException("--iut " + name
                        + ": nothing on the class path reaches a stack on the network; add" + " tcpspec-linux."));
        return new DescribedIut(name, StackFile.read(Path.of(name), allowPublicTarget), provider);
    }

    @Override
    public String description() {
        return "a stack on the network, described by " + name;
    }

    @Override
    public URL statement() {
        return file.url();
    }

    @Override
    public URL deviations() {
        return file.deviations();
    }

    @Override
    public Set<Capability> unlistedCapabilities() {
        return provider.most(file.description());
    }

    @Override
    public void enter(List<String> command) {
        provider.enter(file.description(), command);
    }

    @Override
    public Iut open(IutRequest request) {
        return provider.open(file.description(), request);
    }
}
