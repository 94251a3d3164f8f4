package org.tcpspec.reports.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tcpspec.reports.gate.Policy;
import org.tcpspec.reports.gate.Profile;
import org.tcpspec.reports.gate.Rule;
import org.tcpspec.reports.read.Yaml.Mapping;
import org.tcpspec.reports.read.Yaml.Node;
import org.tcpspec.reports.read.Yaml.Scalar;
import org.tcpspec.spi.iut.Deviation;

/** Reads the policy file of a gate, and files of waivers; {@code docs/gates.md} describes them. */
public final class GateReader {
    private static final List<String> KEYS = List.of("profile", "rules", "topics", "waivers");

    private static final Pattern UNQUOTED = Pattern.compile(":\\s*>=");

    private final Path file;
    private final Yaml yaml;

    private GateReader(Path file) {
        this.file = file;
        this.yaml = read(file, url(file, "--gate"));
    }

    /**
     * Reads {@code file}.
     *
     * @throws BrokenInputException if it does not exist, cannot be read or makes no sense
     */
    public static Policy read(Path file) {
        return new GateReader(file).policy();
    }

    private static Yaml read(Path file, URL url) {
        try {
            return Yaml.read(url);
        } catch (BrokenInputException e) {
            boolean bare = UNQUOTED.matcher(text(file)).find();
            throw bare
                    ? new BrokenInputException(
                            e.getMessage() + " A limit that begins with > stands in quotes: \">= 80%\".", e)
                    : e;
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The waivers, or deviations, in {@code file}. */
    public static List<Deviation> waivers(Path file) {
        return DeviationReader.read(url(file, "The file of waivers"));
    }

    private static URL url(Path file, String what) {
        if (!Files.isRegularFile(file)) {
            throw new BrokenInputException(what + " " + file + " does not exist or is no file.");
        }
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new BrokenInputException(what + " " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private Policy policy() {
        Mapping root = yaml.mapping(yaml.root(), "A gate");
        yaml.onlyKeys(root, "A gate", KEYS);
        List<Rule> rules = new ArrayList<>();
        if (root.entries().containsKey("rules")) {
            rules(rules, "", root.entries().get("rules"), "'rules'");
        }
        if (root.entries().containsKey("topics")) {
            Mapping topics = yaml.mapping(root.entries().get("topics"), "'topics'");
            topics.entries().forEach((topic, node) -> {
                if (topic.isBlank()) {
                    throw yaml.wrong(node, "A topic has no name; it is a tag or a folder of features.");
                }
                rules(rules, topic, node, "The topic '" + topic + "'");
            });
        }
        if (rules.isEmpty()) {
            throw yaml.wrong(root, "This gate has no rule; begin with 'rules:' and, below it, 'MUST: 100%'.");
        }
        return new Policy(file.toString(), profile(root), rules, waivers(root));
    }

    private void rules(List<Rule> rules, String topic, Node node, String what) {
        Mapping mapping = yaml.mapping(node, what);
        for (Map.Entry<String, Node> e : mapping.entries().entrySet()) {
            String limit = yaml.text(e.getValue(), "The rule '" + e.getKey() + "'");
            try {
                rules.add(Rule.of(topic, e.getKey(), limit));
            } catch (IllegalArgumentException senseless) {
                throw yaml.wrong(mapping.keyLines().get(e.getKey()), senseless.getMessage());
            }
        }
    }

    private Profile profile(Mapping root) {
        Node node = root.entries().get("profile");
        if (node == null) {
            return Profile.ALL;
        }
        String name = yaml.text(node, "The profile of a gate");
        try {
            return Profile.named(name, file.resolveSibling(name));
        } catch (BrokenInputException e) {
            throw yaml.wrong(node, e.getMessage());
        }
    }

    /** Entries, paths of files with entries, or both. A path is seen from the policy file. */
    private List<Deviation> waivers(Mapping root) {
        Node node = root.entries().get("waivers");
        if (node == null) {
            return List.of();
        }
        List<Deviation> waivers = new ArrayList<>();
        List<Node> items = node instanceof Scalar scalar && !scalar.text().isEmpty()
                ? List.of(node)
                : yaml.items(node, "'waivers'");
        for (Node item : items) {
            if (item instanceof Scalar path) {
                waivers.addAll(waivers(file.resolveSibling(yaml.text(path, "The path of a file of waivers"))));
            } else {
                waivers.addAll(new DeviationReader(yaml).read(List.of(item)));
            }
        }
        return waivers;
    }
}
