package org.tcpspec.reports.fake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tcpspec.reports.play.FeatureFile;
import org.tcpspec.reports.play.Planning;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.steps.run.Plan;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.Problem;
import org.tcpspec.steps.run.Requirement;

/** Plans by reading the lines of a feature file: enough for scenarios without Rule and outline. */
public final class FakePlanning implements Planning {

    @Override
    public Plan plan(List<FeatureFile> features, Statement statement, Map<String, Requirement> requirements) {
        List<PlannedScenario> scenarios = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (FeatureFile feature : features) {
            String[] lines = feature.text().split("\n");
            for (int i = 0; i < lines.length; i++) {
                if (lines[i].contains("nonsense")) {
                    problems.add(new Problem(feature.file(), i + 1, 1, "No step reads 'nonsense'; see the words."));
                }
                if (lines[i].strip().startsWith("Scenario:")) {
                    String name = lines[i].strip().substring(10);
                    String tags = lines[i - 1].strip();
                    scenarios.add(planned(feature, name, i + 1, tags));
                }
            }
        }
        return new Plan(scenarios, problems);
    }

    private static PlannedScenario planned(FeatureFile feature, String name, int line, String tags) {
        List<String> all = tags.startsWith("@") ? Arrays.asList(tags.split(" ")) : List.of();
        String id = feature.file().replace(".feature", "") + "/"
                + name.toLowerCase(Locale.ROOT).replace(' ', '-');
        return Results.scenario(id, feature.uri(), line, all, "MUST-13");
    }

    @Override
    public Map<String, String> configuration() {
        return Map.of("cucumber.glue", "org.tcpspec.reports.fake.words", "cucumber.publish.quiet", "true");
    }
}
