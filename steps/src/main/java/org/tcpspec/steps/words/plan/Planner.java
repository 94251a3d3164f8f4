package org.tcpspec.steps.words.plan;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.ParseError;
import io.cucumber.messages.types.Pickle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.steps.run.Plan;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.Requirement;

/**
 * Reads feature files without playing them: every scenario with its id, requirements, needs and waits, and everything
 * that is wrong with the files. Nothing is sent before a plan is free of problems.
 */
public final class Planner {

    private final Phrasebook phrasebook = new Phrasebook();

    /**
     * @param statement of the IUT that the waits are for
     * @param requirements the catalogue by id
     */
    public Plan plan(List<FeatureSource> features, Statement statement, Map<String, Requirement> requirements) {
        List<PlannedScenario> scenarios = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (FeatureSource feature : features) {
            read(feature, new ScenarioReader(phrasebook, statement, requirements, feature, problems), scenarios);
        }
        Map<String, PlannedScenario> byId = new HashMap<>();
        for (PlannedScenario scenario : scenarios) {
            PlannedScenario other = byId.putIfAbsent(scenario.id(), scenario);
            if (other != null) {
                problems.add(scenario.file() + ":" + scenario.line() + ": the id \"" + scenario.id()
                        + "\" is taken by " + other.file() + ":" + other.line()
                        + "; give one of them another name, or its Examples rows a column id");
            }
        }
        return new Plan(scenarios, problems);
    }

    private static void read(FeatureSource feature, ScenarioReader reader, List<PlannedScenario> scenarios) {
        GherkinParser parser = GherkinParser.builder().includeSource(false).build();
        List<Envelope> envelopes = parser.parse(feature.uri(), feature.text().getBytes(StandardCharsets.UTF_8))
                .toList();
        for (Envelope envelope : envelopes) {
            envelope.getParseError().ifPresent(e -> reader.problem(line(e), "this is not Gherkin: " + said(e)));
        }
        GherkinDocument document = envelopes.stream()
                .flatMap(e -> e.getGherkinDocument().stream())
                .findFirst()
                .orElse(null);
        if (document == null || document.getFeature().isEmpty()) {
            return;
        }
        Outline outline = new Outline(document.getFeature().get());
        List<Pickle> pickles =
                envelopes.stream().flatMap(e -> e.getPickle().stream()).toList();
        for (Pickle pickle : pickles) {
            scenarios.add(reader.read(pickle, outline));
        }
        outline.scenariosWithoutSteps()
                .forEach(line -> reader.problem(
                        line, "the scenario has no steps; is a keyword (Given, When, Then, And, But) mistyped?"));
    }

    /** The parser's words without the place, which stands before them already. */
    private static String said(ParseError error) {
        return error.getMessage().replaceAll("\\s+", " ").replaceFirst("^\\(\\d+:\\d+\\): ", "");
    }

    private static long line(ParseError error) {
        return error.getSource().getLocation().map(l -> l.getLine()).orElse(1L);
    }
}
