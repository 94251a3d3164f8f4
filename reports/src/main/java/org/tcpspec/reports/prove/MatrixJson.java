package org.tcpspec.reports.prove;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.reports.read.KillsNothing;
import org.tcpspec.spi.iut.Fault;

/** {@code kill-matrix.json}, and the lines of the journal beside it. */
final class MatrixJson {
    /** Of {@code kill-matrix.json}. */
    static final int SCHEMA = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private MatrixJson() {}

    static void write(Path file, Matrix matrix) throws IOException {
        Map<String, Integer> places = places(matrix.scenarios());
        try (OutputStream out = Files.newOutputStream(file);
                JsonGenerator g = JSON.getFactory().createGenerator(out)) {
            g.setPrettyPrinter(new DefaultPrettyPrinter());
            g.writeStartObject();
            g.writeNumberField("schema", SCHEMA);
            g.writeStringField("tool", matrix.tool());
            g.writeStringField("model", matrix.model());
            g.writeNumberField("seed", matrix.seed());
            g.writeBooleanField("statusWithheld", matrix.statusWithheld());
            g.writeBooleanField("complete", matrix.isComplete());
            summary(g, matrix);
            g.writeArrayFieldStart("scenarios");
            for (Matrix.Spot spot : matrix.scenarios()) {
                g.writeString(spot.id());
            }
            g.writeEndArray();
            g.writeArrayFieldStart("faults");
            for (Tried tried : matrix.tried()) {
                tried(g, tried, places);
            }
            g.writeEndArray();
            g.writeArrayFieldStart("notSeeded");
            for (Fault fault : matrix.notSeeded()) {
                g.writeStartObject();
                fault(g, fault);
                g.writeStringField("why", fault.notSeeded().orElse(""));
                g.writeEndObject();
            }
            g.writeEndArray();
            killNothing(g, matrix);
            g.writeEndObject();
        }
    }

    private static void killNothing(JsonGenerator g, Matrix matrix) throws IOException {
        Map<String, String> reasons = KillsNothing.bundled();
        g.writeArrayFieldStart("killNothing");
        for (Matrix.Spot spot : matrix.killNothing()) {
            g.writeStartObject();
            g.writeStringField("scenario", spot.id());
            g.writeStringField("reason", reasons.getOrDefault(spot.id(), ""));
            g.writeEndObject();
        }
        g.writeEndArray();
    }

    private static void summary(JsonGenerator g, Matrix matrix) throws IOException {
        g.writeObjectFieldStart("summary");
        g.writeNumberField("seeded", matrix.seeded().size());
        g.writeNumberField("played", matrix.tried().size());
        g.writeNumberField("killed", matrix.killed());
        g.writeNumberField("survived", matrix.survivors().size());
        for (Blame blame : Blame.values()) {
            g.writeObjectFieldStart(key(blame));
            g.writeNumberField("faults", matrix.with(blame).size());
            g.writeNumberField("verdicts", matrix.verdicts(blame));
            g.writeEndObject();
        }
        g.writeNumberField("notSeeded", matrix.notSeeded().size());
        g.writeNumberField("scenarios", matrix.scenarios().size());
        g.writeNumberField("scenariosThatKillNothing", matrix.killNothing().size());
        g.writeEndObject();
    }

    static Map<String, Integer> places(List<Matrix.Spot> scenarios) {
        Map<String, Integer> places = new HashMap<>();
        scenarios.forEach(s -> places.put(s.id(), places.size()));
        return places;
    }

    private static String key(Blame blame) {
        return blame.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static void fault(JsonGenerator g, Fault fault) throws IOException {
        g.writeStringField("id", fault.id());
        g.writeStringField("requirement", fault.requirement());
        g.writeStringField("story", fault.story());
        g.writeStringField("source", fault.source());
        g.writeStringField("profile", fault.profile().orElse(""));
    }

    /** Scenarios are told by their place in the list of all. */
    private static void tried(JsonGenerator g, Tried tried, Map<String, Integer> places) throws IOException {
        g.writeStartObject();
        fault(g, tried.fault());
        g.writeStringField("blame", tried.blame().map(MatrixJson::key).orElse("survived"));
        g.writeArrayFieldStart("reached");
        for (String id : tried.reached()) {
            g.writeNumber(places.get(id));
        }
        g.writeEndArray();
        g.writeArrayFieldStart("killedBy");
        for (Kill kill : tried.kills()) {
            g.writeStartObject();
            g.writeNumberField("scenario", places.get(kill.scenario()));
            g.writeStringField("ground", kill.ground());
            g.writeStringField("requirement", kill.requirement());
            g.writeStringField("clause", kill.clause());
            g.writeStringField("reason", kill.reason());
            g.writeStringField("blame", key(kill.blame()));
            g.writeEndObject();
        }
        g.writeEndArray();
        strings(g, "undecided", tried.undecided());
        strings(g, "errors", tried.errors());
        if (tried.shown().isPresent()) {
            g.writeObjectFieldStart("shown");
            g.writeNumberField("scenario", places.get(tried.shown().get().scenario()));
            g.writeStringField("ladder", tried.shown().get().ladder());
            g.writeEndObject();
        }
        g.writeEndObject();
    }

    private static void strings(JsonGenerator g, String name, List<String> values) throws IOException {
        g.writeArrayFieldStart(name);
        for (String value : values) {
            g.writeString(value);
        }
        g.writeEndArray();
    }

    /** A line of the journal. */
    static String line(Tried tried, Map<String, Integer> places) throws IOException {
        java.io.StringWriter line = new java.io.StringWriter();
        try (JsonGenerator g = JSON.getFactory().createGenerator(line)) {
            tried(g, tried, places);
        }
        return line.toString();
    }

    /** @param fault as the IUT knows it today */
    static Tried read(String line, List<Matrix.Spot> scenarios, Map<String, Fault> faults) throws IOException {
        JsonNode n = JSON.readTree(line);
        List<String> reached = new ArrayList<>();
        n.get("reached").forEach(i -> reached.add(scenarios.get(i.asInt()).id()));
        List<Kill> kills = new ArrayList<>();
        n.get("killedBy")
                .forEach(k -> kills.add(new Kill(
                        scenarios.get(k.get("scenario").asInt()).id(),
                        k.get("ground").asText(),
                        k.get("requirement").asText(),
                        k.get("clause").asText(),
                        k.get("reason").asText(),
                        Blame.valueOf(k.get("blame").asText().toUpperCase(java.util.Locale.ROOT)))));
        return new Tried(
                faults.get(n.get("id").asText()),
                reached,
                kills,
                strings(n.get("undecided")),
                strings(n.get("errors")),
                Optional.ofNullable(n.get("shown"))
                        .map(s -> new Tried.Shown(
                                scenarios.get(s.get("scenario").asInt()).id(),
                                s.get("ladder").asText())));
    }

    private static List<String> strings(JsonNode array) {
        List<String> values = new ArrayList<>();
        array.forEach(v -> values.add(v.asText()));
        return values;
    }
}
