package org.tcpspec.spi.iut;

import java.util.List;
import java.util.Set;

/**
 * How a stack on the network, of which only a description is there, becomes an IUT. Announced in
 * {@code META-INF/services/org.tcpspec.spi.iut.StackProvider}.
 */
public interface StackProvider {

    /** As {@link IutProvider#enter}. */
    void enter(StackDescription description, List<String> command);

    /**
     * What {@code description} can be driven to do, at the most: what a statement claims when it lists no capabilities.
     */
    Set<Capability> most(StackDescription description);

    /** As {@link IutProvider#open}. */
    Iut open(StackDescription description, IutRequest request);
}
