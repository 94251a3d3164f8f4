package org.tcpspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** Receiving: the window test, reassembly, windows and delayed ACKs (RFC 9293 sections 3.4, 3.8.6 and 3.10.7.4). */
class ReceivingTest {

    private static final Duration MOST_DELAYED = Duration.ofMillis(499);

    @Test
    void everySecondSegmentIsAcknowledgedAtOnceAndOthersWithinHalfASecond() {
        Rig rig = Rig.of(0).established();
        rig.peer("ACK", "one");
        rig.seesNothing();
        rig.peer("ACK", "two");
        rig.sees("ACK");
        rig.peer("ACK", "three");
        rig.seesNothing();
        long before = rig.bench.clock().nanos();
        rig.sees("ACK", MOST_DELAYED);
        assertThat(rig.bench.clock().nanos()).isGreaterThan(before);
        rig.seesNothing(Duration.ofMinutes(1));
        assertThat(rig.text()).isEqualTo("onetwothree");
    }

    @Test
    void anAnswerCarriesTheAck() {
        Rig rig = Rig.of(0).established();
        rig.peer("ACK", "ping");
        rig.bench.user().send(rig.connection, Bytes.ascii("pong"));
        assertThat(rig.sees("ACK").text()).isEqualTo(Bytes.ascii("pong"));
        rig.peer("ACK");
        rig.seesNothing(Duration.ofMinutes(1));
    }

    @Test
    void segmentsOutsideTheWindowAreAnswered() {
        Rig rig = Rig.of(0).established();
        for (int distance : new int[] {-1, 65_535, 70_000}) {
            rig.inject(rig.segment("ACK").withSeq(rig.sndNxt.plus(distance)));
            assertThat(rig.sees("ACK").seq()).isEqualTo(rig.rcvNxt);
        }
        rig.inject(rig.segment("ACK").withSeq(rig.sndNxt.plus(65_534)));
        rig.seesNothing(Duration.ofSeconds(1));
    }

    @Test
    void onlyTheNewPartOfAnOverlapIsTaken() {
        Rig rig = Rig.of(0).established();
        rig.peer("ACK", "abc");
        rig.inject(rig.segment("ACK").withSeq(rig.sndNxt.minus(2)).withText(Bytes.ascii("bcd")));
        rig.sndNxt = rig.sndNxt.plus(1);
        rig.sees("ACK");
        assertThat(rig.text()).isEqualTo("abcd");
    }

    @Test
    void earlyTextDrawsAnAckAndIsKept() {
        Rig rig = Rig.of(0).established();
        Segment first = rig.segment("ACK").withText(Bytes.ascii("abc"));
        for (int i = 1; i < 4; i++) {
            rig.inject(first.withSeq(first.seq().plus(3 * i)).withText(Bytes.ascii("de" + i)));
            rig.sees("ACK");
        }
        rig.inject(first);
        rig.sndNxt = first.seq().plus(12);
        rig.sees("ACK");
        rig.seesNothing(Duration.ofSeconds(1));
        assertThat(rig.text()).isEqualTo("abcde1de2de3");
    }

    @Test
    void aFullBufferClosesTheWindowAndReadingOpensItInSteps() {
        Rig rig = Rig.of(0).established(OpenOptions.DEFAULT.notReading());
        SequenceNumber edge = rig.sndNxt.plus(65_535);
        for (int sent = 0; sent < 65_535; sent += 1285) {
            rig.peer(rig.segment("ACK").withText(Bytes.pattern(3, sent, 1285)));
            rig.next(MOST_DELAYED)
                    .ifPresent(s -> assertThat(s.ack().plus(s.window())).isEqualTo(edge));
        }
        rig.inject(rig.segment("ACK").withText(Bytes.ascii("x")));
        assertThat(rig.sees("ACK").window()).isZero();
        rig.seesNothing(Duration.ofMinutes(1));
        for (int i = 0; i < 1459; i++) {
            assertThat(rig.bench.user().receive(rig.connection, 1).text().length())
                    .isEqualTo(1);
        }
        rig.seesNothing();
        rig.bench.user().receive(rig.connection, 1);
        assertThat(rig.sees("ACK").window()).isEqualTo(1460);
        Bytes rest = rig.bench.user().receive(rig.connection, 100_000).text();
        assertThat(rest).isEqualTo(Bytes.pattern(3, 1460, 65_535 - 1460));
        assertThat(rig.sees("ACK").window()).isEqualTo(65_535);
    }

    @Test
    void aClosedWindowStillTakesAckAndReset() {
        Rig rig = Rig.of(0).established(OpenOptions.DEFAULT.notReading());
        rig.bench.user().send(rig.connection, Bytes.ascii("abc"));
        rig.sees("ACK");
        SequenceNumber unacknowledged = rig.rcvNxt.minus(3);
        for (int sent = 0; sent < 65_535; sent += 1285) {
            rig.peer(rig.segment("ACK").withAck(unacknowledged).withText(Bytes.pattern(3, sent, 1285)));
            rig.next(Duration.ZERO);
        }
        rig.inject(rig.segment("ACK").withText(Bytes.ascii("x")));
        assertThat(rig.sees("ACK").window()).isZero();
        rig.seesNothing(Duration.ofMinutes(5));
        rig.inject(rig.segment("RST"));
        rig.is(State.CLOSED);
    }

    @Test
    void readingStartsLater() {
        Rig rig = Rig.of(0).established(OpenOptions.DEFAULT.notReading());
        rig.peer("FIN,ACK", "abc");
        rig.sees("ACK");
        rig.told();
        rig.bench.user().startReading(rig.connection);
        rig.told(SignalKind.DATA, SignalKind.CLOSING);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anyOrderOfOverlappingPiecesGivesTheText(long seed) {
        Random random = new Random(seed);
        SequenceNumber start = new SequenceNumber(-50);
        Bytes text = Bytes.pattern(seed, 0, 200);
        List<int[]> pieces = new ArrayList<>();
        for (int at = 0; at < 200; at += 10) {
            pieces.add(new int[] {Math.max(0, at - random.nextInt(30)), Math.min(200, at + 10 + random.nextInt(30))});
        }
        Collections.shuffle(pieces, random);
        Reassembly reassembly = new Reassembly();
        for (int[] piece : pieces) {
            reassembly.hold(start.plus(piece[0]), text.slice(piece[0], piece[1]));
        }
        reassembly.holdFin(start.plus(200));
        assertThat(reassembly.take(start)).isEqualTo(text);
        assertThat(reassembly.takeFin(start.plus(199))).isFalse();
        assertThat(reassembly.takeFin(start.plus(200))).isTrue();
        assertThat(reassembly.isEmpty()).isTrue();
    }
}
