package org.tcpspec.reports.read;

import java.io.IOException;
import java.net.URL;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.reports.read.Yaml.Mapping;
import org.tcpspec.reports.read.Yaml.Node;
import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.spi.wire.IpVersion;

/** Reads listed deviations of an IUT, and waivers, which are deviations that somebody answers for until a date. */
final class DeviationReader {
    private static final List<String> KNOWN =
            List.of("scenario", "requirement", "reason", "explanation", "ip", "intermittent", "owner", "expires");

    private final Yaml yaml;

    DeviationReader(Yaml yaml) {
        this.yaml = yaml;
    }

    /**
     * A whole file of them, with those of another file that it includes: of the same stack, reached in another way, say.
     *
     * @throws BrokenInputException if either cannot be used as it is
     */
    static List<Deviation> read(URL file) {
        DeviationReader reader = new DeviationReader(Yaml.read(file));
        Map<String, Node> entries = reader.entries(List.of("include", "deviations"));
        List<Deviation> all = new ArrayList<>();
        if (entries.containsKey("include")) {
            all.addAll(reader.included(file, entries.get("include")));
        }
        all.addAll(reader.listed(entries));
        return all;
    }

    private List<Deviation> included(URL from, Node node) {
        String name = yaml.text(node, "'include'");
        try {
            URL file = new URL(from, name);
            file.openStream().close();
            DeviationReader other = new DeviationReader(Yaml.read(file));
            return other.listed(other.entries(List.of("deviations")));
        } catch (IOException e) {
            throw yaml.wrong(
                    node, "'include' names " + name + ", which cannot be read; it is looked for beside this file.");
        }
    }

    private Map<String, Node> entries(List<String> known) {
        Mapping root = yaml.mapping(yaml.root(), "A file of deviations");
        yaml.onlyKeys(root, "A file of deviations", known);
        return root.entries();
    }

    private List<Deviation> listed(Map<String, Node> entries) {
        return entries.containsKey("deviations")
                ? read(yaml.items(entries.get("deviations"), "'deviations'"))
                : List.of();
    }

    /** The items of a list of them. */
    List<Deviation> read(List<Node> items) {
        List<Deviation> deviations = new ArrayList<>();
        items.forEach(item -> add(item, deviations));
        return deviations;
    }

    private void add(Node item, List<Deviation> deviations) {
        Mapping one = yaml.mapping(item, "A deviation");
        yaml.onlyKeys(one, "A deviation", KNOWN);
        boolean byScenario = one.entries().containsKey("scenario");
        if (byScenario && one.entries().containsKey("requirement")) {
            throw yaml.wrong(one, "This deviation names a scenario and a requirement; it is about one of them.");
        }
        String subject = byScenario || !one.entries().containsKey("requirement") ? "scenario" : "requirement";
        for (String key : List.of(subject, "reason", "explanation")) {
            if (!one.entries().containsKey(key)) {
                throw yaml.wrong(
                        one,
                        "This deviation has no '" + key
                                + "'; it needs scenario, reason, explanation (or requirement in place of scenario).");
            }
        }
        for (String id : yaml.oneOrMore(one.entries().get(subject), "The id of a " + subject)) {
            deviations.add(new Deviation(
                    byScenario ? id : "",
                    byScenario ? "" : id,
                    yaml.text(one.entries().get("reason"), "The reason of a deviation"),
                    yaml.text(one.entries().get("explanation"), "The explanation of a deviation"),
                    Optional.ofNullable(one.entries().get("ip")).map(this::ip),
                    Optional.ofNullable(one.entries().get("intermittent"))
                            .map(this::yes)
                            .orElse(false),
                    Optional.ofNullable(one.entries().get("owner"))
                            .map(node -> yaml.text(node, "The owner of a deviation"))
                            .orElse(""),
                    Optional.ofNullable(one.entries().get("expires")).map(this::day)));
        }
    }

    private boolean yes(Node node) {
        String text = yaml.text(node, "'intermittent'");
        if (!text.equals("true")) {
            throw yaml.wrong(node, "'intermittent' of a deviation is true or left out, not '" + text + "'.");
        }
        return true;
    }

    private LocalDate day(Node node) {
        String text = yaml.text(node, "The day on which a deviation expires");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw yaml.wrong(node, "A deviation expires on a day such as 2027-01-31, not on '" + text + "'.");
        }
    }

    private IpVersion ip(Node node) {
        return switch (yaml.text(node, "The version of IP of a deviation")) {
            case "4" -> IpVersion.IPV4;
            case "6" -> IpVersion.IPV6;
            default -> throw yaml.wrong(node, "The version of IP of a deviation is 4 or 6.");
        };
    }
}
