package org.tcpspec.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.words.plan.Planner;

/** Each TCP case of the automotive TC8 specification is mapped to scenarios that exist. */
class CrosswalkTest {

    private final List<Map<String, String>> rows = Suite.table("tc8.csv");
    private final List<PlannedScenario> scenarios = new Planner()
            .plan(Suite.bundled(), Statements.full(), Suite.requirements())
            .scenarios();

    @Test
    void allCasesAreThereOnce() {
        assertThat(rows).hasSize(116).extracting(row -> row.get("id")).doesNotHaveDuplicates();
    }

    @Test
    void eachCaseNamesScenariosThatExistOrSaysWhyNot() {
        List<String> wrong = new ArrayList<>();
        for (Map<String, String> row : rows) {
            String named = row.get("scenarios");
            if (named.isEmpty() && row.get("reason").isEmpty()) {
                wrong.add(row.get("id") + " names nothing");
            }
            Stream.of(named.split("; "))
                    .filter(name -> !name.isEmpty() && !exists(name))
                    .forEach(name -> wrong.add(row.get("id") + " names " + name));
        }
        assertThat(wrong).isEmpty();
    }

    /** A tag, or an id or the beginning of one up to a slash. */
    private boolean exists(String name) {
        return scenarios.stream().anyMatch(s -> s.hasTag(name) || s.id().equals(name) || s.id().startsWith(name + "/"));
    }
}
