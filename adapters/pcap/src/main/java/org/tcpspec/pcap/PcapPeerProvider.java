package org.tcpspec.pcap;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern NUMBER = Pattern.compile("libpcap version (\\d+)\\.(\\d+)");
    private static final int LEAST_MINOR = 10;

    @Override
    public Optional<String> missing() {
        try {
            return tooOld(Pcaps.libVersion());
        } catch (LinkageError e) {
            return Optional.of(notLoaded(e));
        }
    }

    private static Optional<String> tooOld(String version) {
        Matcher number = NUMBER.matcher(version);
        if (!number.find()) {
            return Optional.of("libpcap tells no version");
        }
        boolean old = Integer.parseInt(number.group(1)) == 1 && Integer.parseInt(number.group(2)) < LEAST_MINOR;
        return old
                ? Optional.of(
                        version + " is too old; 1." + LEAST_MINOR + " is the first that a capture can be ended with."
                                + " Install a newer one: apt-get install libpcap0.8")
                : Optional.empty();
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
