package org.tcpspec.reports.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tcpspec.reports.coverage.Fates;
import org.tcpspec.reports.coverage.TableCoverage;
import org.tcpspec.reports.journal.RunEnd;
import org.tcpspec.reports.journal.RunInfo;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.judge.Level;
import org.tcpspec.reports.judge.Outcome;
import org.tcpspec.reports.story.Story;
import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.steps.cover.Exercised;
import org.tcpspec.steps.run.Requirement;
import org.tcpspec.steps.run.ScenarioResult;

/** A run as {@code conformance.json}, schema 1; {@code docs/conformance-json.md} describes it. */
public final class Conformance {
    public static final int SCHEMA = 1;
    private static final JsonFactory JSON = new JsonFactory();

    private final Judgement judgement;
    private final Map<String, Requirement> requirements;
    private final Evidence evidence;
    private final Story story;

    public Conformance(Judgement judgement, Map<String, Requirement> requirements, Evidence evidence) {
        this.judgement = judgement;
        this.requirements = requirements;
        this.evidence = evidence;
        this.story = Story.bundled(requirements);
    }

    public void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JsonGenerator g = JSON.createGenerator(out)) {
            g.setPrettyPrinter(new DefaultPrettyPrinter());
            g.writeStartObject();
            g.writeNumberField("schema", SCHEMA);
            tool(g);
            iut(g);
            run(g);
            totals(g);
            scenarios(g);
            requirements(g);
            cells(g);
            g.writeEndObject();
            g.writeRaw('\n');
        }
    }

    private RunInfo info() {
        return judgement.recorded().run();
    }

    private void tool(JsonGenerator g) throws IOException {
        g.writeObjectFieldStart("tool");
        g.writeStringField("name", "tcpspec");
        g.writeStringField("version", info().version());
        g.writeEndObject();
    }

    private void iut(JsonGenerator g) throws IOException {
        Statement statement = info().statement();
        g.writeObjectFieldStart("iut");
        g.writeStringField("provider", info().provider());
        g.writeStringField("name", statement.name());
        g.writeStringField("ip", info().ip().name());
        strings(
                g,
                "capabilities",
                statement.capabilities().stream().map(Enum::name).sorted().toList());
        Map<String, String> options = new TreeMap<>();
        statement.options().forEach((name, support) -> options.put(name, lower(support.name())));
        map(g, "options", options);
        g.writeStringField("ics", info().selection().getOrDefault("ics", "the IUT's own"));
        map(g, "choices", judgement.choices());
        map(g, "ixit", ixit(statement.ixit()));
        map(g, "environment", info().environment());
        g.writeArrayFieldStart("deviations");
        for (Deviation d : statement.deviations()) {
            g.writeStartObject();
            g.writeStringField("scenario", d.scenario());
            g.writeStringField("reason", d.reason());
            g.writeStringField("explanation", d.explanation());
            g.writeStringField("seen", seen(d));
            g.writeEndObject();
        }
        g.writeEndArray();
        g.writeEndObject();
    }

    /** Whether a deviation occurred in this run. */
    private String seen(Deviation deviation) {
        if (judgement.scenarios().stream()
                .anyMatch(j -> j.deviation().filter(deviation::equals).isPresent())) {
            return "occurred";
        }
        if (info().orphans().contains(deviation.scenario())) {
            return "no such scenario";
        }
        return judgement.stopped().contains(deviation) ? "stopped" : "not judged";
    }

    private static Map<String, String> ixit(Ixit x) {
        Map<String, Duration> durations = new LinkedHashMap<>();
        durations.put("msl", x.msl());
        durations.put("rtoInitial", x.rtoInitial());
        durations.put("rtoMin", x.rtoMin());
        durations.put("rtoMax", x.rtoMax());
        durations.put("delayedAck", x.delayedAck());
        durations.put("r2", x.r2());
        durations.put("synR2", x.synR2());
        durations.put("reaction", x.reaction());
        durations.put("ackThrottle", x.ackThrottle());
        durations.put("tick", x.tick());
        Map<String, String> all = new LinkedHashMap<>();
        durations.forEach(
                (key, value) -> all.put(key, org.tcpspec.reports.read.Durations.write(value) + source(x, key)));
        all.put("connections", x.connections() + source(x, "connections"));
        all.put("parallel", x.parallel() + source(x, "parallel"));
        return all;
    }

    private static String source(Ixit ixit, String key) {
        return " (" + ixit.sources().getOrDefault(key, "default") + ")";
    }

    private void run(JsonGenerator g) throws IOException {
        RunInfo info = info();
        g.writeObjectFieldStart("run");
        g.writeStringField("started", info.started().toString());
        if (judgement.recorded().end().isPresent()) {
            RunEnd end = judgement.recorded().end().get();
            g.writeStringField("finished", end.finished().toString());
            g.writeNumberField(
                    "seconds", Duration.between(info.started(), end.finished()).toMillis() / 1000.0);
        }
        g.writeBooleanField("complete", judgement.recorded().isComplete());
        g.writeNumberField("exit", judgement.recorded().isComplete() ? judgement.exitCode() : 130);
        g.writeNumberField("seed", info.seed());
        g.writeBooleanField("virtualTime", info.virtualTime());
        g.writeBooleanField("strict", info.strict());
        map(g, "selection", info.selection());
        g.writeNumberField("planned", info.planned());
        g.writeNumberField("selected", info.selected());
        g.writeNumberField("verySlowLeftOut", info.verySlow());
        strings(g, "notes", judgement.recorded().end().map(RunEnd::notes).orElse(List.of()));
        g.writeEndObject();
    }

    private void totals(JsonGenerator g) throws IOException {
        g.writeObjectFieldStart("totals");
        Map<Outcome, Integer> all = new EnumMap<>(Outcome.class);
        for (Map.Entry<Level, Map<Outcome, Integer>> row : judgement.totals().entrySet()) {
            counts(g, row.getKey() == Level.NONE ? "NONE" : row.getKey().toString(), row.getValue());
            row.getValue().forEach((outcome, count) -> all.merge(outcome, count, Integer::sum));
        }
        counts(g, "all", all);
        g.writeEndObject();
    }

    private static void counts(JsonGenerator g, String name, Map<Outcome, Integer> counts) throws IOException {
        g.writeObjectFieldStart(name);
        for (Map.Entry<Outcome, Integer> e : counts.entrySet()) {
            g.writeNumberField(e.getKey().key(), e.getValue());
        }
        g.writeEndObject();
    }

    private void scenarios(JsonGenerator g) throws IOException {
        g.writeArrayFieldStart("scenarios");
        for (Judged judged : judgement.scenarios()) {
            scenario(g, judged);
        }
        g.writeEndArray();
    }

    private void scenario(JsonGenerator g, Judged judged) throws IOException {
        ScenarioResult shown = judged.shown();
        g.writeStartObject();
        g.writeStringField("id", judged.id());
        g.writeStringField("name", judged.scenario().name());
        g.writeStringField("feature", judged.scenario().feature());
        g.writeStringField("rule", judged.scenario().rule());
        g.writeStringField("uri", judged.scenario().uri());
        g.writeNumberField("line", judged.scenario().line());
        strings(g, "tags", judged.scenario().tags());
        strings(g, "requirements", judged.scenario().requirements());
        g.writeStringField(
                "level", judged.level() == Level.NONE ? "" : judged.level().toString());
        g.writeStringField("verdict", judged.verdict().grade().toString());
        g.writeBooleanField("listed", judged.deviation().isPresent());
        if (judged.deviation().isPresent()) {
            g.writeStringField("deviation", judged.deviation().get().explanation());
        }
        g.writeStringField("requirement", judged.requirement());
        g.writeStringField("clause", judged.clause());
        g.writeStringField("reason", judged.verdict().reason());
        if (judged.verdict().grade() == Grade.FAIL) {
            g.writeStringField("story", story.text(judged));
        }
        if (judged.verdict().packet().isPresent()) {
            g.writeNumberField("packet", judged.verdict().packet().getAsLong());
        } else {
            g.writeNullField("packet");
        }
        g.writeStringField("interpretation", shown.interpretation());
        map(g, "choices", judged.choices());
        g.writeStringField("stateKnownBy", shown.stateKnownBy());
        g.writeStringField("path", shown.path());
        g.writeNumberField("waits", judged.scenario().waits().toMillis() / 1000.0);
        g.writeNumberField("plays", judged.plays().size());
        g.writeNumberField("seed", shown.seed());
        strings(g, "notes", shown.notes());
        strings(g, "evidence", evidence.of(judged));
        g.writeEndObject();
    }

    private void requirements(JsonGenerator g) throws IOException {
        Map<String, List<Judged>> by = new TreeMap<>();
        judgement
                .scenarios()
                .forEach(judged -> judged.scenario()
                        .requirements()
                        .forEach(id ->
                                by.computeIfAbsent(id, k -> new ArrayList<>()).add(judged)));
        g.writeArrayFieldStart("requirements");
        for (Map.Entry<String, List<Judged>> e : by.entrySet()) {
            g.writeStartObject();
            g.writeStringField("id", e.getKey());
            Requirement requirement = requirements.get(e.getKey());
            if (requirement != null) {
                g.writeStringField("level", requirement.level());
                g.writeStringField("clause", requirement.clause());
                g.writeStringField("summary", requirement.summary());
            }
            tally(g, e.getValue());
            g.writeEndObject();
        }
        g.writeEndArray();
    }

    /** Rows of the transition table that scenarios exercised, as the coverage monitor measured. */
    private void cells(JsonGenerator g) throws IOException {
        Map<String, List<Judged>> by = new TreeMap<>();
        Set<String> missed = new HashSet<>();
        for (Judged judged : judgement.scenarios()) {
            for (Exercised row : judged.shown().exercised()) {
                by.computeIfAbsent(row.row(), k -> new ArrayList<>()).add(judged);
                if (!row.isMet()) {
                    missed.add(row.row());
                }
            }
        }
        Fates fates = new Fates(judgement, TableCoverage.of(List.of(judgement)));
        g.writeArrayFieldStart("cells");
        for (Map.Entry<String, List<Judged>> e : by.entrySet()) {
            g.writeStartObject();
            g.writeStringField("id", e.getKey());
            g.writeBooleanField("met", !missed.contains(e.getKey()));
            g.writeStringField("verdict", fates.of(e.getKey()).key());
            tally(g, e.getValue());
            g.writeEndObject();
        }
        g.writeEndArray();
    }

    private static void tally(JsonGenerator g, List<Judged> scenarios) throws IOException {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        scenarios.forEach(judged -> counts.merge(judged.outcome(), 1, Integer::sum));
        counts(g, "totals", counts);
        strings(g, "scenarios", scenarios.stream().map(Judged::id).toList());
    }

    private static void strings(JsonGenerator g, String name, Collection<String> values) throws IOException {
        g.writeArrayFieldStart(name);
        for (String value : values) {
            g.writeString(value);
        }
        g.writeEndArray();
    }

    private static void map(JsonGenerator g, String name, Map<String, String> map) throws IOException {
        g.writeObjectFieldStart(name);
        for (Map.Entry<String, String> e : map.entrySet()) {
            g.writeStringField(e.getKey(), e.getValue());
        }
        g.writeEndObject();
    }

    private static String lower(String word) {
        return word.toLowerCase(java.util.Locale.ROOT);
    }
}
