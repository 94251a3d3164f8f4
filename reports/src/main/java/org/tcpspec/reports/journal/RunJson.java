package org.tcpspec.reports.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.IpVersion;

/** The first and the last line of the journal, each way. */
final class RunJson {
    private RunJson() {}

    static void writeInfo(JsonGenerator g, RunInfo run) throws IOException {
        g.writeStartObject();
        g.writeStringField("type", "run");
        g.writeNumberField("schema", 1);
        g.writeStringField("version", run.version());
        g.writeStringField("provider", run.provider());
        statement(g, run.statement());
        Fields.map(g, "environment", run.environment());
        g.writeStringField("ip", run.ip().name());
        g.writeNumberField("seed", run.seed());
        g.writeStringField("started", run.started().toString());
        g.writeBooleanField("virtualTime", run.virtualTime());
        g.writeBooleanField("strict", run.strict());
        Fields.map(g, "selection", run.selection());
        g.writeNumberField("planned", run.planned());
        g.writeNumberField("selected", run.selected());
        g.writeNumberField("verySlow", run.verySlow());
        Fields.strings(g, "orphans", run.orphans());
        g.writeEndObject();
    }

    static RunInfo readInfo(JsonNode n) {
        return new RunInfo(
                n.get("version").asText(),
                n.get("provider").asText(),
                readStatement(n.get("statement")),
                Fields.map(n.get("environment")),
                IpVersion.valueOf(n.get("ip").asText()),
                n.get("seed").asLong(),
                Instant.parse(n.get("started").asText()),
                n.get("virtualTime").asBoolean(),
                n.get("strict").asBoolean(),
                Fields.map(n.get("selection")),
                n.get("planned").asInt(),
                n.get("selected").asInt(),
                n.get("verySlow").asInt(),
                Fields.strings(n.get("orphans")));
    }

    static void writeEnd(JsonGenerator g, RunEnd end) throws IOException {
        g.writeStartObject();
        g.writeStringField("type", "end");
        g.writeBooleanField("complete", end.complete());
        g.writeStringField("finished", end.finished().toString());
        Fields.strings(g, "notes", end.notes());
        g.writeEndObject();
    }

    static RunEnd readEnd(JsonNode n) {
        return new RunEnd(
                n.get("complete").asBoolean(),
                Instant.parse(n.get("finished").asText()),
                Fields.strings(n.get("notes")));
    }

    private static void statement(JsonGenerator g, Statement s) throws IOException {
        g.writeObjectFieldStart("statement");
        g.writeStringField("name", s.name());
        Fields.strings(
                g,
                "capabilities",
                s.capabilities().stream().map(Enum::name).sorted().toList());
        g.writeObjectFieldStart("options");
        for (Map.Entry<String, Support> e : new TreeMap<>(s.options()).entrySet()) {
            g.writeStringField(e.getKey(), e.getValue().name());
        }
        g.writeEndObject();
        ixit(g, s.ixit());
        Fields.map(g, "settings", s.settings());
        Fields.map(g, "unreachable", s.unreachable());
        g.writeArrayFieldStart("deviations");
        for (Deviation d : s.deviations()) {
            DeviationJson.write(g, d);
        }
        g.writeEndArray();
        g.writeEndObject();
    }

    private static void ixit(JsonGenerator g, Ixit x) throws IOException {
        g.writeObjectFieldStart("ixit");
        for (Map.Entry<String, Duration> e : durations(x).entrySet()) {
            g.writeNumberField(e.getKey(), e.getValue().toNanos());
        }
        g.writeNumberField("connections", x.connections());
        g.writeNumberField("parallel", x.parallel());
        Fields.map(g, "sources", x.sources());
        g.writeEndObject();
    }

    private static Map<String, Duration> durations(Ixit x) {
        Map<String, Duration> all = new LinkedHashMap<>();
        all.put("msl", x.msl());
        all.put("rtoInitial", x.rtoInitial());
        all.put("rtoMin", x.rtoMin());
        all.put("rtoMax", x.rtoMax());
        all.put("delayedAck", x.delayedAck());
        all.put("r2", x.r2());
        all.put("synR2", x.synR2());
        all.put("reaction", x.reaction());
        all.put("ackThrottle", x.ackThrottle());
        all.put("tick", x.tick());
        return all;
    }

    private static Statement readStatement(JsonNode n) {
        Map<String, Support> options = new LinkedHashMap<>();
        Fields.map(n.get("options")).forEach((name, word) -> options.put(name, Support.valueOf(word)));
        List<Deviation> deviations = new ArrayList<>();
        n.get("deviations").forEach(d -> deviations.add(DeviationJson.read(d)));
        return new Statement(
                n.get("name").asText(),
                Fields.strings(n.get("capabilities")).stream()
                        .map(Capability::valueOf)
                        .collect(Collectors.toSet()),
                options,
                readIxit(n.get("ixit")),
                Fields.map(n.get("settings")),
                deviations,
                Fields.map(n.path("unreachable")));
    }

    private static Ixit readIxit(JsonNode n) {
        return new Ixit(
                nanos(n, "msl"),
                nanos(n, "rtoInitial"),
                nanos(n, "rtoMin"),
                nanos(n, "rtoMax"),
                nanos(n, "delayedAck"),
                nanos(n, "r2"),
                nanos(n, "synR2"),
                nanos(n, "reaction"),
                nanos(n, "ackThrottle"),
                nanos(n, "tick"),
                n.get("connections").asInt(),
                n.get("parallel").asInt(),
                Fields.map(n.get("sources")));
    }

    private static Duration nanos(JsonNode n, String name) {
        return Duration.ofNanos(n.get(name).asLong());
    }
}
