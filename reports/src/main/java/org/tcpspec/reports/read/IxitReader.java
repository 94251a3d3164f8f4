package org.tcpspec.reports.read;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tcpspec.reports.read.Yaml.Mapping;
import org.tcpspec.reports.read.Yaml.Node;
import org.tcpspec.spi.iut.Ixit;

/** The part {@code ixit} of an IUT's statement. What is not said is {@link Ixit#DEFAULT}, with source "default". */
final class IxitReader {
    private static final List<String> MAY_BE_ZERO = List.of("delayedAck", "ackThrottle", "tick");
    private static final List<String> COUNTS = List.of("connections", "parallel");
    private static final List<String> SOURCES = List.of("claimed", "probed", "default");

    private final Yaml yaml;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, Node> values = new LinkedHashMap<>();

    IxitReader(Yaml yaml) {
        this.yaml = yaml;
    }

    Ixit read(Node node) {
        Mapping mapping = yaml.mapping(node, "'ixit'");
        yaml.onlyKeys(mapping, "'ixit'", allKeys());
        mapping.entries().forEach(this::entry);
        for (String key : allKeys()) {
            sources.putIfAbsent(key, "default");
        }
        Ixit d = Ixit.DEFAULT;
        Ixit ixit = new Ixit(
                duration("msl", d.msl()),
                duration("rtoInitial", d.rtoInitial()),
                duration("rtoMin", d.rtoMin()),
                duration("rtoMax", d.rtoMax()),
                duration("delayedAck", d.delayedAck()),
                duration("r2", d.r2()),
                duration("synR2", d.synR2()),
                duration("reaction", d.reaction()),
                duration("ackThrottle", d.ackThrottle()),
                duration("tick", d.tick()),
                count("connections", d.connections()),
                count("parallel", d.parallel()),
                sources);
        contradictions(mapping, ixit);
        return ixit;
    }

    private static List<String> allKeys() {
        return java.util.stream.Stream.concat(IxitNames.DURATIONS.stream(), COUNTS.stream())
                .toList();
    }

    private void entry(String key, Node node) {
        Mapping entry = yaml.mapping(node, "'" + key + "'");
        yaml.onlyKeys(entry, "'" + key + "'", List.of("value", "source"));
        Node value = entry.entries().get("value");
        if (value == null) {
            throw yaml.wrong(node, "'" + key + "' has no value; write '" + key + ": {value: ..., source: claimed}'.");
        }
        Node source = entry.entries().get("source");
        String word = source == null ? "claimed" : yaml.text(source, "The source of '" + key + "'");
        if (!SOURCES.contains(word)) {
            throw yaml.wrong(source, "The source of '" + key + "' is claimed, probed or default, not '" + word + "'.");
        }
        values.put(key, value);
        sources.put(key, word);
    }

    private Duration duration(String key, Duration otherwise) {
        Node node = values.get(key);
        if (node == null) {
            return otherwise;
        }
        String text = yaml.text(node, "'" + key + "'");
        Duration duration = Durations.read(text)
                .orElseThrow(() -> yaml.wrong(
                        node, "'" + text + "' is no duration for '" + key + "'; write it as 250ms, 1s, 2m or 1h."));
        if (duration.isZero() && !MAY_BE_ZERO.contains(key)) {
            String why = key.equals("msl") ? "MSL is 0, so that TIME-WAIT would not exist" : "'" + key + "' is 0";
            throw yaml.wrong(node, why + "; it must be longer.");
        }
        return duration;
    }

    private int count(String key, int otherwise) {
        Node node = values.get(key);
        if (node == null) {
            return otherwise;
        }
        String text = yaml.text(node, "'" + key + "'");
        if (!text.matches("\\d{1,7}")) {
            throw yaml.wrong(node, "'" + key + "' must be a whole number, 0 for no limit, not '" + text + "'.");
        }
        return Integer.parseInt(text);
    }

    private void contradictions(Mapping mapping, Ixit ixit) {
        if (ixit.rtoMin().compareTo(ixit.rtoMax()) > 0) {
            throw yaml.wrong(line(mapping, "rtoMin", "rtoMax"), "rtoMin is greater than rtoMax.");
        }
        if (ixit.rtoInitial().compareTo(ixit.rtoMax()) > 0) {
            throw yaml.wrong(line(mapping, "rtoInitial", "rtoMax"), "rtoInitial is greater than rtoMax.");
        }
        if (ixit.tick().compareTo(ixit.msl()) >= 0) {
            throw yaml.wrong(line(mapping, "tick", "msl"), "tick is not shorter than msl, so that MSL cannot be told.");
        }
        if (ixit.connections() > 0 && ixit.parallel() > ixit.connections()) {
            throw yaml.wrong(
                    line(mapping, "parallel", "connections"),
                    "parallel is greater than connections: each scenario needs a connection.");
        }
    }

    private static int line(Mapping mapping, String key, String orKey) {
        Map<String, Integer> lines = mapping.keyLines();
        return lines.getOrDefault(key, lines.getOrDefault(orKey, mapping.line()));
    }
}
