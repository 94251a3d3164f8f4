package org.tcpspec.steps.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tcpspec.steps.observe.Explanation.KEEP_ALIVE;
import static org.tcpspec.steps.observe.Explanation.NEW_ACKNOWLEDGMENT;
import static org.tcpspec.steps.observe.Explanation.RETRANSMISSION;
import static org.tcpspec.steps.observe.Explanation.WINDOW_UPDATE;
import static org.tcpspec.steps.observe.Explanation.ZERO_WINDOW_PROBE;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each rule excuses what it says, and not its nearest bug. */
class ExplainerTest {

    private static final Duration RTO = Duration.ofSeconds(1);

    private Talk talk = new Talk().established();

    @Test
    void aRetransmissionAfterTheLeastRtoNeedsNoAskingFor() {
        assertThat(talk.iut("FIN,ACK", 1, 1, 0)).isEmpty();
        talk.pass(RTO);
        assertThat(talk.iut("FIN,ACK", 1, 1, 0)).contains(RETRANSMISSION);
    }

    @Test
    void aRetransmissionThatComesTooEarlyIsNotExcused() {
        talk.iut("FIN,ACK", 1, 1, 0);
        talk.pass(RTO.dividedBy(2));
        assertThat(talk.iut("FIN,ACK", 1, 1, 0)).isEmpty();
    }

    @Test
    void aCoarseClockExcusesATickButNoAnswerAtOnce() {
        talk = Talk.ticking(RTO).established();
        talk.iut("ACK", 1, 1, 10);
        talk.pass(RTO.dividedBy(3));
        assertThat(talk.iut("ACK", 1, 1, 10)).isEmpty();
        talk.pass(RTO.dividedBy(2));
        assertThat(talk.iut("ACK", 1, 1, 10)).contains(RETRANSMISSION);
    }

    @Test
    void aRetransmissionThatTakesTheFinAlongIsMeasuredFromItsOldestOctet() {
        talk.iut("ACK", 1, 1, 10);
        talk.pass(RTO.dividedBy(2));
        talk.iut("FIN,ACK", 11, 1, 0);
        talk.pass(RTO.dividedBy(2));
        assertThat(talk.iut("FIN,ACK", 1, 1, 10)).contains(RETRANSMISSION);
    }

    @Test
    void aRetransmissionOfWhatIsAcknowledgedIsNotExcused() {
        talk.iut("FIN,ACK", 1, 1, 0);
        talk.peer("ACK", 1, 2, 0).pass(RTO.multipliedBy(2));
        assertThat(talk.iut("FIN,ACK", 1, 1, 0)).isEmpty();
    }

    @Test
    void aSecondFinAtAnotherPlaceIsNotExcused() {
        talk.iut("ACK", 1, 1, 10);
        talk.iut("FIN,ACK", 11, 1, 0);
        talk.pass(RTO);
        assertThat(talk.iut("FIN,ACK", 5, 1, 0)).isEmpty();
        assertThat(talk.iut("FIN,ACK", 12, 1, 0)).isEmpty();
    }

    @Test
    void newTextIsNotExcused() {
        assertThat(talk.iut("ACK", 1, 1, 10)).isEmpty();
        talk.pass(RTO);
        assertThat(talk.iut("ACK", 1, 1, 11)).isEmpty();
    }

    @Test
    void anAckOfWhatWasNotAcknowledgedNeedsNoAskingFor() {
        talk.peer("ACK", 1, 1, 10);
        assertThat(talk.iut("ACK", 1, 11, 0)).contains(NEW_ACKNOWLEDGMENT);
    }

    @Test
    void aDuplicateAckIsNotExcused() {
        talk.peer("ACK", 1, 1, 10);
        talk.iut("ACK", 1, 11, 0);
        assertThat(talk.iut("ACK", 1, 11, 0)).isEmpty();
    }

    @Test
    void anAckOfWhatAnIutMayNotTakeIsNotExcused() {
        talk.peer("PSH", 1, 0, 10);
        assertThat(talk.iut("ACK", 1, 11, 0)).as("text without ACK").isEmpty();
        talk.peer("ACK", 5, 1, 10);
        assertThat(talk.iut("ACK", 1, 15, 0)).as("text beyond a gap").isEmpty();
    }

    @Test
    void anAckWithTheWrongSeqIsNotExcused() {
        talk.peer("ACK", 1, 1, 10);
        assertThat(talk.iut("ACK", 0, 11, 0)).isEmpty();
    }

    @Test
    void aWindowUpdateNeedsARead() {
        talk.peer("ACK", 1, 1, 10);
        talk.iut("ACK", 1, 11, 0, 990);
        assertThat(talk.iut("ACK", 1, 11, 0, 1000)).as("nobody read").isEmpty();
        talk.conversation().userHasRead();
        assertThat(talk.iut("ACK", 1, 11, 0, 1010)).contains(WINDOW_UPDATE);
        assertThat(talk.iut("ACK", 1, 11, 0, 1010)).as("the edge stays").isEmpty();
        assertThat(talk.iut("ACK", 1, 11, 0, 900)).as("the edge goes back").isEmpty();
    }

    @Test
    void aWindowUpdateMayComeBeforeTheReadIsSeen() {
        talk.conversation().explainer().userReadsUnseen();
        talk.peer("ACK", 1, 1, 10);
        talk.iut("ACK", 1, 11, 0, 990);
        assertThat(talk.iut("ACK", 1, 11, 0, 1000)).contains(WINDOW_UPDATE);
        assertThat(talk.iut("ACK", 1, 11, 0, 1000)).as("the edge stays").isEmpty();
        assertThat(talk.iut("ACK", 0, 11, 0, 1100)).as("the wrong SEQ").isEmpty();
    }

    @Test
    void oneReadMayOpenTheWindowInSeveralSteps() {
        talk.peer("ACK", 1, 1, 10);
        talk.iut("ACK", 1, 11, 0, 990);
        talk.conversation().userHasRead();
        assertThat(talk.iut("ACK", 1, 11, 0, 1000)).contains(WINDOW_UPDATE);
        assertThat(talk.iut("ACK", 1, 11, 0, 2000)).contains(WINDOW_UPDATE);
    }

    @Test
    void aFinThatCameAfterTheReadNeedsNoReadOfItsOwn() {
        talk.peer("ACK", 1, 1, 10);
        talk.iut("ACK", 1, 11, 0, 990);
        talk.conversation().userHasRead();
        talk.peer("FIN,ACK", 11, 1, 0);
        assertThat(talk.iut("ACK", 1, 12, 0, 990)).contains(NEW_ACKNOWLEDGMENT);
        assertThat(talk.iut("ACK", 1, 12, 0, 1000)).contains(WINDOW_UPDATE);
    }

    @Test
    void textThatCameAfterTheReadNeedsAReadOfItsOwn() {
        talk.peer("ACK", 1, 1, 10);
        talk.iut("ACK", 1, 11, 0, 990);
        talk.conversation().userHasRead();
        assertThat(talk.iut("ACK", 1, 11, 0, 1000)).contains(WINDOW_UPDATE);
        talk.peer("ACK", 11, 1, 10);
        assertThat(talk.iut("ACK", 1, 21, 0, 990)).contains(NEW_ACKNOWLEDGMENT);
        assertThat(talk.iut("ACK", 1, 21, 0, 1000)).as("nobody read it").isEmpty();
    }

    @Test
    void aClosedWindowIsProbed() {
        closeWindow();
        talk.pass(RTO);
        assertThat(talk.iut("ACK", 1, 1, 1)).contains(ZERO_WINDOW_PROBE);
        assertThat(talk.iut("ACK", 0, 1, 0)).contains(ZERO_WINDOW_PROBE);
    }

    @Test
    void textIntoAClosedWindowIsNoProbe() {
        closeWindow();
        talk.pass(RTO);
        assertThat(talk.iut("ACK", 1, 1, 100)).isEmpty();
    }

    @Test
    void aFinProbesAClosedWindowOnceTheUserHasCalledClose() {
        closeWindow();
        assertThat(talk.iut("FIN,ACK", 1, 1, 0)).as("nobody called CLOSE").isEmpty();
        talk = new Talk().established();
        closeWindow();
        talk.shadow().close();
        assertThat(talk.iut("FIN,ACK", 1, 1, 0)).contains(ZERO_WINDOW_PROBE);
    }

    @Test
    void aFloodOfProbesIsNotExcused() {
        closeWindow();
        talk.pass(RTO);
        assertThat(talk.iut("ACK", 0, 1, 0)).contains(ZERO_WINDOW_PROBE);
        talk.pass(RTO.dividedBy(2));
        assertThat(talk.iut("ACK", 0, 1, 0)).isEmpty();
        talk.pass(RTO.dividedBy(2));
        assertThat(talk.iut("ACK", 0, 1, 0)).contains(ZERO_WINDOW_PROBE);
    }

    @Test
    void aKeepAliveNeedsNoAskingForOnceTheIntervalIsOver() {
        talk.pass(RTO);
        assertThat(talk.iut("ACK", 0, 1, 0)).as("switched off").isEmpty();
        talk.conversation().explainer().keepAlive(Optional.of(RTO.multipliedBy(2)));
        talk.pass(RTO.dividedBy(2));
        assertThat(talk.iut("ACK", 0, 1, 0)).as("too early").isEmpty();
        talk.pass(RTO);
        assertThat(talk.iut("ACK", 0, 1, 0)).contains(KEEP_ALIVE);
        assertThat(talk.iut("ACK", 0, 1, 1)).as("an octet of garbage").contains(KEEP_ALIVE);
        assertThat(talk.iut("ACK", 1, 1, 0)).as("at SND.NXT nobody answers it").isEmpty();
        assertThat(talk.iut("ACK", 0, 0, 0)).as("an old ACK").isEmpty();
    }

    @Test
    void aKeepAliveIsNotExcusedWhileSomethingIsOutstanding() {
        talk.conversation().explainer().keepAlive(Optional.of(RTO));
        talk.iut("ACK", 1, 1, 10);
        talk.pass(RTO.dividedBy(2));
        assertThat(talk.iut("ACK", 10, 1, 0)).isEmpty();
    }

    @Test
    void anOpenWindowIsNotProbed() {
        talk.pass(RTO);
        assertThat(talk.iut("ACK", 0, 1, 0)).isEmpty();
    }

    private void closeWindow() {
        talk.peerWindow(0).peer("ACK", 1, 1, 0);
    }
}
