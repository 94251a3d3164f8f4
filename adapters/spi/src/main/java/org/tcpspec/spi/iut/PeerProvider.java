package org.tcpspec.spi.iut;

import java.util.List;

/**
 * How the lower half of an IUT on the wire is found: a way to put packets on an interface and to capture them.
 * Announced in {@code META-INF/services/org.tcpspec.spi.iut.PeerProvider}.
 */
public interface PeerProvider {

    /** What it needs of the machine, each tried without leaving a trace. */
    default List<Checkup> checkups() {
        return List.of();
    }

    /**
     * Opens a capture on an interface of this process's network namespace.
     *
     * @throws LabException if the interface does not exist, the library is missing or the right is, with the mend
     */
    Wire open(String networkInterface, Statement statement);
}
