package org.tcpspec.reports.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tcpspec.reports.play.FeatureFiles;
import org.tcpspec.reports.play.Iuts;
import org.tcpspec.reports.play.StepsPlanning;
import org.tcpspec.spi.iut.Fault;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.Requirement;

/** The tables around the faults: what they name exists, and every row gives its reason. */
class ProofTablesTest {
    private final Map<String, Requirement> requirements = Catalogue.bundled().requirements();
    private final List<Implications.Row> rows = Implications.bundled().rows();

    @Test
    void eachFaultViolatesARequirementOfTheCatalogue() {
        assertThat(Iuts.named("model").faults())
                .filteredOn(f -> !requirements.containsKey(f.requirement()))
                .extracting(Fault::id)
                .isEmpty();
    }

    /** Of a permission there is no breach, and the catalogue says of others why no scenario can tell. */
    @Test
    void eachDemandThatCanBeTestedIsBrokenBySomeFaultOrTheTableSaysWhyNot() {
        Set<String> broken =
                Iuts.named("model").faults().stream().map(Fault::requirement).collect(Collectors.toSet());
        Set<String> untestable = Dispositions.bundled().all().keySet();
        assertThat(requirements.values())
                .filteredOn(r -> !r.level().startsWith("MAY"))
                .extracting(Requirement::id)
                .filteredOn(id -> !broken.contains(id) && !untestable.contains(id))
                .isEmpty();
    }

    @Test
    void eachImplicationNamesTwoRequirementsAndItsReason() {
        assertThat(rows).allSatisfy(row -> {
            assertThat(requirements).containsKeys(row.requirement(), row.impliedBy());
            assertThat(row.reason()).isNotBlank();
        });
        assertThat(rows)
                .extracting(row -> row.requirement() + " " + row.impliedBy())
                .doesNotHaveDuplicates();
    }

    /** Else two requirements were one, or a chain led from anything to anything. */
    @Test
    void noImplicationLeadsBack() {
        Map<String, Set<String>> next = new HashMap<>();
        rows.forEach(row ->
                next.computeIfAbsent(row.requirement(), r -> new HashSet<>()).add(row.impliedBy()));
        assertThat(next.keySet())
                .filteredOn(r -> reachable(r, next).contains(r))
                .isEmpty();
    }

    private static Set<String> reachable(String from, Map<String, Set<String>> next) {
        Set<String> found = new LinkedHashSet<>(next.getOrDefault(from, Set.of()));
        List<String> open = new ArrayList<>(found);
        for (int i = 0; i < open.size(); i++) {
            next.getOrDefault(open.get(i), Set.of()).stream().filter(found::add).forEach(open::add);
        }
        return found;
    }

    @Test
    void whatKillsNothingIsAScenarioAndSaysWhyItStays() throws IOException {
        Statement statement = new StatementReader(Catalogue.bundled().options())
                .read(Iuts.named("model").statement(), Iuts.named("model").deviations());
        Set<String> known = new StepsPlanning()
                .plan(FeatureFiles.bundled(), statement, requirements).scenarios().stream()
                        .map(PlannedScenario::id)
                        .collect(Collectors.toSet());
        assertThat(KillsNothing.bundled()).allSatisfy((scenario, reason) -> {
            assertThat(known).contains(scenario);
            assertThat(reason).isNotBlank();
        });
    }
}
