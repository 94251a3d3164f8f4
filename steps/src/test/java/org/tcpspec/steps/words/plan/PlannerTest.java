package org.tcpspec.steps.words.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.run.Plan;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.Problem;
import org.tcpspec.steps.run.Requirement;

class PlannerTest {

    private static final Map<String, Requirement> CATALOGUE = Map.of(
            "MUST-13", new Requirement("MUST-13", "MUST", "", "9293", "3.6.1", "2 MSL"),
            "X-RST", new Requirement("X-RST", "MUST", "rfc5961-rst", "5961", "3.2", "challenge"));

    private static Plan plan(String... lines) {
        Statement statement = new Statement("a test", Set.of(), Map.of(), Ixit.DEFAULT, Map.of(), List.of());
        FeatureSource source = new FeatureSource("file:/x.feature", "x.feature", String.join("\n", lines));
        return new Planner().plan(List.of(source), statement, CATALOGUE);
    }

    private static PlannedScenario only(Plan plan) {
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.scenarios()).hasSize(1);
        return plan.scenarios().get(0);
    }

    @Test
    void aScenarioIsKnownByItsNamesAndNotByItsPlace() {
        PlannedScenario s = only(plan(
                "@section-3.6.1",
                "Feature: Closing",
                "  @MUST-13 @X-RST",
                "  Rule: It lasts",
                "    Scenario: Two FINs",
                "      Given a connection in TIME-WAIT",
                "      When 2 MSL pass",
                "      Then the IUT is in CLOSED"));
        assertThat(s.id()).isEqualTo("closing/it-lasts/two-fins");
        assertThat(s.line()).isEqualTo(5);
        assertThat(s.requirements()).containsExactly("MUST-13", "X-RST");
        assertThat(s.options()).containsExactly("rfc5961-rst");
        assertThat(s.clause()).isEqualTo("RFC 9293 3.6.1");
        assertThat(s.states()).containsExactlyInAnyOrder(State.TIME_WAIT, State.CLOSED);
        assertThat(s.needs()).contains(Capability.PASSIVE_OPEN, Capability.CLOSE);
        assertThat(s.waits()).isEqualTo(Duration.ofMinutes(4));
    }

    /** A service that has closed reads no more and listens for ever: what depends on either needs a user. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FIN-WAIT-2 | FIN,ACK                                 | false",
                "TIME-WAIT  | RST                                     | false",
                "LAST-ACK   | ACK                                     | false",
                "FIN-WAIT-2 | ACK with 10 octets of text              | true",
                "FIN-WAIT-2 | FIN,ACK with SEQ=RCV.NXT+10             | true",
                "TIME-WAIT  | SYN                                     | true",
                "CLOSING    | ACK without ACK                         | true",
                "ESTABLISHED | FIN,ACK                                | true",
                "ESTABLISHED | ACK with 10 octets of text             | false",
                "CLOSE-WAIT | ACK                                     | true"
            })
    void whatAServiceDoesByItselfNeedsNoUser(String state, String segment, boolean driven) {
        PlannedScenario s = only(plan(
                "Feature: F",
                "  Scenario: S",
                "    Given a connection in " + state,
                "    When the peer sends " + segment,
                "    Then the IUT sends ACK"));
        assertThat(s.needs().contains(Capability.DRIVEN_USER)).isEqualTo(driven);
    }

    @Test
    void aRowIsKnownByItsColumnId() {
        Plan plan = plan(
                "Feature: F",
                "  Scenario Outline: <state>",
                "    Given a connection in <state>",
                "    When CLOSE",
                "    Then the IUT sends nothing",
                "    Examples:",
                "      | state  | id    |",
                "      | LISTEN | T-1-1 |",
                "      | CLOSED | T-2-1 |");
        assertThat(plan.scenarios())
                .extracting(PlannedScenario::id)
                .containsExactly("f/listen/t-1-1", "f/closed/t-2-1");
        assertThat(plan.scenarios()).extracting(PlannedScenario::line).containsExactly(8, 9);
    }

    @Test
    void aUserNeedsAnActiveOpenToCallUponAHalfOpenConnection() {
        PlannedScenario s = only(plan(
                "Feature: F",
                "  Scenario: S",
                "    Given a connection in SYN-RECEIVED",
                "    When CLOSE",
                "    Then x"));
        assertThat(s.needs()).contains(Capability.ACTIVE_OPEN, Capability.CHOOSE_LOCAL_PORT);
    }

    @Test
    void everythingWrongIsToldAtOnceWithItsPlace() {
        Plan plan = plan(
                "Feature: F",
                "  @MUST-999",
                "  Scenario: A",
                "    Given a conection in LISTEN",
                "    When the peer sends ACK with ACK=SND.FOO",
                "  Scenario: A",
                "    Givn a connection in LISTEN");
        assertThat(plan.problems())
                .extracting(Problem::toString)
                .anyMatch(p -> p.startsWith("x.feature:2:3: the tag @MUST-999"))
                .anyMatch(
                        p -> p.startsWith("x.feature:4:11: no step reads") && p.contains("\"a connection in {state}\""))
                .anyMatch(p -> p.startsWith("x.feature:5:10: in ") && p.contains("\"SND.FOO\""))
                .anyMatch(p -> p.startsWith("x.feature:6:3: the scenario has no steps"));
    }

    @Test
    void twoScenariosOfOneIdAreRefused() {
        Plan plan = plan(
                "Feature: F",
                "  Scenario: A",
                "    Given a connection in LISTEN",
                "  Scenario: a",
                "    Given a connection in LISTEN");
        assertThat(plan.problems()).singleElement().asString().contains("x.feature:4", "x.feature:2", "\"f/a\"");
    }

    @Test
    void whatIsNoGherkinIsSaidSo() {
        assertThat(plan("Featre: F").problems())
                .singleElement()
                .asString()
                .startsWith("x.feature:1:1: this is not Gherkin");
    }
}
