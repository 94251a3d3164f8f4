package org.tcpspec.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.LadderRow;
import org.tcpspec.steps.run.ScenarioResult;
import org.tcpspec.steps.words.plan.FeatureSource;

class FeaturesOnTheModelTest {

    @ParameterizedTest
    @EnumSource(IpVersion.class)
    void everyScenarioPasses(IpVersion ip) {
        Statement statement = Statements.full();
        assertThat(play(statement, ip, 1)).as("seed 1").isEmpty();
        for (long seed = 2; seed <= 3; seed++) {
            assertThat(play(Suite.withoutSweeps(), statement, ip, seed, Set.of()))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(IpVersion.class)
    void withStatusWithheldNothingFails(IpVersion ip) {
        Statement statement = Statements.full().without(Capability.STATUS);
        assertThat(play(statement, ip, 1)).filteredOn(s -> s.startsWith("fail")).isEmpty();
    }

    /**
     * STATUS says ESTABLISHED where a FIN has been sent or taken: the wire knows better, and wins. In FIN-WAIT-1 the FIN
     * may wait behind a closed window, of which the wire knows nothing.
     */
    @Test
    void whereStatusLiesTheWireWins() {
        Statement statement = Statements.full();
        UnaryOperator<State> lie = state -> state.compareTo(State.FIN_WAIT_1) > 0 ? State.ESTABLISHED : state;
        try (Iut liar = new LyingStatus(Suite.model(statement, IpVersion.IPV4, 1), lie)) {
            List<ScenarioResult> results = Suite.play(liar, statement, IpVersion.IPV4, 1);
            assertThat(results)
                    .filteredOn(r -> r.verdict().grade() == Grade.FAIL)
                    .extracting(FeaturesOnTheModelTest::told)
                    .isEmpty();
            assertThat(results)
                    .filteredOn(r -> r.stateKnownBy().contains("probe"))
                    .isNotEmpty();
        }
    }

    /** The rows for stacks that follow RFC 793 where RFC 5961 is an option. */
    @ParameterizedTest
    @EnumSource(IpVersion.class)
    void everyScenarioPassesWithoutRfc5961(IpVersion ip) {
        assertThat(play(Statements.without("rfc5961-rst", "rfc5961-syn", "rfc5961-ack", "rfc5961", "may-12"), ip, 1))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("interpretations")
    void everyScenarioPassesUnderTheOtherReading(String interpretation) {
        assertThat(play(Suite.withoutSweeps(), Statements.full(), IpVersion.IPV4, 1, Set.of(interpretation)))
                .isEmpty();
    }

    private static Stream<String> interpretations() {
        return Suite.table("interpretations.csv").stream().map(row -> row.get("name"));
    }

    /** The scenarios that neither pass nor are not applicable, with what a person needs to see why. */
    private static List<String> play(Statement statement, IpVersion ip, long seed) {
        return play(Suite.bundled(), statement, ip, seed, Set.of());
    }

    private static List<String> play(
            List<FeatureSource> features, Statement statement, IpVersion ip, long seed, Set<String> otherReadings) {
        try (Iut model = Suite.model(statement, ip, seed, otherReadings)) {
            List<ScenarioResult> results = Suite.play(features, model, statement, ip, seed, otherReadings);
            assertThat(results).isNotEmpty();
            return results.stream()
                    .filter(r -> r.verdict().grade() != Grade.PASS)
                    .filter(r -> r.verdict().grade() != Grade.NOT_APPLICABLE)
                    .map(FeaturesOnTheModelTest::told)
                    .toList();
        }
    }

    private static String told(ScenarioResult r) {
        return r.verdict().grade() + " " + r.scenario().file() + ":"
                + r.scenario().line() + " "
                + r.scenario().name() + "\n  " + r.verdict().reason() + "\n"
                + r.ladder().stream().map(FeaturesOnTheModelTest::row).collect(Collectors.joining("\n")) + "\n";
    }

    private static String row(LadderRow row) {
        String packet = row.packet().isPresent() ? Long.toString(row.packet().getAsLong()) : "";
        return String.join("  ", packet, row.iut(), row.arrow().toString(), row.segment(), row.comment());
    }
}
