package org.tcpspec.pcap;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Predicate;
import org.pcap4j.core.Pcaps;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.PeerProvider;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Wire;

/**
 * The peer on a real interface, by libpcap. Needs libpcap 1.10 or later and the right to capture (root, or CAP_NET_RAW
 * in the interface's network namespace). The interface should have no address: otherwise this machine's own TCP takes
 * part in the conversation and resets it.
 */
public final class PcapPeerProvider implements PeerProvider {

    @Override
    public Optional<String> missing() {
        try {
            return Pcaps.libVersion().isEmpty() ? Optional.of("libpcap tells no version") : Optional.empty();
        } catch (LinkageError e) {
            return Optional.of(notLoaded(e));
        }
    }

    private static String notLoaded(LinkageError e) {
        String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return "libpcap cannot be loaded (" + reason.replaceFirst(":$", "")
                + "). Install it: apt-get install libpcap0.8 (Fedora: dnf install libpcap)";
    }

    @Override
    public Wire open(String networkInterface, Statement statement, Predicate<InetAddress> ours) {
        try {
            return PcapWire.open(networkInterface, ours);
        } catch (LinkageError e) {
            throw new LabException(notLoaded(e), e);
        }
    }
}
