package org.tcpspec.spi.iut;

import java.util.Optional;

/**
 * One mistake that can be seeded into an IUT, to see whether the scenarios catch it.
 *
 * @param id short and stable, as {@code FIN-08}
 * @param requirement the one requirement that an IUT with this mistake violates, by its id in the catalogue
 * @param story what the faulty stack does instead, in one sentence
 * @param source the stack that had the mistake and where that is recorded; {@code invented} if none is known
 * @param profile the ICS profile under which the mistake can show; empty for what the IUT's own statement claims
 * @param notSeeded why it cannot be seeded; empty if it is
 */
public record Fault(
        String id,
        String requirement,
        String story,
        String source,
        Optional<String> profile,
        Optional<String> notSeeded) {}
