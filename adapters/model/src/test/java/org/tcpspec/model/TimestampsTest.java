package org.tcpspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;
import org.tcpspec.spi.wire.TcpOption;

/** RFC 7323 sections 3 to 5: the Timestamps option, RTTM and PAWS. */
class TimestampsTest {

    /** The peer's clock wraps within the test. */
    private static final long START = 0xffff_fff0L;

    private static final TcpOption NOP = new TcpOption.NoOperation();

    private static Rig rig(long seed) {
        return rig(IpVersion.IPV4, seed);
    }

    private static Rig rig(IpVersion ip, long seed) {
        Rig rig = Rig.with(ip, seed, Option.TIMESTAMPS);
        rig.onSyn = List.of(new TcpOption.Mss(Rig.MSS), NOP, NOP, new TcpOption.Timestamps(START, 0));
        at(rig, START + 1);
        return rig;
    }

    /** From now on the peer's segments carry {@code value}. */
    private static void at(Rig rig, long value) {
        at(rig, value, 0);
    }

    private static void at(Rig rig, long value, long echo) {
        rig.onOthers = List.of(NOP, NOP, new TcpOption.Timestamps(value, echo));
    }

    private static TcpOption.Timestamps of(Segment segment) {
        return segment.option(TcpOption.Timestamps.class).orElseThrow();
    }

    private static Segment text(Rig rig, String text) {
        return rig.segment("ACK").withText(Bytes.ascii(text));
    }

    private static long wrapped(long value) {
        return value & 0xffff_ffffL;
    }

    // ---- 3.2: negotiation

    @ParameterizedTest
    @EnumSource(IpVersion.class)
    void agreedByBothSynsTheyAreOnEverySegment(IpVersion ip) {
        Rig rig = rig(ip, 1).listening(OpenOptions.DEFAULT);
        rig.peer("SYN");
        Segment synAck = rig.sees("SYN,ACK");
        assertThat(of(synAck).echoReply()).isEqualTo(START);
        rig.peer("ACK");
        rig.seesNothing();
        rig.accepted();
        rig.bench.user().send(rig.connection, Bytes.pattern(1, 0, 3000));
        int most = Math.min(Rig.MSS, ip == IpVersion.IPV4 ? 1460 : 1440) - 12;
        for (int octets : new int[] {most, most, 3000 - 2 * most}) {
            Segment seen = rig.sees("ACK");
            assertThat(seen.text().length()).isEqualTo(octets);
            assertThat(seen.options()).containsExactly(NOP, NOP, new TcpOption.Timestamps(of(seen).value(), START + 1));
        }
        rig.bench.user().abort(rig.connection);
        Segment reset = rig.sees("RST");
        assertThat(of(reset).echoReply()).isZero();
    }

    @Test
    void theActiveSideOffersThemAndEchoesZeroUntilItKnowsBetter() {
        Rig rig = rig(1);
        rig.connection = rig.bench
                .user()
                .openActive(rig.ends.iut(), rig.ends.peer(), OpenOptions.DEFAULT)
                .connection()
                .orElseThrow();
        Segment syn = rig.sees("SYN");
        assertThat(of(syn).echoReply()).isZero();
        rig.onSyn = List.of(new TcpOption.Timestamps(START, of(syn).value()));
        rig.peer("SYN,ACK");
        assertThat(of(rig.sees("ACK")).echoReply()).isEqualTo(START);
    }

    @Test
    void withoutTheOptionInThePeersSynNoneIsSentAndAnyIsIgnored() {
        Rig rig = rig(1);
        rig.onSyn = List.of(new TcpOption.Mss(Rig.MSS));
        rig.listening(OpenOptions.DEFAULT);
        rig.peer("SYN");
        assertThat(rig.sees("SYN,ACK").options()).containsExactly(new TcpOption.Mss(1460));
        rig.peer("ACK");
        rig.peer(text(rig, "abc"));
        assertThat(rig.sees("ACK", Duration.ofSeconds(1)).options()).isEmpty();
        at(rig, START - 1000);
        rig.peer(text(rig, "def"));
        rig.sees("ACK", Duration.ofSeconds(1));
        assertThat(rig.text()).isEqualTo("abcdef");
    }

    @Test
    void crossingSynsAgreeOnlyIfBothHaveThem() {
        Rig with = rig(1).synSent();
        with.peer("SYN");
        assertThat(of(with.sees("SYN,ACK")).echoReply()).isEqualTo(START);
        Rig without = rig(1).synSent();
        without.onSyn = List.of();
        without.peer("SYN");
        assertThat(without.sees("SYN,ACK").option(TcpOption.Timestamps.class)).isEmpty();
    }

    @Test
    void aSegmentWithoutThemIsDroppedSilentlyButARstIsNot() {
        Rig rig = rig(1).established();
        rig.onOthers = List.of();
        rig.inject(text(rig, "abc"));
        rig.seesNothing(Duration.ofMinutes(1));
        rig.is(State.ESTABLISHED);
        rig.inject(rig.segment("RST"));
        rig.is(State.CLOSED);
    }

    /** Section 5.2. */
    @Test
    void aRstEchoesWhatDrewIt() {
        Rig rig = rig(1);
        rig.inject(text(rig, "abc"));
        assertThat(rig.sees("RST").options()).containsExactly(NOP, NOP, new TcpOption.Timestamps(0, START + 1));
    }

    // ---- 4.3: which TSval is echoed

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void aDelayedAckEchoesTheEarliestSegment(long seed) {
        Rig rig = rig(seed).established();
        at(rig, START + 20);
        rig.peer(text(rig, "a"));
        at(rig, START + 30);
        rig.peer(text(rig, "b"));
        assertThat(of(rig.sees("ACK")).echoReply()).isEqualTo(wrapped(START + 20));
    }

    @Test
    void aGapEchoesTheLastInOrderAndItsFillerIsEchoed() {
        Rig rig = rig(1).established();
        at(rig, START + 10);
        rig.peer(text(rig, "a"));
        rig.sees("ACK", Duration.ofSeconds(1));
        Segment missing = text(rig, "b");
        at(rig, START + 20);
        rig.inject(text(rig, "c").withSeq(missing.end()));
        assertThat(of(rig.sees("ACK")).echoReply()).isEqualTo(wrapped(START + 10));
        at(rig, START + 30);
        rig.inject(text(rig, "b"));
        rig.sndNxt = missing.end().plus(1);
        assertThat(of(rig.sees("ACK")).echoReply()).isEqualTo(wrapped(START + 30));
        assertThat(rig.text()).isEqualTo("abc");
    }

    // ---- 5: PAWS

    @ParameterizedTest
    @EnumSource(IpVersion.class)
    void anOlderTimestampIsRefusedWithAnAckAndAnEqualOneIsNot(IpVersion ip) {
        Rig rig = rig(ip, 1).established();
        at(rig, START + 40);
        rig.peer(text(rig, "new"));
        rig.sees("ACK", Duration.ofSeconds(1));
        at(rig, START + 39);
        rig.inject(text(rig, "old"));
        rig.sees("ACK");
        rig.seesNothing(Duration.ofMinutes(1));
        at(rig, START + 40);
        rig.peer(text(rig, "equal"));
        rig.sees("ACK", Duration.ofSeconds(1));
        assertThat(rig.text()).isEqualTo("newequal");
    }

    @Test
    void olderIsMeantModulo32BitsWithHalfTheRange() {
        Rig rig = rig(1).established();
        at(rig, START + 0x7fff_ffffL);
        rig.peer(text(rig, "half"));
        assertThat(of(rig.sees("ACK", Duration.ofSeconds(1))).echoReply()).isEqualTo(wrapped(START + 0x7fff_ffffL));
        at(rig, START);
        rig.inject(text(rig, "old"));
        rig.sees("ACK");
        assertThat(rig.text()).isEqualTo("half");
    }

    @Test
    void anOldRstCountsAndChangesNothing() {
        Rig rig = rig(1).established();
        at(rig, START + 1000);
        rig.inject(rig.segment("RST").withSeq(rig.sndNxt.plus(1)));
        assertThat(of(rig.sees("ACK")).echoReply()).isEqualTo(START + 1);
        at(rig, START - 1000);
        rig.inject(rig.segment("RST"));
        rig.told(SignalKind.RESET);
        rig.is(State.CLOSED);
    }

    @Test
    void whatLiesOutsideTheWindowDoesNotMoveTsRecent() {
        Rig rig = rig(1).established();
        at(rig, START + 1000);
        rig.inject(text(rig, "far").withSeq(rig.sndNxt.plus(70_000)));
        assertThat(of(rig.sees("ACK")).echoReply()).isEqualTo(START + 1);
        at(rig, START + 2);
        rig.peer(text(rig, "near"));
        rig.sees("ACK", Duration.ofSeconds(1));
        assertThat(rig.text()).isEqualTo("near");
    }

    /** Section 5.5. */
    @Test
    void after24IdleDaysTsRecentProvesNothing() {
        Rig rig = rig(1).established();
        at(rig, START);
        rig.seesNothing(Duration.ofDays(24).minusSeconds(1));
        rig.inject(text(rig, "early"));
        rig.sees("ACK");
        rig.seesNothing(Duration.ofSeconds(2));
        rig.peer(text(rig, "late"));
        assertThat(of(rig.sees("ACK", Duration.ofSeconds(1))).echoReply()).isEqualTo(START);
        assertThat(rig.text()).isEqualTo("late");
    }

    @Test
    void anOldFinDoesNotRestartTimeWait() {
        Rig rig = rig(1).timeWait();
        rig.seesNothing(Duration.ofMinutes(3));
        Segment fin = rig.segment("FIN,ACK").withSeq(rig.sndNxt.minus(1));
        at(rig, START - 5);
        rig.inject(fin.withOptions(rig.onOthers));
        rig.sees("ACK");
        rig.seesNothing(Duration.ofSeconds(61));
        rig.is(State.CLOSED);
    }

    // ---- 4.1 and 5.4: the clock, and the round trip

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void theClockTicksOnceAMillisecondAcrossTheWrap(long seed) {
        Rig rig = rig(seed).established();
        long first = -1;
        for (int second = 0; second < 10; second++) {
            rig.inject(rig.segment("ACK").withSeq(rig.sndNxt.minus(1)));
            long value = of(rig.sees("ACK")).value();
            first = first < 0 ? value : first;
            assertThat((int) (value - first)).isBetween(1000 * second, 1000 * second + 1);
            rig.seesNothing(Duration.ofSeconds(1));
        }
    }

    @Test
    void everyConnectionHasAnOffsetOfItsOwnAndSomeWrapSoon() {
        Set<Long> values = new HashSet<>();
        boolean wraps = false;
        for (long seed = 0; seed < 20; seed++) {
            Rig rig = rig(seed);
            rig.bench.user().openActive(rig.ends.iut(), rig.ends.peer(), OpenOptions.DEFAULT);
            long value = of(rig.sees("SYN")).value();
            values.add(value);
            wraps |= value > 0xffff_ffffL - 3_000;
        }
        assertThat(values).hasSize(20);
        assertThat(wraps).isTrue();
    }

    /** Karn's rule is not needed where the echo tells which transmission was acknowledged. */
    @Test
    void anEchoMeasuresEvenWhatWasSentTwice() {
        Rig rig = rig(1).established();
        rig.bench.user().send(rig.connection, Bytes.ascii("x"));
        rig.sees("ACK");
        Segment again = rig.sees("ACK", Duration.ofSeconds(1));
        rig.seesNothing(Duration.ofMillis(900));
        at(rig, START + 2, of(again).value());
        rig.peer("ACK");
        rig.bench.user().send(rig.connection, Bytes.ascii("y"));
        rig.sees("ACK");
        // a first sample of 900 ms: RTO is 900 + 4 * 450
        Optional<Segment> early = rig.next(Duration.ofMillis(2_690));
        assertThat(early).isEmpty();
        rig.sees("ACK", Duration.ofMillis(20));
    }

    @Test
    void anEchoThatIsNotOursMeasuresNothing() {
        Rig rig = rig(1).established();
        rig.bench.user().send(rig.connection, Bytes.ascii("x"));
        Segment sent = rig.sees("ACK");
        at(rig, START + 2, of(sent).value() + 50_000);
        rig.peer("ACK");
        rig.bench.user().send(rig.connection, Bytes.ascii("y"));
        rig.sees("ACK");
        rig.sees("ACK", Duration.ofMillis(1_001));
    }

    /** Appendix G. */
    @Test
    void manySamplesInARoundTripWeighLessEach() {
        RetransmissionTimer timer = new RetransmissionTimer(Profile.of(Rig.statement(Rig.RFC5961, Ixit.DEFAULT)));
        timer.sample(Duration.ofMillis(800).toNanos(), 10);
        assertThat(timer.rto()).isEqualTo(Duration.ofMillis(800 + 4 * 400).toNanos());
        timer.sample(Duration.ofMillis(1600).toNanos(), 10);
        assertThat(timer.rto()).isEqualTo(Duration.ofMillis(810 + 4 * 410).toNanos());
    }
}
