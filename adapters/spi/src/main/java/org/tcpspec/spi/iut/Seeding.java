package org.tcpspec.spi.iut;

import java.util.Optional;

/**
 * Which of its {@link IutProvider#faults} an IUT is opened with. An IUT that is opened with a seeding tells of each
 * fault whose place in the code a bench came by, whether it bites there or not: what never comes by cannot differ.
 *
 * @param fault the id of the one that bites; empty if none does, and the IUT is right
 * @param watcher told once for each bench and fault, by the thread that uses the bench
 */
public record Seeding(Optional<String> fault, Watcher watcher) {

    /** Who wants to know which scenarios come by which fault. */
    @FunctionalInterface
    public interface Watcher {

        /** The bench for {@code request} came by the place of the fault with that id. Called by many threads. */
        void reached(BenchRequest request, String fault);
    }

    /** All places are watched and nothing bites. */
    public static Seeding watched(Watcher watcher) {
        return new Seeding(Optional.empty(), watcher);
    }

    /** The fault with the id {@code fault} bites. */
    public static Seeding of(String fault) {
        return new Seeding(Optional.of(fault), (request, id) -> {});
    }
}
