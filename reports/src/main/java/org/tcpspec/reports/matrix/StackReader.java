package org.tcpspec.reports.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.reports.judge.Outcome;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.write.Conformance;

/** Reads the verdicts of a finished run. */
public final class StackReader {
    private static final String FILE = "conformance.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    /** @param folder from which the page of the matrix will point at evidence */
    public StackReader(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a report's folder, or a {@code conformance.json} alone.
     *
     * @throws BrokenInputException if it is neither
     */
    public Stack read(Path given) throws IOException {
        Path file = Files.isDirectory(given) ? given.resolve(FILE) : given;
        if (!Files.isRegularFile(file)) {
            throw new BrokenInputException(
                    "There is no finished run in " + given + ": it has no " + FILE + "; play one by 'tcpspec run'.");
        }
        JsonNode json = parse(file);
        if (json.path("schema").asInt() != Conformance.SCHEMA
                || !json.path("scenarios").isArray()) {
            throw new BrokenInputException(file + " is not a " + FILE + " of schema " + Conformance.SCHEMA
                    + "; give the folder of a report, or its " + FILE + ".");
        }
        Map<String, Tried> scenarios = new LinkedHashMap<>();
        json.path("scenarios").forEach(s -> {
            Tried tried = scenario(s, file);
            scenarios.put(tried.id(), tried);
        });
        Map<String, Stack.Row> rows = new LinkedHashMap<>();
        json.path("cells")
                .forEach(c -> rows.put(
                        c.path("id").asText(),
                        new Stack.Row(
                                outcome(
                                        c.path("verdict").asText(c.path("met").asBoolean() ? "pass" : "inconclusive"),
                                        false,
                                        file),
                                strings(c.path("scenarios")))));
        String name = json.at("/iut/name").asText();
        return new Stack(name, name, json.at("/run/complete").asBoolean(), scenarios, rows);
    }

    private static JsonNode parse(Path file) throws IOException {
        try {
            return JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new BrokenInputException(file + ":" + e.getLocation().getLineNr()
                    + ": this is not JSON; give the folder of a report, or its " + FILE + ".");
        }
    }

    private Tried scenario(JsonNode s, Path file) {
        return new Tried(
                s.path("id").asText(),
                s.path("name").asText(),
                topic(s.path("uri").asText()),
                s.path("level").asText(),
                strings(s.path("requirements")),
                outcome(s.path("verdict").asText(), s.path("listed").asBoolean(), file),
                s.path("reason").asText(),
                strings(s.path("evidence")).stream()
                        .filter(e -> e.endsWith(".svg"))
                        .findFirst()
                        .flatMap(e -> link(file, e))
                        .orElse(""));
    }

    /** The way from the page to a piece of evidence, if it is there. */
    private Optional<String> link(Path file, String evidence) {
        Path target = file.toAbsolutePath().getParent().resolve(evidence).normalize();
        if (!Files.isRegularFile(target)) {
            return Optional.empty();
        }
        return Optional.of(folder.toAbsolutePath()
                .normalize()
                .relativize(target)
                .toString()
                .replace('\\', '/'));
    }

    private static String topic(String uri) {
        String[] parts = uri.split("/");
        return parts.length < 2 ? "features" : parts[parts.length - 2];
    }

    private static Outcome outcome(String verdict, boolean listed, Path file) {
        if (listed) {
            return Outcome.LISTED;
        }
        for (Outcome outcome : Outcome.values()) {
            if (outcome.toString().equals(verdict)) {
                return outcome;
            }
        }
        throw new BrokenInputException(file + " has the verdict '" + verdict
                + "', which this kit does not know; make the matrix with the kit that played it.");
    }

    private static List<String> strings(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(node -> all.add(node.asText()));
        return all;
    }
}
