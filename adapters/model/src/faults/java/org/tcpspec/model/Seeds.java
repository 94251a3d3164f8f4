package org.tcpspec.model;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The mistakes in one host. Each stands in a layer: a part of the host that overrides one small decision of the layer
 * below and asks {@link #bites} at the place, and only there, where the mistake would make a difference.
 */
final class Seeds {

    private final Optional<String> biting;
    private final Consumer<String> reached;
    private final Set<String> told = new HashSet<>();

    /**
     * @param biting the id of the one mistake that is made; empty for none
     * @param reached told of each mistake whose place was come by, once
     */
    Seeds(Optional<String> biting, Consumer<String> reached) {
        this.biting = biting;
        this.reached = reached;
    }

    /**
     * The host has come by the place of the mistake {@code id}.
     *
     * @return true if the mistake is to be made
     * @throws IllegalArgumentException if {@link Faults} does not know it, or says that it is not seeded
     */
    boolean bites(String id) {
        if (told.add(id)) {
            Faults.checkSeeded(id);
            reached.accept(id);
        }
        return biting.filter(id::equals).isPresent();
    }

    /** The same under a condition; the place counts as come by only if it holds. */
    boolean bites(String id, boolean here) {
        return here && bites(id);
    }
}
