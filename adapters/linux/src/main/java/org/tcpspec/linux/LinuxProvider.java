package org.tcpspec.linux;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import org.tcpspec.spi.iut.Checkup;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutProvider;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.PeerProvider;
import org.tcpspec.spi.iut.UserProvider;

/**
 * This machine's own kernel, in network namespaces that the run makes itself and that end with it. As root, or without
 * it where user namespaces are allowed. The peer and the user are whichever are found.
 */
public final class LinuxProvider implements IutProvider {

    @Override
    public String name() {
        return "linux";
    }

    @Override
    public String description() {
        return "this machine's own kernel, over a veth pair between two network namespaces";
    }

    @Override
    public URL statement() {
        return resource("linux.yaml");
    }

    @Override
    public URL deviations() {
        return resource("deviations.yaml");
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(LinuxProvider.class.getResource(name), name);
    }

    @Override
    public List<Checkup> checkups() {
        return Checkups.all();
    }

    @Override
    public void enter(List<String> command) {
        mustBeLinux();
        if (!Reentry.isInside()) {
            Reentry.replaceBy(command);
        }
    }

    @Override
    public Optional<String> missing() {
        try {
            mustBeLinux();
            List.of("unshare", "nsenter", "ip", "ethtool").forEach(Commands::find);
            Unshare.command();
        } catch (LabException e) {
            return Optional.of(e.getMessage());
        }
        return first(PeerProvider.class, "peer", "tcpspec-pcap").missing();
    }

    @Override
    public Iut open(IutRequest request) {
        mustBeLinux();
        if (!Reentry.isInside()) {
            throw new LabException("the lab was not entered: this process has no network namespace of its own");
        }
        PeerProvider peer = first(PeerProvider.class, "peer", "tcpspec-pcap");
        UserProvider user = first(UserProvider.class, "user", "tcpspec-netty");
        return LinuxIut.open(peer, user, request.statement());
    }

    static void mustBeLinux() {
        String system = System.getProperty("os.name");
        if (!system.equals("Linux")) {
            throw new LabException("--iut linux tests the kernel that it runs on, and this is " + system
                    + ". Run it on Linux, in a virtual machine or a container; --iut model runs here.");
        }
    }

    static <T> T first(Class<T> half, String word, String jar) {
        return ServiceLoader.load(half)
                .findFirst()
                .orElseThrow(() -> new LabException("no " + word + " is on the class path: add " + jar));
    }
}
