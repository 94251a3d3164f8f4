package org.tcpspec.reports.read;

import java.net.URL;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tcpspec.reports.read.Yaml.Mapping;
import org.tcpspec.reports.read.Yaml.Node;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;

/**
 * Reads the ICS, the IXIT and the listed deviations of an IUT from YAML; {@code docs/iut.md} tells the form. Everything
 * that contradicts itself or is unknown is refused with file and line.
 */
public final class StatementReader {
    private static final List<String> KEYS =
            List.of("name", "capabilities", "options", "ixit", "settings", "unreachable", "stack");
    private static final String SIMULTANEOUS_OPEN = "simultaneous-open";

    private final Set<String> knownOptions;

    private static final String TIMESTAMPS = "timestamps";

    /** RFC 7323 5.3 begins with "if": a TCP may have timestamps and not use them so. Most that have them do. */
    private static final String PAWS = "paws";

    /** @param knownOptions the names in the catalogue's column {@code if} */
    public StatementReader(Set<String> knownOptions) {
        this.knownOptions = Set.copyOf(knownOptions);
    }

    /**
     * Reads both files.
     *
     * @throws BrokenInputException if either cannot be read or contradicts itself
     */
    public Statement read(URL statement, URL deviations) {
        return read(statement, deviations, Set.of());
    }

    /**
     * Reads both files.
     *
     * @param unlisted what is claimed if the statement lists no capabilities; empty if it must
     * @throws BrokenInputException if either cannot be read or contradicts itself
     */
    public Statement read(URL statement, URL deviations, Set<Capability> unlisted) {
        Yaml yaml = Yaml.read(statement);
        Mapping root = yaml.mapping(yaml.root(), "The statement of an IUT");
        yaml.onlyKeys(root, "The statement of an IUT", KEYS);
        if (!root.entries().containsKey("name")) {
            throw yaml.wrong(root, "The IUT has no name; begin with 'name: ...'.");
        }
        Set<Capability> capabilities = capabilities(yaml, root, unlisted);
        Map<String, Support> options = options(yaml, root, capabilities);
        Ixit ixit = new IxitReader(yaml).read(entry(root, "ixit"));
        Map<String, String> settings = settings(yaml, root, capabilities);
        String name = yaml.text(root.entries().get("name"), "The name of the IUT");
        Map<String, String> unreachable = UnreachableReader.read(yaml, root);
        List<Deviation> listed = DeviationReader.read(deviations);
        return new Statement(name, capabilities, options, ixit, settings, listed, unreachable);
    }

    /**
     * {@code claims} with the options of a profile in place of its own; those that the profile does not name stay.
     *
     * @throws BrokenInputException if the profile cannot be read or contradicts itself
     */
    public Statement withProfile(Statement claims, URL profile) {
        Yaml yaml = Yaml.read(profile);
        Mapping root = yaml.mapping(yaml.root(), "An ICS profile");
        yaml.onlyKeys(root, "An ICS profile", List.of("options"));
        if (root.entries().isEmpty()) {
            throw yaml.wrong(root, "This ICS profile names no option; begin with 'options:' (docs/iut.md).");
        }
        Map<String, Support> options = new LinkedHashMap<>(claims.options());
        options.putAll(options(yaml, root, claims.capabilities()));
        return claims.with(options);
    }

    private static Node entry(Mapping root, String key) {
        return root.entries().getOrDefault(key, new Mapping(Map.of(), Map.of(), root.line()));
    }

    private static Set<Capability> capabilities(Yaml yaml, Mapping root, Set<Capability> unlisted) {
        Node node = root.entries().get("capabilities");
        if (node == null && !unlisted.isEmpty()) {
            return unlisted;
        }
        if (node == null) {
            throw yaml.wrong(root, "'capabilities' is missing; list what the IUT and its user can do.");
        }
        Set<Capability> found = EnumSet.of(Capability.DRIVEN_USER);
        for (Node item : yaml.items(node, "'capabilities'")) {
            found.add(capability(yaml, item));
        }
        if (!found.contains(Capability.PASSIVE_OPEN) && !found.contains(Capability.ACTIVE_OPEN)) {
            throw yaml.wrong(node, "An IUT with neither PASSIVE_OPEN nor ACTIVE_OPEN can have no connection.");
        }
        requires(yaml, node, found, Capability.CHOOSE_LOCAL_PORT, Capability.ACTIVE_OPEN);
        requires(yaml, node, found, Capability.OPEN_FROM_LISTEN, Capability.PASSIVE_OPEN);
        return found;
    }

    private static Capability capability(Yaml yaml, Node item) {
        String name = yaml.text(item, "A capability");
        for (Capability capability : Capability.values()) {
            if (capability.name().equals(name)) {
                return capability;
            }
        }
        String known = Arrays.stream(Capability.values()).map(Enum::name).collect(Collectors.joining(", "));
        throw yaml.wrong(
                item,
                "There is no capability '" + name + "'"
                        + Nearest.question(
                                name,
                                Arrays.stream(Capability.values())
                                        .map(Enum::name)
                                        .toList())
                        + "; there are " + known + ".");
    }

    private static void requires(Yaml yaml, Node at, Set<Capability> found, Capability one, Capability other) {
        if (found.contains(one) && !found.contains(other)) {
            throw yaml.wrong(at, "The capability " + one.name() + " is claimed without " + other.name() + ".");
        }
    }

    private Map<String, Support> options(Yaml yaml, Mapping root, Set<Capability> capabilities) {
        Mapping mapping = yaml.mapping(entry(root, "options"), "'options'");
        Map<String, Support> options = new LinkedHashMap<>();
        mapping.entries().forEach((name, node) -> {
            if (!knownOptions.contains(name) && !name.equals(SIMULTANEOUS_OPEN)) {
                throw yaml.wrong(
                        mapping.keyLines().get(name),
                        "No requirement of the catalogue presupposes '" + name + "'"
                                + Nearest.question(name, knownOptions) + ".");
            }
            options.put(name, support(yaml, name, node));
        });
        if (knownOptions.contains(PAWS) && options.containsKey(TIMESTAMPS)) {
            options.putIfAbsent(PAWS, options.get(TIMESTAMPS));
        }
        if (options.get(SIMULTANEOUS_OPEN) == Support.CLAIMED && !capabilities.contains(Capability.ACTIVE_OPEN)) {
            throw yaml.wrong(
                    mapping.keyLines().get(SIMULTANEOUS_OPEN),
                    "simultaneous open is claimed without the capability ACTIVE_OPEN, which it needs.");
        }
        refuseParts(yaml, mapping, options);
        return options;
    }

    private static Support support(Yaml yaml, String name, Node node) {
        String word = yaml.text(node, "The option " + name);
        return switch (word) {
            case "claimed" -> Support.CLAIMED;
            case "denied" -> Support.DENIED;
            case "silent" -> Support.SILENT;
            default ->
                throw yaml.wrong(
                        node, "The option " + name + " is 'claimed', 'denied' or 'silent', not '" + word + "'.");
        };
    }

    /** RFC 5961 as a whole cannot be denied while a section of it is claimed. */
    private static void refuseParts(Yaml yaml, Mapping mapping, Map<String, Support> options) {
        if (options.get("rfc5961") != Support.DENIED) {
            return;
        }
        for (Map.Entry<String, Support> e : options.entrySet()) {
            if (e.getKey().startsWith("rfc5961-") && e.getValue() == Support.CLAIMED) {
                throw yaml.wrong(
                        mapping.keyLines().get(e.getKey()), e.getKey() + " is claimed while rfc5961 is denied.");
            }
        }
    }

    private static Map<String, String> settings(Yaml yaml, Mapping root, Set<Capability> capabilities) {
        Mapping mapping = yaml.mapping(entry(root, "settings"), "'settings'");
        Map<String, String> settings = new LinkedHashMap<>();
        mapping.entries().forEach((name, node) -> settings.put(name, yaml.text(node, "The setting " + name)));
        if (!settings.isEmpty() && !capabilities.contains(Capability.SETTINGS)) {
            throw yaml.wrong(mapping, "Settings are named without the capability SETTINGS.");
        }
        return settings;
    }
}
