package org.tcpspec.steps.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;

/** The examples of RFC 6298, by hand; sequence numbers wrap within the first text. */
class RtoClockTest {

    private static final Segment EMPTY = Segment.between(
            new Endpoint(InetAddress.getLoopbackAddress(), 1), new Endpoint(InetAddress.getLoopbackAddress(), 2));
    private static final SequenceNumber ISS = SequenceNumber.of(-3);

    private final RtoClock clock = new RtoClock(Ixit.DEFAULT);
    private long now;

    private void text(int from, int octets) {
        clock.sent(
                EMPTY.withFlags(Flags.of(Flag.ACK)).withSeq(ISS.plus(from)).withText(Bytes.pattern(1, 0, octets)), now);
    }

    private void syn() {
        clock.sent(EMPTY.withFlags(Flags.of(Flag.SYN)).withSeq(ISS), now);
    }

    private void ack(int number) {
        clock.acknowledged(ISS.plus(number), now);
    }

    private void pass(long millis) {
        now += millis(millis);
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    /** The handshake takes that long. */
    private void open(long millis) {
        syn();
        pass(millis);
        ack(1);
    }

    @Test
    void beforeAnySampleItIsTheInitialOne() {
        syn();
        assertThat(clock.rto()).isEqualTo(millis(1000));
        assertThat(clock.due()).isEqualTo(millis(1000));
    }

    @Test
    void theFirstSampleCountsTwiceAsItsOwnVariation() {
        open(800);
        assertThat(clock.rto()).isEqualTo(millis(800 + 4 * 400));
    }

    @Test
    void aFurtherSampleMovesTheVariationFirst() {
        open(400);
        text(1, 10);
        pass(800);
        ack(11);
        assertThat(clock.rto()).isEqualTo(millis(450 + 4 * 250));
    }

    @Test
    void itIsNeverLessThanTheLeast() {
        open(1);
        assertThat(clock.rto()).isEqualTo(millis(1000));
    }

    @Test
    void eachExpiryDoublesItUpToAMinute() {
        open(1);
        text(1, 10);
        for (int i = 0; i < 7; i++) {
            now = clock.due();
            text(1, 10);
        }
        assertThat(clock.rto()).isEqualTo(millis(60_000));
    }

    @Test
    void whatWasSentTwiceIsNoSample() {
        open(1);
        text(1, 10);
        pass(1000);
        text(1, 10);
        pass(1);
        ack(11);
        assertThat(clock.rto()).isEqualTo(millis(2000));
        text(11, 10);
        pass(500);
        ack(21);
        assertThat(clock.rto()).as("what was sent once is").isLessThan(millis(2000));
    }

    @Test
    void anEarlyCopyIsNoExpiry() {
        open(1);
        text(1, 10);
        pass(500);
        text(1, 10);
        assertThat(clock.rto()).isEqualTo(millis(1000));
        assertThat(clock.due()).isEqualTo(millis(1001));
    }

    @Test
    void anAckOfSomethingNewStartsTheTimerOver() {
        open(1);
        text(1, 10);
        text(11, 10);
        pass(300);
        ack(1);
        assertThat(clock.due()).as("nothing new").isEqualTo(millis(1001));
        ack(11);
        assertThat(clock.due()).isEqualTo(millis(1301));
    }

    @Test
    void aLostSynMakesItThreeSeconds() {
        syn();
        pass(1000);
        syn();
        pass(10);
        ack(1);
        assertThat(clock.rto()).isEqualTo(millis(3000));
    }
}
