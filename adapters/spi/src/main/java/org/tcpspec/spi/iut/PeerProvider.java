package org.tcpspec.spi.iut;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How the lower half of an IUT on the wire is found: a way to put packets on an interface and to capture them.
 * Announced in {@code META-INF/services/org.tcpspec.spi.iut.PeerProvider}.
 */
public interface PeerProvider {

    /** What is missing on this machine before a capture can be opened, with the command that mends it. */
    Optional<String> missing();

    /**
     * Opens a capture on an interface of this process's network namespace.
     *
     * @param ours the addresses that are the kit's: only for these, questions of neighbours are answered, and only what
     *     is sent to these is looked at, so that other hosts on the same wire are left alone
     * @throws LabException if the interface does not exist, the library is missing or the right is, with the mend
     */
    Wire open(String networkInterface, Statement statement, Predicate<InetAddress> ours);
}
