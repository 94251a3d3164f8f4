package org.tcpspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/** RFC 9293 section 3.8.4: keep-alives. */
class KeepAliveTest {

    private static final Duration MILLI = Duration.ofMillis(1);

    private static Rig rig(IpVersion ip) {
        return Rig.with(ip, 0, Option.KEEP_ALIVE);
    }

    private static Rig on(State state) {
        Rig rig = rig(IpVersion.IPV4).in(state);
        assertThat(rig.bench.user().keepAlive(rig.connection, true).isRefused()).isFalse();
        return rig;
    }

    private static void seesProbe(Rig rig, Duration within) {
        Segment probe = rig.sees("ACK", within);
        assertThat(probe.seq()).isEqualTo(rig.rcvNxt.minus(1));
        assertThat(probe.text().isEmpty()).isTrue();
    }

    @Test
    void withoutBeingAskedForNoneIsSent() {
        Rig rig = rig(IpVersion.IPV4).established();
        rig.seesNothing(Duration.ofDays(30));
        rig.is(State.ESTABLISHED);
    }

    @ParameterizedTest
    @EnumSource(names = {"ESTABLISHED", "CLOSE_WAIT", "FIN_WAIT_2"})
    void theFirstGoesAfterTwoIdleHoursAndAnAnswerStartsThemAgain(State state) {
        Rig rig = on(state);
        for (int i = 0; i < 3; i++) {
            rig.seesNothing(Duration.ofHours(2).minus(MILLI));
            seesProbe(rig, MILLI);
            rig.inject(rig.segment("ACK"));
        }
        rig.is(state);
    }

    @Test
    void nineUnansweredProbesEndTheConnectionAndEightDoNot() {
        Rig rig = on(State.ESTABLISHED);
        seesProbe(rig, Duration.ofHours(2));
        for (int i = 1; i < 9; i++) {
            rig.seesNothing(Duration.ofSeconds(75).minus(MILLI));
            seesProbe(rig, MILLI);
        }
        rig.inject(rig.segment("ACK"));
        seesProbe(rig, Duration.ofHours(2));
        for (int i = 1; i < 9; i++) {
            seesProbe(rig, Duration.ofSeconds(75));
        }
        rig.is(State.ESTABLISHED);
        rig.seesNothing(Duration.ofSeconds(75));
        rig.is(State.CLOSED);
        rig.told(SignalKind.TIMED_OUT);
    }

    @Test
    void theIntervalAndTheSwitchBelongToTheConnection() {
        Rig rig = on(State.ESTABLISHED);
        rig.bench.user().keepAliveInterval(rig.connection, 10_000);
        rig.seesNothing(Duration.ofSeconds(10).minus(MILLI));
        seesProbe(rig, MILLI);
        seesProbe(rig, Duration.ofSeconds(10));
        rig.bench.user().keepAlive(rig.connection, false);
        rig.seesNothing(Duration.ofDays(1));
        rig.is(State.ESTABLISHED);
    }

    /** MUST-26. */
    @Test
    void noneIsSentWhileSomethingIsOutstanding() {
        Rig rig = on(State.ESTABLISHED);
        rig.bench.user().keepAliveInterval(rig.connection, 500);
        rig.bench.user().send(rig.connection, Bytes.ascii("x"));
        rig.sees("ACK");
        Segment again = rig.sees("ACK", Duration.ofSeconds(2));
        assertThat(again.text()).isEqualTo(Bytes.ascii("x"));
    }

    @Test
    void aPeersProbeIsAnswered() {
        Rig rig = rig(IpVersion.IPV6).established();
        rig.inject(rig.segment("ACK").withSeq(rig.sndNxt.minus(1)));
        rig.sees("ACK");
        rig.seesNothing(Duration.ofHours(3));
    }

    @Test
    void whereTheyAreNotImplementedTheCallIsNotOffered() {
        Rig rig = Rig.of(0).established();
        assertThat(rig.bench.user().keepAlive(rig.connection, true).refusal()).contains(Refusal.NOT_OFFERED);
        assertThat(rig.bench.user().keepAliveInterval(rig.connection, 1).refusal())
                .contains(Refusal.NOT_OFFERED);
    }
}
