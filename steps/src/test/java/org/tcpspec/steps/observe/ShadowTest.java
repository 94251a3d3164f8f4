package org.tcpspec.steps.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.State;

class ShadowTest {

    private final Talk talk = new Talk().established();

    private void is(State state, long rcvNxt) {
        assertThat(talk.shadow().state()).isEqualTo(state);
        assertThat(talk.shadow().rcvNxt()).isEqualTo(Talk.IRS.plus(rcvNxt));
    }

    @Test
    void textBeyondAGapWaitsForIt() {
        talk.peer("ACK", 11, 1, 10);
        is(State.ESTABLISHED, 1);
        talk.peer("ACK", 1, 1, 10);
        is(State.ESTABLISHED, 21);
    }

    @Test
    void aFinBeyondAGapWaitsForIt() {
        talk.peer("FIN,ACK", 11, 1, 0);
        is(State.ESTABLISHED, 1);
        talk.peer("ACK", 1, 1, 10);
        is(State.CLOSE_WAIT, 12);
    }

    @Test
    void textAfterTheFinIsIgnored() {
        talk.peer("FIN,ACK", 1, 1, 0).peer("ACK", 2, 1, 10);
        is(State.CLOSE_WAIT, 2);
    }

    @Test
    void textBeyondTheWindowIsNotTaken() {
        talk.peer("ACK", 1, 1, 1500);
        is(State.ESTABLISHED, 1001);
    }

    @Test
    void textBeyondTheWindowIsTakenAsFarAsTheIutAcknowledgesIt() {
        talk.peer("ACK", 1, 1, 1500).iut("ACK", 1, 1201, 0);
        is(State.ESTABLISHED, 1201);
        talk.iut("ACK", 1, 1501, 0);
        is(State.ESTABLISHED, 1501);
        talk.iut("ACK", 1, 1502, 0);
        is(State.ESTABLISHED, 1501);
    }

    @Test
    void aFinBeyondTheWindowIsTakenIfTheIutAcknowledgesIt() {
        talk.peer("FIN,ACK", 1, 1, 1500).iut("ACK", 1, 1501, 0);
        is(State.ESTABLISHED, 1501);
        talk.iut("ACK", 1, 1502, 0);
        is(State.CLOSE_WAIT, 1502);
    }

    @Test
    void textThatBeginsBeyondTheWindowIsNotTaken() {
        talk.peer("ACK", 1001, 1, 10).peer("ACK", 1, 1, 1000).iut("ACK", 1, 1011, 0);
        is(State.ESTABLISHED, 1001);
    }

    @Test
    void anAckOfWhatWasNeverSentTakesItsTextAlong() {
        talk.peer("ACK", 1, 2, 10);
        is(State.ESTABLISHED, 1);
    }

    @Test
    void aFinThatSaysNothingOfOursLeadsToClosing() {
        talk.iut("FIN,ACK", 1, 1, 0);
        talk.peer("FIN,ACK", 1, 1, 0);
        is(State.CLOSING, 2);
        talk.peer("ACK", 2, 2, 0);
        is(State.TIME_WAIT, 2);
    }

    @Test
    void aFinThatAcknowledgesOursLeadsToTimeWait() {
        talk.iut("FIN,ACK", 1, 1, 0);
        talk.peer("FIN,ACK", 1, 2, 0);
        is(State.TIME_WAIT, 2);
    }

    @Test
    void lastAckEndsWithItsAck() {
        talk.peer("FIN,ACK", 1, 1, 0);
        talk.iut("FIN,ACK", 1, 2, 0);
        assertThat(talk.shadow().state()).isEqualTo(State.LAST_ACK);
        talk.peer("ACK", 2, 2, 0);
        assertThat(talk.shadow().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void anExactResetEndsTheConnectionAndAnyOtherDoesNot() {
        talk.peer("RST", 2, 0, 0);
        is(State.ESTABLISHED, 1);
        talk.peer("RST", 1, 0, 0);
        assertThat(talk.shadow().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void withoutRfc5961AnyResetInTheWindowCounts() {
        Talk old = new Talk(Map.of("rfc5961-rst", Support.DENIED)).established();
        old.peer("RST", 1001, 0, 0);
        assertThat(old.shadow().state()).isEqualTo(State.ESTABLISHED);
        old.peer("RST", 1000, 0, 0);
        assertThat(old.shadow().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aResetOfAPassiveOpenReturnsToListen() {
        Talk half = new Talk();
        half.peer("SYN", 0, 0, 0);
        half.iut("SYN,ACK", 0, 1, 0);
        half.peer("RST", 1, 0, 0);
        assertThat(half.shadow().state()).isEqualTo(State.LISTEN);
    }
}
