package org.tcpspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.TcpOption;

/** RFC 5681: slow start, congestion avoidance, fast retransmit, fast recovery. */
class CongestionTest {

    private static final int MSS = Rig.MSS;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static void send(Rig rig, int segments) {
        rig.bench.user().send(rig.connection, Bytes.pattern(1, 0, segments * MSS));
    }

    /** What leaves now. */
    private static List<Segment> burst(Rig rig) {
        List<Segment> seen = new ArrayList<>();
        for (Optional<Segment> s = rig.next(Duration.ZERO); s.isPresent(); s = rig.next(Duration.ZERO)) {
            seen.add(s.get());
            rig.rcvNxt = SequenceNumber.max(rig.rcvNxt, s.get().end());
        }
        return seen;
    }

    private static void ack(Rig rig, SequenceNumber number) {
        rig.inject(rig.segment("ACK").withAck(number));
    }

    /** Ten segments of an initial window, all in flight, and plenty behind them. */
    private static List<Segment> tenInFlight(Rig rig) {
        rig.established();
        send(rig, 100);
        return burst(rig);
    }

    /** As {@link #tenInFlight}, and the first of them is lost: three duplicate ACKs have come. */
    private static List<Segment> lost(Rig rig) {
        List<Segment> flight = tenInFlight(rig);
        for (int i = 0; i < 3; i++) {
            ack(rig, flight.get(0).seq());
        }
        return flight;
    }

    // ---- 3.1

    @ParameterizedTest
    @CsvSource({"1460, 14600", "536, 5360", "100, 1000", "1, 10"})
    void theInitialWindowIsThatOfRfc6928(int mss, int octets) {
        for (IpVersion ip : IpVersion.values()) {
            Rig rig = Rig.with(ip, 0);
            rig.onSyn = List.of(new TcpOption.Mss(mss));
            rig.established();
            send(rig, 100);
            int most = ip == IpVersion.IPV6 ? Math.min(octets, 10 * 1440) : octets;
            assertThat(burst(rig).stream().mapToInt(Segment::length).sum()).isEqualTo(most);
        }
    }

    @Test
    void afterALostSynItIsOneSegment() {
        Rig rig = Rig.of(0).synSent();
        rig.sees("SYN", SECOND);
        rig.peer("SYN,ACK");
        rig.sees("ACK");
        rig.onSyn = List.of();
        send(rig, 100);
        assertThat(burst(rig)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void inSlowStartEveryAckOfASegmentLetsTwoGo(long seed) {
        Rig rig = Rig.of(seed);
        List<Segment> flight = tenInFlight(rig);
        assertThat(flight).hasSize(10);
        for (Segment segment : flight) {
            ack(rig, segment.end());
            assertThat(burst(rig)).hasSize(2);
        }
    }

    @Test
    void divisionOfAcksGainsNothing() {
        Rig rig = Rig.of(0);
        Segment first = tenInFlight(rig).get(0);
        int sent = 0;
        for (int octet = 1; octet <= MSS; octet += 73) {
            ack(rig, first.seq().plus(octet));
            sent += burst(rig).size();
        }
        assertThat(sent).isLessThanOrEqualTo(2);
    }

    /** A timeout with ten segments in flight: ssthresh is five, cwnd one. */
    @Test
    void afterATimeoutSlowStartLeadsToHalfTheFlightAndThenOneSegmentARoundTrip() {
        Rig rig = Rig.of(0);
        List<Segment> flight = tenInFlight(rig);
        assertThat(rig.next(SECOND).orElseThrow().seq()).isEqualTo(flight.get(0).seq());
        assertThat(burst(rig)).isEmpty();
        ack(rig, flight.get(0).end());
        assertThat(burst(rig))
                .extracting(Segment::seq)
                .containsExactly(flight.get(1).seq(), flight.get(2).seq());
        ack(rig, flight.get(1).end());
        ack(rig, flight.get(2).end());
        assertThat(burst(rig)).hasSize(4);
        // all the rest arrives: cwnd reaches ssthresh, five, with this ACK
        ack(rig, flight.get(9).end());
        assertThat(burst(rig)).hasSize(5);
        for (int cwnd = 5; cwnd < 9; cwnd++) {
            SequenceNumber start = rig.rcvNxt.minus((long) cwnd * MSS);
            int sent = 0;
            for (int i = 1; i <= cwnd; i++) {
                ack(rig, start.plus((long) i * MSS));
                sent += burst(rig).size();
            }
            assertThat(sent).isEqualTo(cwnd + 1);
        }
    }

    @Test
    void aSecondTimeoutOfTheSameSegmentHoldsSsthresh() {
        Rig rig = Rig.of(0);
        List<Segment> flight = tenInFlight(rig);
        rig.next(SECOND).orElseThrow();
        rig.next(Duration.ofSeconds(2)).orElseThrow();
        ack(rig, flight.get(9).end());
        assertThat(burst(rig)).hasSize(2);
        // slow start goes on to five
        for (int cwnd = 2; cwnd < 5; cwnd++) {
            ack(rig, rig.rcvNxt.minus((long) (cwnd - 1) * MSS));
            assertThat(burst(rig)).hasSize(2);
        }
    }

    // ---- 3.2

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void theThirdDuplicateAckAndNoEarlierBringsTheLostSegment(long seed) {
        Rig rig = Rig.of(seed);
        List<Segment> flight = tenInFlight(rig);
        for (int i = 0; i < 2; i++) {
            ack(rig, flight.get(0).seq());
            // limited transmit
            assertThat(burst(rig))
                    .singleElement()
                    .satisfies(s -> assertThat(s.end()).isEqualTo(rig.rcvNxt));
        }
        ack(rig, flight.get(0).seq());
        assertThat(burst(rig)).singleElement().satisfies(s -> {
            assertThat(s.seq()).isEqualTo(flight.get(0).seq());
            assertThat(s.text()).isEqualTo(flight.get(0).text());
        });
    }

    /** ssthresh is 5 and cwnd 5 + 3; twelve are in flight with limited transmit. */
    @Test
    void inFastRecoveryEveryFurtherDuplicateInflatesAndTheNextAckDeflates() {
        Rig rig = Rig.of(0);
        List<Segment> flight = lost(rig);
        assertThat(burst(rig)).hasSize(3);
        for (int i = 0; i < 4; i++) {
            ack(rig, flight.get(0).seq());
            assertThat(burst(rig)).isEmpty();
        }
        ack(rig, flight.get(0).seq());
        assertThat(burst(rig)).hasSize(1);
        ack(rig, rig.rcvNxt);
        assertThat(burst(rig)).hasSize(5);
    }

    /** RFC 6582. */
    @Test
    void aPartialAckBringsTheNextHole() {
        Rig rig = Rig.of(0);
        List<Segment> flight = lost(rig);
        burst(rig);
        ack(rig, flight.get(4).end());
        assertThat(burst(rig).get(0).seq()).isEqualTo(flight.get(5).seq());
        ack(rig, flight.get(7).end());
        assertThat(burst(rig).get(0).seq()).isEqualTo(flight.get(8).seq());
    }

    @Test
    void whatIsNoDuplicateBringsNothing() {
        Rig rig = Rig.of(0).established();
        rig.bench.user().send(rig.connection, Bytes.pattern(1, 0, MSS));
        Segment sent = rig.sees("ACK");
        for (int i = 0; i < 5; i++) {
            rig.inject(rig.segment("ACK").withAck(sent.seq()).withWindow(60_000 + i));
        }
        rig.seesNothing();
        for (int i = 0; i < 4; i++) {
            rig.peer(rig.segment("ACK").withAck(sent.seq()).withWindow(60_004).withText(Bytes.ascii("x")));
        }
        assertThat(burst(rig)).allMatch(s -> s.text().isEmpty());
        Rig idle = Rig.of(0).established();
        for (int i = 0; i < 5; i++) {
            ack(idle, idle.rcvNxt);
        }
        idle.seesNothing();
    }

    // ---- 4.1

    @Test
    void afterAnIdleTimeTheWindowIsTheInitialOneAgain() {
        Rig rig = Rig.of(0).established();
        for (int round = 0; round < 3; round++) {
            send(rig, 10);
            List<Segment> seen = burst(rig);
            seen.forEach(s -> ack(rig, s.end()));
        }
        send(rig, 30);
        assertThat(burst(rig)).hasSize(30);
        ack(rig, rig.rcvNxt);
        rig.seesNothing(Duration.ofSeconds(2));
        send(rig, 30);
        assertThat(burst(rig)).hasSize(10);
    }
}
