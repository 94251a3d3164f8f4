package org.tcpspec.reports.play;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.tcpspec.spi.wire.IpVersion;

/**
 * What the user asked a run for.
 *
 * @param iut the name of the IUT's provider
 * @param tags a tag expression over the scenarios' tags
 * @param name a regular expression, found in a scenario's name or id
 * @param features the user's own feature files, instead of the bundled ones
 * @param parallel the most scenarios at once, at least 1
 * @param all also the scenarios that wait longer than 3 MSL in real time, up to an hour
 * @param strict a failed SHOULD decides the exit code as a MUST does
 * @param noDeviations no listed deviation excuses a fail
 * @param statusWithheld the IUT's STATUS is not used
 * @param ics a shipped ICS profile or a file with one, which goes before what the IUT claims
 * @param otherReadings the interpretations that are read in the other way than by default
 * @param drawn the seed draws IP version, options and readings
 * @param fault the mistake that is seeded into the IUT, by its id
 * @param allowPublicTarget a stack on the network may have an address that any host on the Internet may have
 * @param library a maintainer's own build of the stack, for an IUT that is a library
 */
public record RunOptions(
        String iut,
        Optional<String> tags,
        Optional<String> name,
        Optional<Path> features,
        long seed,
        OptionalInt parallel,
        boolean all,
        boolean strict,
        boolean noDeviations,
        boolean statusWithheld,
        IpVersion ip,
        Optional<String> ics,
        Set<String> otherReadings,
        boolean drawn,
        Optional<String> fault,
        boolean allowPublicTarget,
        Optional<Path> library) {

    public RunOptions {
        otherReadings = Collections.unmodifiableSet(new TreeSet<>(otherReadings));
    }

    /** Everything that is bundled, once, over IPv4 with seed 1, against {@code iut} as it comes. */
    public static RunOptionsBuilder of(String iut) {
        return new RunOptionsBuilder(iut);
    }

    /** These options, to be changed. */
    public RunOptionsBuilder but() {
        return new RunOptionsBuilder(this);
    }

    /** The options that choose or change what is played, in words. */
    public Map<String, String> inWords() {
        Map<String, String> words = new LinkedHashMap<>();
        tags.ifPresent(expression -> words.put("tags", expression));
        name.ifPresent(regex -> words.put("name", regex));
        features.ifPresent(path -> words.put("features", path.toString()));
        library.ifPresent(path -> words.put("lib", path.toString()));
        ics.ifPresent(profile -> words.put("ics", profile));
        if (!otherReadings.isEmpty()) {
            words.put("interpretation", String.join(",", otherReadings));
        }
        fault.ifPresent(id -> words.put("fault", id));
        flag(words, "drawn", drawn);
        flag(words, "all", all);
        flag(words, "allow-public-target", allowPublicTarget);
        flag(words, "no-deviations", noDeviations);
        flag(words, "status-withheld", statusWithheld);
        return words;
    }

    private static void flag(Map<String, String> words, String name, boolean set) {
        if (set) {
            words.put(name, "yes");
        }
    }
}
