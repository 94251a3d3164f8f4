package org.tcpspec.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tcpspec.steps.run.Plan;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.words.plan.Planner;

/** The features and the catalogue name the same things. */
class CatalogueTest {

    private final Plan plan = new Planner().plan(Suite.bundled(), Statements.full(), Suite.requirements());

    @Test
    void theFeaturesAreInOrder() {
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.scenarios()).hasSizeGreaterThan(600);
    }

    @Test
    void everyInterpretationIsDescribedAndUsed() {
        Set<String> described = Suite.table("interpretations.csv").stream()
                .map(row -> row.get("name"))
                .collect(Collectors.toSet());
        Set<String> used = plan.scenarios().stream()
                .flatMap(s -> Stream.concat(s.interpretations().stream(), s.otherReadings().stream()))
                .collect(Collectors.toSet());
        assertThat(used).isEqualTo(described);
    }

    @Test
    void everyNoteHasAScenarioAndEachTagNamesANote() {
        Set<String> notes =
                Suite.table("notes.csv").stream().map(row -> row.get("id")).collect(Collectors.toSet());
        Set<String> told = plan.scenarios().stream()
                .flatMap(s -> s.tags().stream())
                .filter(tag -> tag.startsWith(PlannedScenario.NOTE))
                .map(tag -> tag.substring(PlannedScenario.NOTE.length()))
                .collect(Collectors.toSet());
        assertThat(told).isEqualTo(notes);
    }

    @Test
    void everyScenarioSaysWhereItsDemandStands() {
        assertThat(plan.scenarios()).filteredOn(s -> s.clause().isEmpty()).isEmpty();
    }
}
