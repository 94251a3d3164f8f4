package org.tcpspec.reports.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.cover.Exercised;
import org.tcpspec.steps.observe.LadderRow;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.ScenarioResult;
import org.tcpspec.steps.run.StepResult;

/** One scenario's line of the journal, each way. */
final class ResultJson {
    private ResultJson() {}

    static void write(JsonGenerator g, ScenarioResult result) throws IOException {
        g.writeStartObject();
        g.writeStringField("type", "scenario");
        planned(g, result.scenario());
        g.writeNumberField("attempt", result.attempt());
        verdict(g, result.verdict());
        g.writeStringField("level", result.level());
        g.writeStringField("interpretation", result.interpretation());
        g.writeStringField("stateKnownBy", result.stateKnownBy());
        g.writeStringField("path", result.path());
        if (result.connection().isPresent()) {
            Fields.connection(g, result.connection().get());
        }
        steps(g, result.steps());
        g.writeArrayFieldStart("record");
        for (Observed observed : result.record()) {
            ObservedJson.write(g, observed);
        }
        g.writeEndArray();
        ladder(g, result.ladder());
        g.writeStringField("start", result.start().toString());
        g.writeNumberField("wallNanos", result.wallNanos());
        g.writeNumberField("waitedNanos", result.waitedNanos());
        g.writeNumberField("seed", result.seed());
        Fields.strings(g, "notes", result.notes());
        exercised(g, result.exercised());
        if (!result.tape().isBlank()) {
            TapeJson.write(g, result.tape());
        }
        g.writeEndObject();
    }

    private static void planned(JsonGenerator g, PlannedScenario s) throws IOException {
        g.writeObjectFieldStart("scenario");
        g.writeStringField("id", s.id());
        if (s.formerId().isPresent()) {
            g.writeStringField("formerId", s.formerId().get());
        }
        g.writeStringField("feature", s.feature());
        g.writeStringField("rule", s.rule());
        g.writeStringField("name", s.name());
        g.writeStringField("uri", s.uri());
        g.writeStringField("file", s.file());
        g.writeNumberField("line", s.line());
        Fields.strings(g, "tags", s.tags());
        Fields.strings(g, "requirements", s.requirements());
        g.writeStringField("clause", s.clause());
        Fields.strings(g, "needs", s.needs().stream().map(Enum::name).sorted().toList());
        Fields.strings(g, "settings", s.settings().stream().sorted().toList());
        Fields.strings(g, "options", s.options().stream().sorted().toList());
        Fields.strings(g, "states", s.states().stream().map(Enum::name).sorted().toList());
        g.writeNumberField("waits", s.waits().toNanos());
        g.writeEndObject();
    }

    private static void verdict(JsonGenerator g, Verdict v) throws IOException {
        g.writeObjectFieldStart("verdict");
        g.writeStringField("grade", v.grade().name());
        g.writeStringField("requirement", v.requirement());
        g.writeStringField("clause", v.clause());
        g.writeStringField("reason", v.reason());
        Fields.packet(g, v.packet());
        g.writeEndObject();
    }

    private static void steps(JsonGenerator g, List<StepResult> steps) throws IOException {
        g.writeArrayFieldStart("steps");
        for (StepResult step : steps) {
            g.writeStartObject();
            g.writeStringField("keyword", step.keyword());
            g.writeStringField("text", step.text());
            g.writeNumberField("line", step.line());
            g.writeStringField("status", step.status().name());
            g.writeNumberField("nanos", step.nanos());
            g.writeEndObject();
        }
        g.writeEndArray();
    }

    private static void ladder(JsonGenerator g, List<LadderRow> rows) throws IOException {
        g.writeArrayFieldStart("ladder");
        for (LadderRow row : rows) {
            g.writeStartObject();
            Fields.packet(g, row.packet());
            g.writeNumberField("nanos", row.nanos());
            g.writeStringField("arrow", row.arrow().name());
            g.writeStringField("iut", row.iut());
            g.writeStringField("segment", row.segment());
            g.writeStringField("comment", row.comment());
            g.writeBooleanField("deciding", row.deciding());
            g.writeBooleanField("explained", row.explained());
            g.writeEndObject();
        }
        g.writeEndArray();
    }

    private static void exercised(JsonGenerator g, List<Exercised> rows) throws IOException {
        g.writeArrayFieldStart("exercised");
        for (Exercised row : rows) {
            g.writeStartObject();
            g.writeStringField("row", row.row());
            Fields.packet(g, row.packet());
            g.writeStringField("miss", row.miss());
            g.writeEndObject();
        }
        g.writeEndArray();
    }

    private static Exercised readExercised(JsonNode n) {
        return new Exercised(
                n.get("row").asText(), Fields.packet(n), n.get("miss").asText());
    }

    static ScenarioResult read(JsonNode n) {
        return new ScenarioResult(
                readPlanned(n.get("scenario")),
                n.get("attempt").asInt(),
                readVerdict(n.get("verdict")),
                n.get("level").asText(),
                n.get("interpretation").asText(),
                n.get("stateKnownBy").asText(),
                n.get("path").asText(),
                Optional.ofNullable(n.get("connection")).map(Fields::connection),
                list(n.get("steps"), ResultJson::readStep),
                list(n.get("record"), ObservedJson::read),
                list(n.get("ladder"), ResultJson::readRow),
                Instant.parse(n.get("start").asText()),
                n.get("wallNanos").asLong(),
                n.get("waitedNanos").asLong(),
                n.get("seed").asLong(),
                Fields.strings(n.get("notes")),
                list(n.get("exercised"), ResultJson::readExercised),
                TapeJson.read(n.path("tape")));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        List<T> items = new ArrayList<>();
        array.forEach(item -> items.add(reader.apply(item)));
        return items;
    }

    private static PlannedScenario readPlanned(JsonNode n) {
        return new PlannedScenario(
                n.get("id").asText(),
                Optional.ofNullable(n.get("formerId")).map(JsonNode::asText),
                n.get("feature").asText(),
                n.get("rule").asText(),
                n.get("name").asText(),
                n.get("uri").asText(),
                n.get("file").asText(),
                n.get("line").asInt(),
                Fields.strings(n.get("tags")),
                Fields.strings(n.get("requirements")),
                n.get("clause").asText(),
                Fields.strings(n.get("needs")).stream().map(Capability::valueOf).collect(Collectors.toSet()),
                new HashSet<>(Fields.strings(n.get("settings"))),
                new HashSet<>(Fields.strings(n.get("options"))),
                Fields.strings(n.get("states")).stream().map(State::valueOf).collect(Collectors.toSet()),
                Duration.ofNanos(n.get("waits").asLong()));
    }

    private static Verdict readVerdict(JsonNode n) {
        return new Verdict(
                Grade.valueOf(n.get("grade").asText()),
                n.get("requirement").asText(),
                n.get("clause").asText(),
                n.get("reason").asText(),
                Fields.packet(n));
    }

    private static StepResult readStep(JsonNode n) {
        return new StepResult(
                n.get("keyword").asText(),
                n.get("text").asText(),
                n.get("line").asInt(),
                StepResult.Status.valueOf(n.get("status").asText()),
                n.get("nanos").asLong());
    }

    private static LadderRow readRow(JsonNode n) {
        return new LadderRow(
                Fields.packet(n),
                n.get("nanos").asLong(),
                LadderRow.Arrow.valueOf(n.get("arrow").asText()),
                n.get("iut").asText(),
                n.get("segment").asText(),
                n.get("comment").asText(),
                n.get("deciding").asBoolean(),
                n.get("explained").asBoolean());
    }
}
