package org.tcpspec.reports.prove;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the user asked to be proved.
 *
 * @param iut the name of the IUT's provider
 * @param features the user's own feature files, instead of the bundled ones
 * @param parallel how many scenarios at once
 */
public record Proof(String iut, Optional<Path> features, long seed, boolean statusWithheld, int parallel) {

    /**
     * Each scenario has to kill something: they are the kit's own, and nothing that they need is withheld.
     */
    public boolean isStrict() {
        return features.isEmpty() && !statusWithheld;
    }
}
