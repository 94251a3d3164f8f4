package org.tcpspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/** RFC 9293 section 3.8.5: urgent data, sent and received. */
class UrgentTest {

    private static Segment urgent(Rig rig, String text, int pointer) {
        return rig.segment("URG,ACK").withText(Bytes.ascii(text)).withUrgentPointer(pointer);
    }

    private static int left(Rig rig) {
        return rig.bench.user().urgentLeft(rig.connection).count();
    }

    // ---- sending

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void thePointerDesignatesTheOctetAfterTheUrgentData(long seed) {
        Rig rig = Rig.of(seed).established();
        rig.bench.user().sendUrgent(rig.connection, Bytes.ascii("abc"));
        Segment seen = rig.sees("URG,ACK");
        assertThat(seen.urgentPointer()).isEqualTo(3);
        rig.bench.user().send(rig.connection, Bytes.ascii("def"));
        assertThat(rig.sees("ACK").urgentPointer()).isZero();
        rig.peer("ACK");
        rig.inject(rig.segment("ACK").withSeq(rig.sndNxt.minus(1)));
        assertThat(rig.sees("ACK").has(Flag.URG)).isFalse();
    }

    @Test
    void everySegmentBeforeTheEndSaysSoToo() {
        Rig rig = Rig.of(0).established();
        rig.bench.user().sendUrgent(rig.connection, Bytes.pattern(1, 0, 3000));
        assertThat(rig.sees("URG,ACK").urgentPointer()).isEqualTo(3000);
        assertThat(rig.sees("URG,ACK").urgentPointer()).isEqualTo(1540);
        assertThat(rig.sees("URG,ACK").urgentPointer()).isEqualTo(80);
        assertThat(rig.sees("URG,ACK", Duration.ofSeconds(1)).urgentPointer()).isEqualTo(3000);
    }

    /** RFC 7323 appendix A. */
    @Test
    void anEndBeyondTheFieldIsToldAs65535() {
        Rig rig = Rig.of(0).established();
        rig.bench.user().sendUrgent(rig.connection, Bytes.pattern(1, 0, 100_000));
        assertThat(rig.sees("URG,ACK").urgentPointer()).isEqualTo(65_535);
    }

    // ---- receiving

    @ParameterizedTest
    @EnumSource(names = {"ESTABLISHED", "FIN_WAIT_1", "FIN_WAIT_2"})
    void theUserIsToldBeforeTheText(State state) {
        Rig rig = Rig.of(0).in(state);
        rig.peer(urgent(rig, "abc", 3));
        rig.told(SignalKind.URGENT, SignalKind.DATA);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSE_WAIT", "CLOSING", "LAST_ACK", "TIME_WAIT"})
    void afterThePeersFinThereIsNone(State state) {
        Rig rig = Rig.of(0).in(state);
        rig.signals.clear();
        rig.inject(rig.segment("URG,ACK").withUrgentPointer(5).withAck(rig.rcvNxt.minus(1)));
        rig.told();
    }

    /** MUST-31, MUST-32, MUST-33. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void everyAdvanceIsToldAndWhatIsLeftCanBeAsked(long seed) {
        Rig rig = Rig.of(seed).established(OpenOptions.DEFAULT.notReading());
        rig.peer(urgent(rig, "abc", 40_000));
        rig.told(SignalKind.URGENT);
        assertThat(left(rig)).isEqualTo(40_000);
        rig.peer(urgent(rig, "def", 39_997));
        rig.sees("ACK");
        rig.told();
        rig.peer(urgent(rig, "ghi", 40_000));
        rig.told(SignalKind.URGENT);
        assertThat(left(rig)).isEqualTo(40_006);
        rig.bench.user().receive(rig.connection, 6);
        assertThat(left(rig)).isEqualTo(40_000);
    }

    @Test
    void whatIsReadPastTheEndIsNormalAgain() {
        Rig rig = Rig.of(0).established(OpenOptions.DEFAULT.notReading());
        rig.peer(urgent(rig, "abcdef", 3));
        assertThat(left(rig)).isEqualTo(3);
        rig.bench.user().receive(rig.connection, 3);
        assertThat(left(rig)).isZero();
        rig.sees("ACK", Duration.ofSeconds(1));
        rig.signals.clear();
        rig.peer(urgent(rig, "ghi", 3));
        rig.told(SignalKind.URGENT);
    }

    @Test
    void thePointerIsTakenFromAnEarlySegmentAndFromAZeroWindow() {
        Rig rig = Rig.of(0).established();
        rig.inject(urgent(rig, "late", 4).withSeq(rig.sndNxt.plus(10)));
        rig.sees("ACK");
        rig.told(SignalKind.URGENT);
        assertThat(left(rig)).isEqualTo(14);
        Rig full = Rig.of(0).established(OpenOptions.DEFAULT.notReading());
        full.peer(full.segment("ACK").withText(Bytes.pattern(1, 0, 65_400)));
        full.peer(full.segment("ACK").withText(Bytes.pattern(1, 0, 135)));
        assertThat(full.sees("ACK").window()).isZero();
        full.inject(urgent(full, "x", 1));
        full.sees("ACK");
        full.told(SignalKind.URGENT);
    }

    @Test
    void aPointerWithoutTheFlagAndOneThatLiesBehindMeanNothing() {
        Rig rig = Rig.of(0).established();
        rig.peer(rig.segment("ACK").withText(Bytes.ascii("abc")).withUrgentPointer(3));
        rig.told(SignalKind.DATA);
        rig.sees("ACK", Duration.ofSeconds(1));
        rig.inject(urgent(rig, "abcd", 2).withSeq(rig.sndNxt.minus(3)));
        rig.sndNxt = rig.sndNxt.plus(1);
        rig.told(SignalKind.DATA);
    }
}
