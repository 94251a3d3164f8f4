package org.tcpspec.linux;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.PeerProvider;
import org.tcpspec.spi.iut.StackDescription;
import org.tcpspec.spi.iut.StackDescription.Services;
import org.tcpspec.spi.iut.StackProvider;
import org.tcpspec.spi.iut.UserProvider;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Net;

/** Any stack that is reached over an interface of this machine. The peer and the user are whichever are found. */
public final class StackOnNetwork implements StackProvider {

    /** A TAP device of a stack that the run starts itself lives in a namespace of the run's own. */
    private static boolean hasOwnNamespace(StackDescription description) {
        return description.link().created() && !description.start().isEmpty();
    }

    @Override
    public void enter(StackDescription description, List<String> command) {
        if (hasOwnNamespace(description) && !Reentry.isInside()) {
            Reentry.replaceBy(command);
        }
    }

    @Override
    public Set<Capability> most(StackDescription description) {
        if (description.driver() instanceof Services services) {
            return ServicesAgent.of(services);
        }
        EnumSet<Capability> most = EnumSet.complementOf(
                EnumSet.of(Capability.OPEN_FROM_LISTEN, Capability.SECOND_ADDRESS, Capability.SETTINGS));
        if (StackAddresses.iut(description, IpVersion.IPV6).isEmpty()) {
            most.remove(Capability.IPV6);
        }
        return most;
    }

    @Override
    public Iut open(StackDescription description, IutRequest request) {
        if (hasOwnNamespace(description)) {
            Network.prepareOwnNamespace();
        } else {
            mustBeOnTheLink(description);
        }
        return StackIut.open(
                description,
                LinuxProvider.first(PeerProvider.class, "peer", "tcpspec-pcap"),
                LinuxProvider.first(UserProvider.class, "user", "tcpspec-netty"),
                request);
    }

    /** Where the interface has addresses, the stack's must lie in one of their nets. */
    private static void mustBeOnTheLink(StackDescription description) {
        String name = description.link().name();
        if (description.link().created() || description.allowPublicTarget()) {
            return;
        }
        List<Net> nets = netsOf(name);
        for (Net address : description.addresses()) {
            List<Net> same =
                    nets.stream().filter(net -> net.ip() == address.ip()).toList();
            if (!same.isEmpty() && same.stream().noneMatch(net -> net.contains(address.address()))) {
                throw new LabException("address: " + address.address().getHostAddress() + " is not in the net of "
                        + name + ", " + same + ". Segments are sent to hosts on that net only; "
                        + "--allow-public-target lifts this");
            }
        }
    }

    private static List<Net> netsOf(String name) {
        try {
            NetworkInterface found = NetworkInterface.getByName(name);
            if (found == null) {
                // Java does not show interfaces without addresses; whether it is there, the capture tells.
                return List.of();
            }
            return found.getInterfaceAddresses().stream()
                    .map(a -> new Net(a.getAddress(), a.getNetworkPrefixLength()))
                    .toList();
        } catch (SocketException e) {
            throw new LabException("interface: " + name + " cannot be looked at: " + e.getMessage(), e);
        }
    }
}
