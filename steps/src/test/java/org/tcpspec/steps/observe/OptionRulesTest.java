package org.tcpspec.steps.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.wire.State;
import org.tcpspec.spi.wire.TcpOption;
import org.tcpspec.spi.wire.TcpOption.Timestamps;
import org.tcpspec.spi.wire.TcpOption.WindowScale;

/** Each rule accuses its bug, and not the nearest right behaviour. The peer's timestamps wrap within the first few. */
class OptionRulesTest {

    private static final long PEER = 0xffff_fffeL;

    private final Talk talk = new Talk();

    /** A handshake with timestamps on both sides: the IUT's clock shows 10, the peer's {@link #PEER}. */
    private Talk withTimestamps() {
        talk.peerOptions(ts(PEER, 0)).iutOptions(ts(10, PEER));
        return talk.established();
    }

    private static TcpOption ts(long value, long echo) {
        return new Timestamps(value, echo);
    }

    private void accused(String requirement) {
        assertThat(talk.violation()).map(Violation::requirement).contains(requirement);
    }

    private void fine() {
        assertThat(talk.violation()).isEmpty();
    }

    private void peer(long value, String flags, long seq, int octets) {
        talk.peerOptions(ts(value, 10)).peer(flags, seq, 1, octets);
    }

    private void iut(long value, long echo, long ack) {
        talk.iutOptions(ts(value, echo)).iut("ACK", 1, ack, 0);
    }

    @Test
    void theEchoOfTheTextThatIsAcknowledged() {
        withTimestamps();
        fine();
        peer(PEER + 3, "ACK", 1, 10);
        iut(11, PEER + 3, 11);
        fine();
    }

    @Test
    void anEchoOlderThanTheTextThatIsAcknowledged() {
        withTimestamps();
        peer(PEER + 3, "ACK", 1, 10);
        iut(11, PEER, 11);
        accused("RFC7323-4.3-TSRECENT-RULE3");
    }

    @Test
    void anEchoOfWhatNobodySent() {
        withTimestamps();
        peer(PEER + 3, "ACK", 1, 10);
        iut(11, PEER + 2, 11);
        accused("RFC7323-4.3-TSRECENT-RULE3");
    }

    @Test
    void aSegmentThatCrossedThePeersEchoesTheOneBefore() {
        withTimestamps();
        peer(PEER + 3, "ACK", 1, 10);
        iut(11, PEER, 1);
        fine();
        iut(11, PEER + 3, 11);
        fine();
    }

    @Test
    void aPureAckNeedNotHaveBeenSeenYet() {
        withTimestamps();
        peer(PEER + 3, "ACK", 1, 0);
        iut(11, PEER, 1);
        fine();
    }

    @Test
    void anEchoNeverGoesBack() {
        withTimestamps();
        peer(PEER + 3, "ACK", 1, 0);
        iut(11, PEER + 3, 1);
        fine();
        iut(11, PEER, 1);
        accused("RFC7323-4.3-TSRECENT-RULE3");
    }

    @Test
    void textBeyondAGapIsNotEchoed() {
        withTimestamps();
        peer(PEER + 3, "ACK", 11, 10);
        iut(11, PEER + 3, 1);
        accused("RFC7323-4.3-TSRECENT-RULE3");
    }

    @Test
    void aDelayedAckEchoesTheFirstAndOneThatHadJustLeftTheSecond() {
        withTimestamps();
        peer(PEER + 3, "ACK", 1, 10);
        peer(PEER + 4, "ACK", 11, 10);
        iut(11, PEER + 3, 21);
        fine();
        iut(11, PEER + 4, 21);
        fine();
    }

    /** Rule 2 of 4.3 takes it before the number is looked at, R2 of 5.3 rejects the segment first. */
    @Test
    void theTimestampOfWhatIsNotAcceptableMayBeTakenOrNot() {
        withTimestamps();
        peer(PEER + 3, "ACK", 1, 10);
        iut(11, PEER + 3, 11);
        peer(PEER + 5, "ACK", 1, 10);
        iut(12, PEER + 3, 11);
        iut(12, PEER + 5, 11);
        fine();
        iut(12, PEER + 3, 11);
        accused("RFC7323-4.3-TSRECENT-RULE3");
    }

    @Test
    void whatCameWithoutATimestampMayHaveBeenTaken() {
        withTimestamps();
        talk.peer("ACK", 1, 1, 10);
        peer(PEER + 3, "ACK", 1, 10);
        iut(11, PEER, 11);
        iut(12, PEER + 3, 11);
        fine();
        peer(PEER + 4, "ACK", 11, 10);
        iut(13, PEER + 3, 21);
        accused("RFC7323-4.3-TSRECENT-RULE3");
    }

    @Test
    void whatPawsRefusesIsNotEchoed() {
        withTimestamps();
        peer(PEER - 1, "ACK", 1, 10);
        iut(11, PEER - 1, 1);
        accused("RFC7323-4.3-TSRECENT-RULE3");
    }

    @Test
    void aRstIsNotEchoed() {
        withTimestamps();
        peer(PEER + 9, "RST", 2, 0);
        iut(11, PEER + 9, 1);
        accused("RFC7323-4.3-TSRECENT-RULE3");
    }

    @Test
    void theClockOfTheIutStandsOrGoesOn() {
        withTimestamps();
        iut(10, PEER, 1);
        fine();
        iut(9, PEER, 1);
        accused("RFC7323-5.4-CLOCK-MONO");
    }

    @Test
    void afterTwentyFourDaysTheClockMaySeemToHaveGoneBack() {
        withTimestamps();
        talk.pass(Duration.ofDays(25));
        iut(10 + Duration.ofDays(25).toMillis(), PEER, 1);
        fine();
    }

    @Test
    void timestampsOnceAgreedOnAreOnEverySegmentButARst() {
        withTimestamps();
        talk.iutOptions().iut("RST", 1, 0, 0);
        fine();
        talk.iut("ACK", 1, 1, 0);
        accused("RFC7323-3.2-TS-ALWAYS");
    }

    @Test
    void timestampsThatOnlyThePeerOfferedAreNotUsed() {
        talk.peerOptions(ts(PEER, 0)).established();
        talk.iut("ACK", 1, 1, 0);
        fine();
        talk.iutOptions(ts(10, PEER)).iut("ACK", 1, 1, 0);
        accused("RFC7323-3.2-TS-UNNEGOTIATED");
    }

    @Test
    void timestampsOnASynAckMustHaveBeenOffered() {
        talk.peer("SYN", 0, 0, 0);
        talk.iutOptions(ts(10, 0)).iut("SYN,ACK", 0, 1, 0);
        accused("RFC7323-3.2-TS-SYNACK");
    }

    @Test
    void whereTwoSynsCrossTheOptionOfOneIsEnough() {
        talk.shadow().listenerClosed();
        talk.shadow().activeOpen();
        talk.iutOptions(ts(10, 0)).iut("SYN", 0, 0, 0);
        talk.peer("SYN", 0, 0, 0);
        talk.iut("SYN,ACK", 0, 1, 0);
        fine();
    }

    @Test
    void aSynWithoutAckEchoesNothing() {
        talk.shadow().activeOpen();
        talk.iutOptions(ts(10, 7)).iut("SYN", 0, 0, 0);
        accused("RFC7323-3.2-TS-TSECR-ZERO");
    }

    @Test
    void theShiftIsFourteenAtMostAndOffered() {
        talk.peerOptions(new WindowScale(0)).peer("SYN", 0, 0, 0);
        talk.iutOptions(new WindowScale(14)).iut("SYN,ACK", 0, 1, 0);
        fine();
        talk.iutOptions(new WindowScale(15)).iut("SYN,ACK", 0, 1, 0);
        accused("RFC7323-2.3-WS-MAX14");
    }

    @Test
    void whereTwoSynsCrossTheShiftOfOneIsEnough() {
        talk.shadow().listenerClosed();
        talk.shadow().activeOpen();
        talk.iutOptions(new WindowScale(7)).iut("SYN", 0, 0, 0);
        talk.peer("SYN", 0, 0, 0);
        talk.iut("SYN,ACK", 0, 1, 0);
        fine();
    }

    @Test
    void aShiftThatWasNotOffered() {
        talk.peer("SYN", 0, 0, 0);
        talk.iutOptions(new WindowScale(0)).iut("SYN,ACK", 0, 1, 0);
        accused("RFC7323-2.2-WS-SYNACK");
    }

    @Test
    void roundingMayTakeLessThanOneUnitOfTheWindow() {
        talk.peerOptions(new WindowScale(0)).peer("SYN", 0, 0, 0);
        talk.iutOptions(new WindowScale(4)).iut("SYN,ACK", 0, 1, 0, 1015);
        talk.peerOptions().peer("ACK", 1, 1, 0);
        talk.iutOptions().iut("ACK", 1, 1, 0, 63);
        fine();
        talk.iut("ACK", 1, 1, 0, 62);
        accused("SHLD-14");
    }

    @Test
    void aScaleThatOnlyTheIutOfferedIsLeftToAScenario() {
        talk.shadow().activeOpen();
        talk.iutOptions(new WindowScale(4)).iut("SYN", 0, 0, 0);
        talk.iutOptions().peer("SYN", 0, 0, 0).iut("SYN,ACK", 0, 1, 0, 1000);
        talk.iut("ACK", 1, 1, 0, 63);
        fine();
        talk.iut("ACK", 1, 1, 0, 30);
        accused("SHLD-14");
    }

    @Test
    void anUnscaledWindowShrinksByNothing() {
        talk.established();
        talk.iut("ACK", 1, 1, 0, 1000);
        fine();
        talk.peer("FIN,ACK", 1, 1, 0);
        talk.iut("ACK", 1, 2, 0, 999);
        fine();
        talk.iut("ACK", 1, 2, 0, 998);
        accused("SHLD-14");
    }

    /** The SYN,ACK itself is what a scenario judges: its TSecr is that of the SYN which should have been dropped. */
    @Test
    void theTimestampOfASynAckInTimeWaitIsNotMeasuredByTheOldConnection() {
        withTimestamps();
        talk.shadow().inState(State.TIME_WAIT);
        talk.iutOptions(ts(3000, 77)).iut("SYN,ACK", 500_000, 1, 0);
        fine();
    }
}
