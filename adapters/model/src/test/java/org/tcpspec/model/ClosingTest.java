package org.tcpspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/** RFC 9293 section 3.6: closing in every order. */
class ClosingTest {

    private static final Duration MSL = Duration.ofMinutes(2);

    @ParameterizedTest
    @EnumSource
    void everyStateIsReached(State state) {
        Rig.of(3).in(state);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
    void normalCloseSequence(long seed) {
        Rig rig = Rig.of(seed).finWait2();
        rig.is(State.FIN_WAIT_2);
        rig.peer("FIN,ACK");
        rig.sees("ACK");
        rig.is(State.TIME_WAIT);
        rig.told(SignalKind.CLOSING);
        rig.seesNothing(MSL.multipliedBy(2).minusMillis(10));
        rig.is(State.TIME_WAIT);
        rig.seesNothing(Duration.ofMillis(10));
        rig.is(State.CLOSED);
    }

    @Test
    void simultaneousClose() {
        Rig rig = Rig.of(0).closing();
        rig.is(State.CLOSING);
        rig.peer("ACK");
        rig.seesNothing();
        rig.is(State.TIME_WAIT);
    }

    @Test
    void finThatAcknowledgesOursSkipsClosing() {
        Rig rig = Rig.of(0).finWait1();
        rig.peer("FIN,ACK");
        rig.sees("ACK");
        rig.is(State.TIME_WAIT);
    }

    @Test
    void passiveClose() {
        Rig rig = Rig.of(0).closeWait();
        rig.told(SignalKind.CLOSING);
        rig.is(State.CLOSE_WAIT);
        rig.bench.user().close(rig.connection);
        rig.sees("FIN,ACK");
        rig.is(State.LAST_ACK);
        rig.peer("ACK");
        rig.seesNothing();
        rig.is(State.CLOSED);
        rig.told();
    }

    @Test
    void returningFinRestartsTwoMsl() {
        Rig rig = Rig.of(0).timeWait();
        rig.seesNothing(MSL.multipliedBy(3).dividedBy(2));
        rig.inject(rig.segment("FIN,ACK").withSeq(rig.sndNxt.minus(1)));
        rig.sees("ACK");
        rig.seesNothing(MSL.multipliedBy(3).dividedBy(2));
        rig.is(State.TIME_WAIT);
        rig.seesNothing(MSL.dividedBy(2));
        rig.is(State.CLOSED);
        rig.inject(rig.segment("FIN,ACK").withSeq(rig.sndNxt.minus(1)));
        assertThat(rig.sees("RST").seq()).isEqualTo(rig.rcvNxt);
    }

    @Test
    void halfClosedConnectionStillReceives() {
        Rig rig = Rig.of(0).finWait2();
        rig.peer("ACK", "late news");
        rig.sees("ACK", Duration.ofMillis(500));
        assertThat(rig.text()).isEqualTo("late news");
        assertThat(rig.bench.user().send(rig.connection, Bytes.ascii("x")).refusal())
                .contains(Refusal.CLOSING);
    }

    @Test
    void halfClosedConnectionStillSends() {
        Rig rig = Rig.of(0).closeWait();
        rig.bench.user().send(rig.connection, Bytes.ascii("still here"));
        assertThat(rig.sees("ACK").text()).isEqualTo(Bytes.ascii("still here"));
        rig.is(State.CLOSE_WAIT);
    }

    @Test
    void finOutOfOrderWaitsForTheGap() {
        Rig rig = Rig.of(0).established();
        Segment first = rig.segment("ACK").withText(Bytes.ascii("abc"));
        rig.inject(rig.segment("FIN,ACK").withSeq(first.end()).withText(Bytes.ascii("def")));
        rig.sees("ACK");
        rig.is(State.ESTABLISHED);
        rig.inject(first);
        rig.sndNxt = first.end().plus(4);
        rig.sees("ACK");
        rig.is(State.CLOSE_WAIT);
        rig.seesNothing();
        assertThat(rig.text()).isEqualTo("abcdef");
        rig.told(SignalKind.DATA, SignalKind.CLOSING);
    }

    @Test
    void queuedTextLeavesBeforeTheFin() {
        Rig rig = Rig.of(0).established();
        rig.inject(rig.segment("ACK").withWindow(0));
        rig.bench.user().send(rig.connection, Bytes.ascii("abc"));
        rig.bench.user().close(rig.connection);
        rig.is(State.FIN_WAIT_1);
        rig.seesNothing();
        rig.peer("ACK");
        Segment seen = rig.sees("FIN,ACK");
        assertThat(seen.text()).isEqualTo(Bytes.ascii("abc"));
    }

    @Test
    void queuedTextKeepsCloseWait() {
        Rig rig = Rig.of(0).closeWait();
        rig.inject(rig.segment("ACK").withWindow(0));
        rig.bench.user().send(rig.connection, Bytes.ascii("abc"));
        rig.bench.user().close(rig.connection);
        rig.is(State.CLOSE_WAIT);
        rig.peer("ACK");
        rig.sees("FIN,ACK");
        rig.is(State.LAST_ACK);
    }

    @Test
    void lostFinIsSentAgain() {
        Rig rig = Rig.of(0).finWait1();
        Segment again = rig.sees("FIN,ACK", Duration.ofSeconds(1));
        assertThat(again.seq()).isEqualTo(rig.rcvNxt.minus(1));
        rig.peer("ACK");
        rig.is(State.FIN_WAIT_2);
        rig.seesNothing(Duration.ofMinutes(5));
    }

    @Test
    void closeWithUnreadTextResets() {
        Rig rig = Rig.of(0).established(OpenOptions.DEFAULT.notReading());
        rig.peer("ACK", "unread");
        rig.sees("ACK", Duration.ofMillis(500));
        rig.bench.user().closeBothWays(rig.connection);
        assertThat(rig.sees("RST").seq()).isEqualTo(rig.rcvNxt);
        rig.is(State.CLOSED);
    }

    @Test
    void textAfterCloseBothWaysIsReset() {
        Rig rig = Rig.of(0).established();
        rig.bench.user().closeBothWays(rig.connection);
        rig.sees("FIN,ACK");
        rig.peer("ACK", "too late");
        assertThat(rig.sees("RST").seq()).isEqualTo(rig.rcvNxt);
        rig.is(State.CLOSED);
        rig.told();
    }

    @Test
    void endOfStreamComesAfterTheText() {
        Rig rig = Rig.of(0).established(OpenOptions.DEFAULT.notReading());
        rig.peer("FIN,ACK", "bye");
        rig.sees("ACK");
        rig.is(State.CLOSE_WAIT);
        rig.told();
        assertThat(rig.bench.user().receive(rig.connection, 10).text()).isEqualTo(Bytes.ascii("bye"));
        rig.told(SignalKind.CLOSING);
        assertThat(rig.bench.user().receive(rig.connection, 10).refusal()).contains(Refusal.CLOSING);
    }

    @ParameterizedTest
    @EnumSource(names = {"FIN_WAIT_1", "FIN_WAIT_2", "CLOSING", "LAST_ACK", "TIME_WAIT"})
    void secondCloseIsRefused(State state) {
        Rig rig = Rig.of(0).in(state);
        assertThat(rig.bench.user().close(rig.connection).refusal()).contains(Refusal.CLOSING);
        rig.seesNothing();
    }

    @ParameterizedTest
    @EnumSource(names = {"ESTABLISHED", "FIN_WAIT_1", "FIN_WAIT_2", "CLOSE_WAIT"})
    void abortResets(State state) {
        Rig rig = Rig.of(0).in(state);
        rig.bench.user().abort(rig.connection);
        assertThat(rig.sees("RST").seq()).isEqualTo(rig.rcvNxt);
        rig.is(State.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(names = {"SYN_SENT", "CLOSING", "LAST_ACK", "TIME_WAIT"})
    void abortIsSilent(State state) {
        Rig rig = Rig.of(0).in(state);
        rig.bench.user().abort(rig.connection);
        rig.seesNothing(Duration.ofMinutes(10));
        rig.is(State.CLOSED);
    }
}
