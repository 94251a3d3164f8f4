package org.tcpspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/** Sending: segmentation, windows, retransmission (RFC 9293 sections 3.7 and 3.8, RFC 6298). */
class SendingTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private static Outcome send(Rig rig, int octets) {
        return rig.bench.user().send(rig.connection, Bytes.pattern(7, 0, octets));
    }

    /** How many seconds have passed since {@code then}, to the nearest. */
    private static long seconds(Rig rig, long then) {
        return Math.round((rig.bench.clock().nanos() - then) / (double) SECOND.toNanos());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void textIsCutIntoFullSegmentsAndPushed(long seed) {
        Rig rig = Rig.of(seed).established();
        send(rig, 3000);
        List<Segment> seen = List.of(rig.sees("ACK"), rig.sees("ACK"), rig.sees("ACK"));
        assertThat(seen).extracting(s -> s.text().length()).containsExactly(1460, 1460, 80);
        assertThat(seen).extracting(s -> s.has(Flag.PSH)).containsExactly(false, false, true);
        Bytes joined =
                seen.get(0).text().plus(seen.get(1).text()).plus(seen.get(2).text());
        assertThat(joined).isEqualTo(Bytes.pattern(7, 0, 3000));
        rig.peer("ACK");
        rig.seesNothing(Duration.ofMinutes(5));
    }

    @Test
    void nagleHoldsSmallSegmentsBack() {
        Rig rig = Rig.of(0).established(OpenOptions.DEFAULT.withNagle());
        send(rig, 1);
        rig.sees("ACK");
        send(rig, 1);
        send(rig, 1);
        rig.seesNothing();
        rig.peer("ACK");
        assertThat(rig.sees("ACK").text().length()).isEqualTo(2);
        Rig without = Rig.of(0).established();
        send(without, 1);
        without.sees("ACK");
        send(without, 1);
        without.sees("ACK");
    }

    @Test
    void theWindowIsUnsignedAndBinds() {
        Rig rig = Rig.of(0).established();
        send(rig, 900_000);
        int octets = 0;
        for (int round = 0; round < 8; round++) {
            octets = 0;
            for (Optional<Segment> s = rig.next(Duration.ZERO); s.isPresent(); s = rig.next(Duration.ZERO)) {
                octets += s.get().text().length();
                rig.rcvNxt = s.get().end();
            }
            assertThat(octets).isLessThanOrEqualTo(65_535);
            for (int left = octets; left > 0; left -= 1460) {
                rig.inject(rig.segment("ACK").withAck(rig.rcvNxt.minus(Math.max(0, left - 1460))));
            }
        }
        assertThat(octets).isBetween(65_535 - 1460, 65_535);
    }

    @Test
    void fullSendBufferRefuses() {
        Rig rig = Rig.of(0).established();
        rig.inject(rig.segment("ACK").withWindow(0));
        assertThat(send(rig, 2_000_000).count()).isEqualTo(1 << 20);
        assertThat(send(rig, 1).refusal()).contains(Refusal.INSUFFICIENT_RESOURCES);
    }

    /** RFC 6298 section 5.5, and R2 of 3.8.3. */
    @Test
    void unacknowledgedTextIsRepeatedAtDoublingGapsUntilR2() {
        Rig rig = Rig.of(0).established();
        send(rig, 10);
        Segment first = rig.sees("ACK");
        long start = rig.bench.clock().nanos();
        long last = start;
        List<Long> gaps = new ArrayList<>();
        for (Optional<Segment> s = rig.next(Duration.ofMinutes(3));
                s.isPresent();
                s = rig.next(Duration.ofMinutes(3))) {
            assertThat(s.get()).isEqualTo(first);
            gaps.add(seconds(rig, last));
            last = rig.bench.clock().nanos();
        }
        assertThat(gaps).containsExactly(1L, 2L, 4L, 8L, 16L, 32L);
        rig.is(State.CLOSED);
        assertThat(rig.signals.get(1).nanos() - start)
                .isBetween(
                        Duration.ofSeconds(100).minusMillis(1).toNanos(),
                        Duration.ofSeconds(100).plusMillis(1).toNanos());
        rig.told(SignalKind.SOFT_ERROR, SignalKind.TIMED_OUT);
    }

    @Test
    void theUserChoosesR2() {
        Rig rig = Rig.of(0).established();
        rig.bench.user().userTimeout(rig.connection, 10_000);
        send(rig, 10);
        rig.sees("ACK");
        for (int i = 0; i < 3; i++) {
            rig.sees("ACK", Duration.ofSeconds(5));
        }
        rig.seesNothing(Duration.ofMillis(2_999));
        rig.is(State.ESTABLISHED);
        rig.seesNothing(Duration.ofMillis(2));
        rig.is(State.CLOSED);
        assertThat(rig.signals).last().satisfies(s -> assertThat(s.kind()).isEqualTo(SignalKind.TIMED_OUT));
    }

    @Test
    void theFrontIsRepeatedAndAnAckRestartsTheTimer() {
        Rig rig = Rig.of(0).established();
        send(rig, 1460);
        send(rig, 1460);
        send(rig, 1460);
        Segment first = rig.sees("ACK");
        Segment second = rig.sees("ACK");
        rig.sees("ACK");
        rig.seesNothing(Duration.ofMillis(600));
        rig.inject(rig.segment("ACK").withAck(first.end()));
        rig.seesNothing(Duration.ofMillis(999));
        Segment again = rig.sees("ACK", Duration.ofMillis(2));
        assertThat(again.text()).isEqualTo(second.text());
        assertThat(again.seq()).isEqualTo(second.seq());
    }

    /** RFC 6298 sections 2.2, 2.3 and 2.5. */
    @Test
    void rtoFollowsTheSamples() {
        RetransmissionTimer timer = new RetransmissionTimer(Profile.of(Rig.statement(Rig.RFC5961, Ixit.DEFAULT)));
        assertThat(timer.rto()).isEqualTo(SECOND.toNanos());
        timer.sample(Duration.ofMillis(800).toNanos(), 1);
        assertThat(timer.rto()).isEqualTo(Duration.ofMillis(800 + 4 * 400).toNanos());
        timer.sample(Duration.ofMillis(800).toNanos(), 1);
        assertThat(timer.rto()).isEqualTo(Duration.ofMillis(800 + 4 * 300).toNanos());
        timer.sample(Duration.ofMillis(400).toNanos(), 1);
        assertThat(timer.rto()).isEqualTo(Duration.ofMillis(750 + 4 * 325).toNanos());
        timer.backOff();
        assertThat(timer.rto()).isEqualTo(Duration.ofMillis(2 * (750 + 4 * 325)).toNanos());
        for (int i = 0; i < 10; i++) {
            timer.backOff();
        }
        assertThat(timer.rto()).isEqualTo(Duration.ofSeconds(60).toNanos());
    }

    @Test
    void whatWasSentTwiceGivesNoSample() {
        Rig rig = Rig.of(0).established();
        send(rig, 10);
        rig.sees("ACK");
        rig.sees("ACK", SECOND);
        rig.peer("ACK");
        send(rig, 10);
        rig.sees("ACK");
        rig.seesNothing(Duration.ofMillis(1_999));
        rig.sees("ACK", Duration.ofMillis(2));
    }

    /** RFC 6298 section 5.7. */
    @Test
    void afterASynTimeoutDataBeginsWithThreeSeconds() {
        Rig rig = Rig.of(0).synSent();
        rig.sees("SYN", SECOND);
        rig.peer("SYN,ACK");
        rig.sees("ACK");
        send(rig, 10);
        rig.sees("ACK");
        rig.seesNothing(Duration.ofMillis(2_999));
        rig.sees("ACK", Duration.ofMillis(2));
    }

    @Test
    void aPartlyAcknowledgedSegmentIsTrimmed() {
        Rig rig = Rig.of(0).established();
        send(rig, 100);
        Segment whole = rig.sees("ACK");
        rig.inject(rig.segment("ACK").withAck(whole.seq().plus(40)));
        Segment rest = rig.sees("ACK", SECOND);
        assertThat(rest.seq()).isEqualTo(whole.seq().plus(40));
        assertThat(rest.text()).isEqualTo(whole.text().from(40));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void aClosedWindowIsProbedForEver(long seed) {
        Rig rig = Rig.of(seed).established();
        rig.inject(rig.segment("ACK").withWindow(0));
        send(rig, 2000);
        rig.seesNothing();
        List<Long> gaps = new ArrayList<>();
        long last = rig.bench.clock().nanos();
        for (int i = 0; i < 12; i++) {
            Segment probe = rig.next(Duration.ofMinutes(2)).orElseThrow();
            assertThat(probe.text()).isEqualTo(Bytes.pattern(7, 0, 1));
            gaps.add(seconds(rig, last));
            last = rig.bench.clock().nanos();
            rig.inject(rig.segment("ACK").withWindow(0));
        }
        assertThat(gaps).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L, 60L, 60L, 60L);
        rig.is(State.ESTABLISHED);
        rig.inject(rig.segment("ACK"));
        Segment rest = rig.sees("ACK");
        assertThat(rest.text()).isEqualTo(Bytes.pattern(7, 0, 1460));
        assertThat(rig.sees("ACK").text()).isEqualTo(Bytes.pattern(7, 1460, 540));
        rig.peer("ACK");
        rig.seesNothing(Duration.ofMinutes(5));
    }

    @Test
    void probesThatAreTakenBackOffToo() {
        Rig rig = Rig.of(0).established();
        rig.inject(rig.segment("ACK").withWindow(0));
        send(rig, 10);
        long last = rig.bench.clock().nanos();
        List<Long> gaps = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Segment probe = rig.sees("ACK", Duration.ofMinutes(1));
            assertThat(probe.text()).isEqualTo(Bytes.pattern(7, i, 1));
            gaps.add(seconds(rig, last));
            last = rig.bench.clock().nanos();
            rig.inject(rig.segment("ACK").withWindow(0));
        }
        assertThat(gaps).containsExactly(1L, 2L, 4L, 8L);
    }

    @Test
    void aSilentPeerWithAClosedWindowIsGivenUp() {
        Rig rig = Rig.of(0).established();
        rig.inject(rig.segment("ACK").withWindow(0));
        send(rig, 10);
        while (rig.next(Duration.ofMinutes(2)).isPresent()) {
            assertThat(rig.bench.clock().nanos()).isPositive();
        }
        rig.is(State.CLOSED);
    }

    @Test
    void aFinIntoAClosedWindowWaitsAndProbes() {
        Rig rig = Rig.of(0).established();
        rig.inject(rig.segment("ACK").withWindow(0));
        rig.bench.user().close(rig.connection);
        rig.is(State.FIN_WAIT_1);
        rig.seesNothing();
        rig.sees("FIN,ACK", SECOND);
        rig.inject(rig.segment("ACK").withAck(rig.rcvNxt.minus(1)));
        rig.sees("FIN,ACK");
        rig.peer("ACK");
        rig.is(State.FIN_WAIT_2);
    }

    @Test
    void aShrunkenWindowIsRespected() {
        Rig rig = Rig.of(0).established();
        send(rig, 5000);
        for (int i = 0; i < 4; i++) {
            rig.sees("ACK");
        }
        rig.inject(rig.segment("ACK").withAck(rig.rcvNxt.minus(5000)).withWindow(100));
        send(rig, 100);
        Segment again = rig.sees("ACK", SECOND);
        assertThat(again.text()).isEqualTo(Bytes.pattern(7, 0, 100));
        rig.peer("ACK");
        assertThat(rig.sees("ACK").text().length()).isEqualTo(100);
    }

    @Test
    void sillySegmentsAreWithheldUntilTheOverride() {
        Rig rig = Rig.of(0).established();
        rig.inject(rig.segment("ACK").withWindow(10));
        send(rig, 2000);
        rig.seesNothing(Duration.ofMillis(499));
        assertThat(rig.sees("ACK", Duration.ofMillis(501)).text().length()).isEqualTo(10);
    }
}
