package org.tcpspec.steps.words.plan;

import io.cucumber.messages.types.Pickle;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.steps.run.Plan;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.Problem;
import org.tcpspec.steps.run.Requirement;

/**
 * Reads feature files without playing them: every scenario with its id, requirements, needs and waits, and everything
 * that is wrong with the files. Nothing is sent before a plan is free of problems.
 */
public final class Planner {

    private final Phrasebook phrasebook;

    /** With the kit's own phrases. */
    public Planner() {
        this(new Phrasebook());
    }

    public Planner(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
    }

    /**
     * @param statement of the IUT that the waits are for
     * @param requirements the catalogue by id
     */
    public Plan plan(List<FeatureSource> features, Statement statement, Map<String, Requirement> requirements) {
        Map<PlannedScenario, Integer> columns = new LinkedHashMap<>();
        Set<Problem> problems = new LinkedHashSet<>();
        for (FeatureSource feature : features) {
            ScenarioReader reader = new ScenarioReader(phrasebook, statement, requirements, feature, problems);
            GherkinFile.read(feature.uri(), feature.text(), reader::problem)
                    .ifPresent(file -> read(file, reader, columns));
        }
        Map<String, PlannedScenario> byId = new HashMap<>();
        List<PlannedScenario> scenarios = List.copyOf(columns.keySet());
        for (PlannedScenario scenario : scenarios) {
            PlannedScenario other = byId.putIfAbsent(scenario.id(), scenario);
            if (other != null) {
                problems.add(new Problem(
                        scenario.file(),
                        scenario.line(),
                        columns.get(scenario),
                        "the id \"" + scenario.id() + "\" is taken by " + other.file() + ":" + other.line()
                                + "; give one of them another name, or its Examples rows a column id"));
            }
        }
        return new Plan(scenarios, List.copyOf(problems));
    }

    private static void read(GherkinFile file, ScenarioReader reader, Map<PlannedScenario, Integer> columns) {
        Outline outline = new Outline(file.feature());
        for (Pickle pickle : file.pickles()) {
            columns.put(reader.read(pickle, outline), outline.place(pickle).column());
        }
        outline.scenariosWithoutSteps()
                .forEach(place -> reader.problem(
                        place.line(),
                        place.column(),
                        "the scenario has no steps; is a keyword (Given, When, Then, And, But) mistyped?"));
    }
}
