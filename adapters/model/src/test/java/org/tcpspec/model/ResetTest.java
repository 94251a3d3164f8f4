package org.tcpspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/** RST, SYN and ACK where they do not belong: 3.10.7.4 with RFC 5961 and without. */
class ResetTest {

    @ParameterizedTest
    @EnumSource(names = {"ESTABLISHED", "FIN_WAIT_1", "FIN_WAIT_2", "CLOSE_WAIT"})
    void exactResetEndsTheConnection(State state) {
        Rig rig = Rig.of(2).in(state);
        rig.signals.clear();
        rig.inject(rig.segment("RST").withText(Bytes.ascii("reason")));
        rig.seesNothing(Duration.ofMinutes(5));
        rig.is(State.CLOSED);
        rig.told(SignalKind.RESET);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSING", "LAST_ACK", "TIME_WAIT"})
    void exactResetEndsClosingSilently(State state) {
        Rig rig = Rig.of(2).in(state);
        rig.signals.clear();
        rig.inject(rig.segment("RST"));
        rig.is(State.CLOSED);
        rig.told();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CLOSED", "LISTEN", "SYN_SENT"})
    void resetOutsideTheWindowIsIgnored(State state) {
        for (Map<String, Support> options : List.<Map<String, Support>>of(Rig.RFC5961, Map.of())) {
            Rig rig = Rig.of(options).in(state);
            rig.inject(rig.segment("RST").withSeq(rig.sndNxt.minus(1)));
            rig.inject(rig.segment("RST").withSeq(rig.sndNxt.plus(65_535)));
            rig.seesNothing();
            rig.is(state);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CLOSED", "LISTEN", "SYN_SENT"})
    void resetInsideTheWindowIsChallenged(State state) {
        Rig rig = Rig.of(2).in(state);
        rig.inject(rig.segment("RST").withSeq(rig.sndNxt.plus(1)));
        assertThat(rig.sees("ACK").seq()).isEqualTo(rig.rcvNxt);
        rig.is(state);
        Rig plain = Rig.of(Map.of()).in(state);
        plain.inject(plain.segment("RST").withSeq(plain.sndNxt.plus(1)));
        plain.seesNothing();
        plain.is(state == State.SYN_RECEIVED ? State.LISTEN : State.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {"ESTABLISHED", "FIN_WAIT_1", "FIN_WAIT_2", "CLOSE_WAIT"})
    void synIsChallengedOrFatal(State state) {
        Rig rig = Rig.of(2).in(state);
        for (int distance : new int[] {-1000, -1, 0, 1, 65_535}) {
            rig.inject(rig.segment("SYN").withSeq(rig.sndNxt.plus(distance)));
            assertThat(rig.sees("ACK").seq()).isEqualTo(rig.rcvNxt);
        }
        rig.is(state);
        Rig plain = Rig.of(Map.of()).in(state);
        plain.inject(plain.segment("SYN").withSeq(plain.sndNxt.minus(1)));
        plain.sees("ACK");
        plain.signals.clear();
        plain.inject(plain.segment("SYN"));
        Segment reset = plain.next(Duration.ZERO).orElseThrow();
        assertThat(reset).hasToString("<SEQ=0><ACK=" + plain.sndNxt.plus(1) + "><CTL=RST,ACK>");
        plain.is(State.CLOSED);
        plain.told(SignalKind.RESET);
    }

    @Test
    void ackTooOldIsRefusedOnlyByRfc5961() {
        for (Map<String, Support> options : List.<Map<String, Support>>of(Rig.RFC5961, Map.of())) {
            Rig rig = Rig.of(options).established();
            Segment old = rig.segment("ACK")
                    .withAck(rig.rcvNxt.minus(1).minus(65_536))
                    .withText(Bytes.ascii("evil"));
            rig.inject(old);
            if (options.isEmpty()) {
                rig.sndNxt = old.end();
            }
            rig.sees("ACK", Duration.ofMillis(500));
            assertThat(rig.text()).isEqualTo(options.isEmpty() ? "evil" : "");
        }
    }

    @Test
    void ackOfTheFutureIsAnswered() {
        for (Map<String, Support> options : List.<Map<String, Support>>of(Rig.RFC5961, Map.of())) {
            Rig rig = Rig.of(options).established();
            rig.inject(rig.segment("ACK").withAck(rig.rcvNxt.plus(1)).withText(Bytes.ascii("evil")));
            rig.sees("ACK");
            rig.seesNothing(Duration.ofSeconds(1));
            assertThat(rig.text()).isEmpty();
        }
    }

    @Test
    void segmentsWithoutAckAreDropped() {
        Rig rig = Rig.of(0).established();
        rig.inject(rig.segment("none").withText(Bytes.ascii("abc")));
        rig.inject(rig.segment("FIN"));
        rig.seesNothing(Duration.ofSeconds(1));
        rig.is(State.ESTABLISHED);
    }

    @Test
    void ignoringResetInTimeWaitIsASetting() {
        Rig rig = Rig.withSettings(Map.of("ignore RST in TIME-WAIT", "on")).timeWait();
        rig.inject(rig.segment("RST"));
        rig.inject(rig.segment("RST").withSeq(rig.sndNxt.plus(1)));
        rig.seesNothing();
        rig.is(State.TIME_WAIT);
    }

    @Test
    void staleSegmentInTimeWaitIsAcknowledgedAndRestartsNothing() {
        Rig rig = Rig.of(0).timeWait();
        rig.seesNothing(Duration.ofMinutes(3));
        rig.inject(rig.segment("ACK").withSeq(rig.sndNxt.minus(5)).withText(Bytes.ascii("abc")));
        rig.sees("ACK");
        rig.inject(rig.segment("ACK"));
        rig.seesNothing(Duration.ofMinutes(1));
        rig.is(State.CLOSED);
    }

    @Test
    void transitionsAreTold() {
        Map<String, State> seen = new HashMap<>();
        Rig rig = Rig.of(0);
        Host host = ((ModelBench) rig.bench).host();
        host.observe((ends, before, event, after) ->
                seen.put(before.state() + " " + event.getClass().getSimpleName(), after.state()));
        rig.finWait2();
        rig.peer("FIN,ACK");
        rig.sees("ACK");
        rig.seesNothing(Duration.ofMinutes(10));
        assertThat(seen)
                .containsEntry("SYN-RECEIVED Arrival", State.ESTABLISHED)
                .containsEntry("ESTABLISHED Call", State.FIN_WAIT_1)
                .containsEntry("FIN-WAIT-1 Arrival", State.FIN_WAIT_2)
                .containsEntry("FIN-WAIT-2 Arrival", State.TIME_WAIT)
                .containsEntry("TIME-WAIT Expiry", State.CLOSED);
    }
}
