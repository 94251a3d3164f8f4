package org.tcpspec.steps.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.wire.State;

/**
 * One scenario (or row of an outline), as it stands in its file, and what it needs. All that selection, scheduling and
 * the verdict want to know of a scenario without playing it.
 *
 * @param id the stable id (slug of Feature / Rule / Scenario / key of the row), free of file and line
 * @param formerId the id before a renaming, by {@code @was-...}
 * @param rule the text of its Rule; empty if it stands in none
 * @param uri where the feature was read from, as Cucumber spells it
 * @param file the path below the features' folder, for people
 * @param line the line of the scenario, or of its Examples row
 * @param tags with their {@code @}, inherited ones first
 * @param requirements the ids of the requirements it tests, the one that its Rule or Examples names first
 * @param clause where its demand stands, such as {@code RFC 9293 3.6, Figure 13}
 * @param needs the capabilities that its steps need
 * @param settings the speaking names of the settings that its steps change; not empty means an instance of its own
 * @param options the options that its requirements presuppose
 * @param states the states that its text names
 * @param waits the sum of its steps' waits, for this IUT
 */
public record PlannedScenario(
        String id,
        Optional<String> formerId,
        String feature,
        String rule,
        String name,
        String uri,
        String file,
        int line,
        List<String> tags,
        List<String> requirements,
        String clause,
        Set<Capability> needs,
        Set<String> settings,
        Set<String> options,
        Set<State> states,
        Duration waits) {

    /** Only IPv4 has what the scenario is about. */
    public static final String IPV4 = "@ipv4";

    /** Only IPv6 has what the scenario is about. */
    public static final String IPV6 = "@ipv6";

    /** What the tag of a named reading begins with. */
    public static final String INTERPRETATION = "@interpretation-";

    /** What the tag of the other reading of an interpretation begins with. */
    public static final String OTHER_READING = "@other-reading-";

    /** What the tag of an option begins with that the scenario presupposes, besides those of its requirements. */
    public static final String WITH = "@with-";

    /** What the tag of an option that the IUT must not have begins with. */
    public static final String WITHOUT = "@without-";

    /** What the tag of a claim begins with that operators hold of TCP; the catalogue's notes say what is right. */
    public static final String NOTE = "@note-";

    public PlannedScenario {
        tags = List.copyOf(tags);
        requirements = List.copyOf(requirements);
        needs = Set.copyOf(needs);
        settings = Set.copyOf(settings);
        options = Set.copyOf(options);
        states = Set.copyOf(states);
    }

    public boolean hasTag(String tag) {
        return tags.contains(tag);
    }

    /** The options without which it tells what a stack does: played if the ICS denies them or is silent. */
    public List<String> withoutOptions() {
        return tags.stream()
                .filter(t -> t.startsWith(WITHOUT))
                .map(t -> t.substring(WITHOUT.length()))
                .toList();
    }

    /** The interpretations under whose other reading it is judged; the catalogue tells what that is. */
    public List<String> otherReadings() {
        return tags.stream()
                .filter(t -> t.startsWith(OTHER_READING))
                .map(t -> t.substring(OTHER_READING.length()))
                .toList();
    }

    /** The named readings of the RFC that it rests on; the catalogue tells them apart. */
    public List<String> interpretations() {
        return tags.stream()
                .filter(t -> t.startsWith(INTERPRETATION))
                .map(t -> t.substring(INTERPRETATION.length()))
                .toList();
    }
}
