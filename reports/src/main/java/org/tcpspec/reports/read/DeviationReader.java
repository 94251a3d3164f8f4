package org.tcpspec.reports.read;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
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

    /** A whole file of them. */
    List<Deviation> read() {
        Mapping root = yaml.mapping(yaml.root(), "A file of deviations");
        yaml.onlyKeys(root, "A file of deviations", List.of("deviations"));
        return root.entries().containsKey("deviations")
                ? read(yaml.items(root.entries().get("deviations"), "'deviations'"))
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
