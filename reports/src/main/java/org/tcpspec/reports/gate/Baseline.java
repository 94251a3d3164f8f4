package org.tcpspec.reports.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.write.Conformance;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.steps.run.PlannedScenario;

/**
 * The verdicts of an earlier run, from its {@code conformance.json}. Only ids tell scenarios apart: files and lines may
 * have moved since.
 */
public record Baseline(Map<String, Entry> scenarios) {

    /**
     * What was said of one scenario.
     *
     * @param seconds that it took; 0 if that is not known
     */
    public record Entry(Grade grade, String reason, double seconds) {}

    public Baseline {
        scenarios = Map.copyOf(scenarios);
    }

    /**
     * Reads what {@code option} names: {@code file}, or the {@code conformance.json} in that folder.
     *
     * @throws BrokenInputException if it is none
     */
    public static Baseline read(String option, Path file) throws IOException {
        Path json = Files.isDirectory(file) ? file.resolve("conformance.json") : file;
        if (!Files.isRegularFile(json)) {
            String why = Files.isDirectory(file) ? " holds no finished run" : " does not exist";
            throw new BrokenInputException(
                    option + " " + file + why + "; name the conformance.json of an earlier run.");
        }
        try {
            JsonNode root = new ObjectMapper().readTree(json.toFile());
            if (root == null
                    || root.path("schema").asInt() != Conformance.SCHEMA
                    || !root.path("scenarios").isArray()) {
                throw new BrokenInputException(option + " " + json + " is no conformance.json of schema "
                        + Conformance.SCHEMA + "; make a new one with this kit.");
            }
            Map<String, Entry> found = new LinkedHashMap<>();
            root.get("scenarios").forEach(s -> found.put(s.path("id").asText(), entry(s, option, json)));
            return new Baseline(found);
        } catch (JsonProcessingException e) {
            throw new BrokenInputException(
                    option + " " + json + ":" + e.getLocation().getLineNr()
                            + ": this is not readable JSON; name the conformance.json of an earlier run.",
                    e);
        }
    }

    private static Entry entry(JsonNode scenario, String option, Path file) {
        String verdict = scenario.path("verdict").asText();
        for (Grade grade : Grade.values()) {
            if (grade.toString().equals(verdict)) {
                return new Entry(
                        grade,
                        scenario.path("reason").asText(),
                        scenario.path("seconds").asDouble());
            }
        }
        throw new BrokenInputException(option + " " + file + ": the scenario '"
                + scenario.path("id").asText() + "' has no verdict that this kit knows ('" + verdict + "').");
    }

    Optional<Entry> of(PlannedScenario scenario) {
        return Optional.ofNullable(scenarios.get(scenario.id()))
                .or(() -> scenario.formerId().map(scenarios::get));
    }

    /** How long {@code scenario} took, in nanoseconds; empty if that is not known. */
    public Optional<Long> nanos(PlannedScenario scenario) {
        return of(scenario).map(e -> Math.round(e.seconds() * 1e9)).filter(n -> n > 0);
    }
}
