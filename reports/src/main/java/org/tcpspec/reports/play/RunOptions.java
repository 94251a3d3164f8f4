package org.tcpspec.reports.play;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tcpspec.spi.wire.IpVersion;

/**
 * What the user asked a run for.
 *
 * @param iut the name of the IUT's provider
 * @param tags a tag expression over the scenarios' tags
 * @param name a regular expression, found in a scenario's name or id
 * @param features the user's own feature files, instead of the bundled ones
 * @param parallel the most scenarios at once, at least 1
 * @param all also the scenarios that wait longer than 3 MSL in real time
 * @param strict a failed SHOULD decides the exit code as a MUST does
 * @param noDeviations no listed deviation excuses a fail
 * @param statusWithheld the IUT's STATUS is not used
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
        IpVersion ip) {

    /** The options that choose or change what is played, in words. */
    public Map<String, String> inWords() {
        Map<String, String> words = new LinkedHashMap<>();
        tags.ifPresent(expression -> words.put("tags", expression));
        name.ifPresent(regex -> words.put("name", regex));
        features.ifPresent(path -> words.put("features", path.toString()));
        flag(words, "all", all);
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
