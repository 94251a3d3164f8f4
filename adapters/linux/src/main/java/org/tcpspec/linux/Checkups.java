package org.tcpspec.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.tcpspec.spi.iut.Checkup;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.PeerProvider;

/** Whether this machine can be a lab, tried in the order in which a run needs it. */
final class Checkups {

    private static final String PAIR = "ip link add tcpspec-d0 type veth peer name tcpspec-d1";

    private Checkups() {}

    static List<Checkup> all() {
        List<Checkup> all = new ArrayList<>();
        all.add(Checkup.of("kernel", () -> {
            LinuxProvider.mustBeLinux();
            return "Linux " + System.getProperty("os.version");
        }));
        if (!all.get(0).well()) {
            return all;
        }
        Stream.of("unshare", "nsenter", "ip", "ethtool")
                .map(program -> Checkup.of(program, () -> Commands.find(program)))
                .forEach(all::add);
        ServiceLoader.load(PeerProvider.class)
                .forEach(peer -> all.add(new Checkup(
                        "capture", peer.missing().isEmpty(), peer.missing().orElse("the library can be loaded"))));
        all.add(Checkup.of("namespaces", () -> String.join(" ", Unshare.command())));
        boolean ready = all.stream().allMatch(Checkup::well);
        if (ready) {
            all.add(Checkup.of("veth pair", () -> inside(PAIR, "can be made")));
            String offloads = PAIR + " && ethtool -K tcpspec-d0 " + Network.OFFLOADS;
            all.add(Checkup.of("offloads", () -> inside(offloads, "can be switched off")));
        }
        return all;
    }

    /** What a run does in its own namespace, done in one that ends at once. */
    private static String inside(String script, String well) {
        List<String> command = new ArrayList<>(Unshare.command());
        command.addAll(List.of("--", "/bin/sh", "-c", "PATH=$PATH:/usr/sbin:/sbin; " + script));
        Commands.Result result = Commands.run("", command);
        if (result.exit() != 0) {
            throw new LabException("\"" + script + "\" says: " + result.output()
                    + ". In a container, start it with: docker run --privileged");
        }
        return well;
    }
}
