package org.tcpspec.reports.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tcpspec.reports.read.Yaml.Mapping;
import org.tcpspec.reports.read.Yaml.Node;
import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.spi.wire.IpVersion;

/** Reads the listed deviations of an IUT. */
final class DeviationReader {
    private static final List<String> NEEDED = List.of("scenario", "reason", "explanation");

    private final Yaml yaml;

    DeviationReader(Yaml yaml) {
        this.yaml = yaml;
    }

    List<Deviation> read() {
        Mapping root = yaml.mapping(yaml.root(), "A file of deviations");
        yaml.onlyKeys(root, "A file of deviations", List.of("deviations"));
        List<Deviation> deviations = new ArrayList<>();
        if (root.entries().containsKey("deviations")) {
            yaml.items(root.entries().get("deviations"), "'deviations'").forEach(item -> add(item, deviations));
        }
        return deviations;
    }

    private void add(Node item, List<Deviation> deviations) {
        Mapping one = yaml.mapping(item, "A deviation");
        yaml.onlyKeys(one, "A deviation", List.of("scenario", "reason", "explanation", "ip"));
        for (String key : NEEDED) {
            if (!one.entries().containsKey(key)) {
                throw yaml.wrong(one, "This deviation has no '" + key + "'; it needs scenario, reason, explanation.");
            }
        }
        String reason = yaml.text(one.entries().get("reason"), "The reason of a deviation");
        String explanation = yaml.text(one.entries().get("explanation"), "The explanation of a deviation");
        Optional<IpVersion> ip = Optional.ofNullable(one.entries().get("ip")).map(this::ip);
        for (String scenario : yaml.oneOrMore(one.entries().get("scenario"), "The id of a scenario")) {
            deviations.add(new Deviation(scenario, reason, explanation, ip));
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
