package org.tcpspec.reports.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.steps.run.PlannedScenario;

class SelectionTest {
    private static final Duration MSL = Duration.ofSeconds(30);
    private static final List<PlannedScenario> ALL =
            List.of(scenario("quick", 0), scenario("slow", 60), scenario("very-slow", 91));

    private static PlannedScenario scenario(String id, int seconds) {
        return new PlannedScenario(
                id,
                Optional.empty(),
                "F",
                "",
                "Name of " + id,
                "u",
                "f",
                seconds,
                List.of("@" + id + "-tag"),
                List.of(),
                "",
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Duration.ofSeconds(seconds));
    }

    private static RunOptions options(String tags, String name, boolean all) {
        return RunOptions.of("x")
                .tags(Optional.of(tags).filter(t -> !t.isEmpty()))
                .name(Optional.of(name).filter(n -> !n.isEmpty()))
                .all(all)
                .build();
    }

    private static List<String> chosen(String tags, String name, boolean all, boolean realTime) {
        return Selection.of(ALL, options(tags, name, all), MSL, realTime).chosen().stream()
                .map(PlannedScenario::id)
                .toList();
    }

    @Test
    void longerThanAnHourNobodyWaits() {
        List<PlannedScenario> hours = List.of(scenario("an-hour", 3600), scenario("idle-for-days", 3601));
        Selection all = Selection.of(hours, options("", "", true), MSL, true);
        assertThat(all.chosen()).extracting(PlannedScenario::id).containsExactly("an-hour");
        assertThat(all.verySlow()).isEqualTo(1);
        assertThat(Selection.of(hours, options("", "", true), MSL, false).chosen())
                .hasSize(2);
        assertThatThrownBy(() -> Selection.of(hours, options("@idle-for-days-tag", "", true), MSL, true))
                .hasMessageContaining("only virtual time plays them");
    }

    @Test
    void inRealTimeTheVerySlowOnesWantAll() {
        assertThat(chosen("", "", false, true)).containsExactly("quick", "slow");
        assertThat(Selection.of(ALL, options("", "", false), MSL, true).verySlow())
                .isEqualTo(1);
        assertThat(chosen("", "", true, true)).hasSize(3);
        assertThat(chosen("", "", false, false)).hasSize(3);
    }

    @Test
    void tagsAndNamesChoose() {
        assertThat(chosen("not @slow", "", true, true)).containsExactly("quick");
        assertThat(chosen("@very-slow", "", true, true)).containsExactly("very-slow");
        assertThat(chosen("@slow-tag or @quick-tag", "", true, true)).containsExactly("quick", "slow");
        assertThat(chosen("", "^quick$", true, true)).containsExactly("quick");
        assertThat(chosen("", "of very", true, true)).containsExactly("very-slow");
    }

    @Test
    void whatChoosesNothingOrCannotBeReadIsRefused() {
        assertThatThrownBy(() -> chosen("@nobody", "", true, true))
                .isInstanceOf(BrokenInputException.class)
                .hasMessageContaining("None of the 3 scenarios is selected by --tags '@nobody'");
        assertThatThrownBy(() -> chosen("@a and (", "", true, true))
                .isInstanceOf(BrokenInputException.class)
                .hasMessageContaining("--tags '@a and (' is no tag expression");
        assertThatThrownBy(() -> chosen("", "[", true, true))
                .isInstanceOf(BrokenInputException.class)
                .hasMessageContaining("--name '[' is no regular expression");
        assertThatThrownBy(() -> chosen("@very-slow-tag", "", false, true))
                .isInstanceOf(BrokenInputException.class)
                .hasMessageContaining("add --all");
    }

    @Test
    void thoseThatWaitDoSoTogetherUnlessTheIutBoundsItsConnections() {
        Ixit unbounded = ixit(0, 0);
        Schedule free = Schedule.of(ALL, unbounded, OptionalInt.empty(), false, 2);
        assertThat(free.slowPool()).isEqualTo(2);
        assertThat(free.restPool()).isEqualTo(48);
        assertThat(free.together()).isTrue();

        assertThat(Schedule.of(ALL, unbounded, OptionalInt.of(40), false, 2).restPool())
                .isEqualTo(40);

        Schedule bounded = Schedule.of(ALL, ixit(1, 1), OptionalInt.empty(), false, 2);
        assertThat(bounded.slowPool()).isEqualTo(1);
        assertThat(bounded.restPool()).isEqualTo(1);
        assertThat(bounded.together()).isFalse();

        assertThat(Schedule.of(ALL, unbounded, OptionalInt.of(3), false, 2).together())
                .isFalse();
        assertThat(Schedule.of(ALL, unbounded, OptionalInt.empty(), true, 2).restPool())
                .isEqualTo(2);
    }

    private static Ixit ixit(int connections, int parallel) {
        Ixit d = Ixit.DEFAULT;
        return new Ixit(
                d.msl(),
                d.rtoInitial(),
                d.rtoMin(),
                d.rtoMax(),
                d.delayedAck(),
                d.r2(),
                d.synR2(),
                d.reaction(),
                d.ackThrottle(),
                d.tick(),
                connections,
                parallel,
                Map.of());
    }
}
