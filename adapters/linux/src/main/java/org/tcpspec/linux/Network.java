package org.tcpspec.linux;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.wire.IpVersion;

/**
 * A veth pair between this process's namespace and an IUT's. This end has no address: the machine's own TCP takes no
 * part. What the kernel would otherwise do to segments between TCP and the wire is switched off on both ends.
 */
final class Network {

    static final String OFFLOADS = "rx off tx off sg off tso off gso off gro off";

    /** What the IUT's end is called in its namespace. */
    static final String IUT_END = "tcpspec0";

    private final String peerEnd;
    private final String movingEnd;

    private Network(String peerEnd, String movingEnd) {
        this.peerEnd = peerEnd;
        this.movingEnd = movingEnd;
    }

    /** Once for each process: a namespace where the machine's own TCP/IP is silent. */
    static void prepareOwnNamespace() {
        for (String which : List.of("all", "default")) {
            Path file = Path.of("/proc/sys/net/ipv6/conf", which, "disable_ipv6");
            try {
                if (Files.exists(file)) {
                    Files.writeString(file, "1");
                }
            } catch (IOException e) {
                throw new LabException(
                        file + " cannot be written (" + e.getMessage()
                                + "). In a container, start it with: docker run --privileged",
                        e);
            }
        }
        Commands.check("link set lo up\n", List.of(Commands.find("ip"), "-batch", "-"));
    }

    /** @param number tells the pairs of this process apart */
    static Network create(int number) {
        Network network = new Network("tcpspec-p" + number, "tcpspec-i" + number);
        String batch = "link add " + network.peerEnd + " type veth peer name " + network.movingEnd + "\n";
        Commands.check(batch, List.of(Commands.find("ip"), "-batch", "-"));
        String offloads = "\"$0\" -K \"$1\" " + OFFLOADS + " && exec \"$0\" -K \"$2\" " + OFFLOADS;
        Commands.check(
                "", List.of("/bin/sh", "-c", offloads, Commands.find("ethtool"), network.peerEnd, network.movingEnd));
        return network;
    }

    /** The interface on which the phantoms live. */
    String peerEnd() {
        return peerEnd;
    }

    /** Gives the other end to the namespace of process {@code pid}, and brings both up. */
    void connect(long pid) {
        String batch =
                "link set " + movingEnd + " netns " + pid + " name " + IUT_END + "\nlink set " + peerEnd + " up\n";
        Commands.check(batch, List.of(Commands.find("ip"), "-batch", "-"));
    }

    /**
     * Gives the IUT its addresses and the way to the phantoms.
     *
     * @param gateway the phantom gateway's hardware address; being told it, the IUT need not ask
     */
    static void configure(long pid, String gateway, boolean ipv6) {
        // No address of IPv6's own making: it would be announced, probed for and reported.
        String batch = (ipv6 ? "link set " + IUT_END + " addrgenmode none\n" : "")
                + "link set " + IUT_END + " up\nlink set lo up\n"
                + way(IpVersion.IPV4, Addresses.GATEWAY_4, Addresses.PHANTOMS_4, gateway)
                + (ipv6 ? way(IpVersion.IPV6, Addresses.GATEWAY_6, Addresses.PHANTOMS_6, gateway) : "");
        inside(pid, batch);
    }

    private static String way(IpVersion ip, String router, String phantoms, String hardware) {
        return addresses(ip, 0)
                + "neigh replace " + router + " lladdr " + hardware + " nud permanent dev " + IUT_END + "\n"
                + "route add " + phantoms + " via " + router + "\n";
    }

    /** One more address of the IUT, and the second one to it. */
    static void addAddress(long pid, int number, boolean ipv6) {
        inside(pid, addresses(IpVersion.IPV4, number) + (ipv6 ? addresses(IpVersion.IPV6, number) : ""));
    }

    private static String addresses(IpVersion ip, int number) {
        return address(ip, Addresses.iut(ip, number))
                + address(ip, Addresses.net(ip, number).second());
    }

    private static String address(IpVersion ip, InetAddress inet) {
        String address = inet.getHostAddress();
        // Nobody else is on this link: an address need not be checked for a double.
        return ip == IpVersion.IPV4
                ? "addr add " + address + "/" + Addresses.PREFIX_4 + " dev " + IUT_END + "\n"
                : "addr add " + address + "/" + Addresses.PREFIX_6 + " dev " + IUT_END + " nodad\n";
    }

    private static void inside(long pid, String batch) {
        Commands.check(
                batch,
                List.of(
                        Commands.find("nsenter"),
                        "--target",
                        Long.toString(pid),
                        "--net",
                        Commands.find("ip"),
                        "-batch",
                        "-"));
    }

    /** Removes both ends; no error if they went with their namespace. */
    void remove() {
        Commands.run("", List.of(Commands.find("ip"), "link", "del", peerEnd));
    }
}
