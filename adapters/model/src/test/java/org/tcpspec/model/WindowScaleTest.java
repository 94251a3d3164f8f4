package org.tcpspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.TcpOption;

/** RFC 7323 section 2: the Window Scale option. */
class WindowScaleTest {

    private static final int BUFFER = 1 << 18;
    private static final int SHIFT = 3;

    private static Rig rig(IpVersion ip, int shift) {
        Rig rig = Rig.with(ip, 0, Option.WINDOW_SCALE);
        rig.onSyn = List.of(new TcpOption.Mss(Rig.MSS), new TcpOption.WindowScale(shift));
        return rig;
    }

    private static Rig notReading(int shift) {
        return rig(IpVersion.IPV4, shift).established(OpenOptions.DEFAULT.notReading());
    }

    @ParameterizedTest
    @EnumSource(IpVersion.class)
    void theSynAckAnswersTheOptionAndIsNotScaled(IpVersion ip) {
        Rig rig = rig(ip, 0).listening(OpenOptions.DEFAULT);
        rig.peer("SYN");
        Segment synAck = rig.sees("SYN,ACK");
        assertThat(synAck.option(TcpOption.WindowScale.class)).contains(new TcpOption.WindowScale(SHIFT));
        assertThat(synAck.window()).isEqualTo(65_535);
        rig.peer("ACK");
        rig.inject(rig.segment("ACK").withSeq(rig.sndNxt.minus(1)));
        assertThat(rig.sees("ACK").window()).isEqualTo(BUFFER >> SHIFT);
    }

    @Test
    void withoutTheOptionInBothSynsNothingIsScaled() {
        Rig passive = rig(IpVersion.IPV4, 0);
        passive.onSyn = List.of(new TcpOption.Mss(Rig.MSS));
        passive.listening(OpenOptions.DEFAULT);
        passive.peer("SYN");
        assertThat(passive.sees("SYN,ACK").options()).containsExactly(new TcpOption.Mss(1460));
        passive.peer("ACK");
        // outside a SYN the option means nothing
        passive.onOthers = List.of(new TcpOption.WindowScale(7));
        passive.inject(passive.segment("ACK").withSeq(passive.sndNxt.minus(1)));
        assertThat(passive.sees("ACK").window()).isEqualTo(65_535);
        Rig active = rig(IpVersion.IPV4, 0);
        active.onSyn = List.of();
        active.bench.user().openActive(active.ends.iut(), active.ends.peer(), OpenOptions.DEFAULT);
        Segment syn = active.sees("SYN");
        assertThat(syn.option(TcpOption.WindowScale.class)).contains(new TcpOption.WindowScale(SHIFT));
        assertThat(syn.window()).isEqualTo(65_535);
        active.peer("SYN,ACK");
        assertThat(active.sees("ACK").window()).isEqualTo(65_535);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 14})
    void aWindowThatArrivesIsShiftedButNotThatOfASyn(int shift) {
        Rig rig = rig(IpVersion.IPV4, shift).listening(OpenOptions.DEFAULT);
        rig.peer(rig.segment("SYN").withWindow(3));
        rig.sees("SYN,ACK");
        rig.peer(rig.segment("ACK").withWindow(3));
        rig.seesNothing();
        rig.accepted();
        rig.bench.user().send(rig.connection, Bytes.pattern(1, 0, 8_000));
        int octets = 0;
        for (Optional<Segment> s = rig.next(Duration.ZERO); s.isPresent(); s = rig.next(Duration.ZERO)) {
            octets += s.get().text().length();
        }
        assertThat(octets).isEqualTo(Math.min(8_000, 3 << shift));
    }

    @Test
    void theSynAckOfASimultaneousOpenIsNotScaledEither() {
        Rig rig = rig(IpVersion.IPV4, 7).synSent();
        Segment syn = rig.segment("SYN").withWindow(0);
        rig.peer(syn);
        rig.sees("SYN,ACK");
        rig.inject(rig.segment("SYN,ACK").withSeq(syn.seq()).withWindow(1 << 13));
        rig.seesNothing();
        rig.bench.user().send(rig.connection, Bytes.pattern(1, 0, 100_000));
        int octets = 0;
        for (Optional<Segment> s = rig.next(Duration.ZERO); s.isPresent(); s = rig.next(Duration.ZERO)) {
            octets += s.get().text().length();
        }
        assertThat(octets).isBetween((1 << 13) - Rig.MSS, 1 << 13);
    }

    @Test
    void aShiftAbove14CountsAs14AndIsNoted() {
        Rig rig = rig(IpVersion.IPV4, 15).listening(OpenOptions.DEFAULT);
        rig.peer("SYN");
        rig.sees("SYN,ACK");
        assertThat(rig.iut.notes()).singleElement().asString().contains("15");
        rig.peer(rig.segment("ACK").withWindow(0));
        rig.seesNothing();
        rig.accepted();
        rig.bench.user().send(rig.connection, Bytes.pattern(1, 0, 100));
        rig.seesNothing();
        rig.inject(rig.segment("ACK").withWindow(1));
        assertThat(rig.sees("ACK").text().length()).isEqualTo(100);
    }

    @Test
    void aBufferBeyond64KiBIsFilledAndTold() {
        Rig rig = notReading(0);
        int left = BUFFER;
        while (left > 0) {
            int octets = Math.min(1460, left);
            rig.peer(rig.segment("ACK").withText(Bytes.pattern(3, BUFFER - left, octets)));
            left -= octets;
            for (Optional<Segment> s = rig.next(Duration.ZERO); s.isPresent(); s = rig.next(Duration.ZERO)) {
                assertThat(s.get().window()).isBetween(left >> SHIFT, left + 1460 >> SHIFT);
            }
        }
        rig.seesNothing(Duration.ofSeconds(1));
        assertThat(rig.bench.user().receive(rig.connection, BUFFER).text()).isEqualTo(Bytes.pattern(3, 0, BUFFER));
        assertThat(rig.sees("ACK").window()).isEqualTo(BUFFER >> SHIFT);
    }

    /** Section 2.4: an edge that was told once holds, although rounding tells a lesser one later. */
    @Test
    void whatWasOnceInTheWindowIsTaken() {
        Rig rig = notReading(0);
        rig.peer("ACK", "x");
        assertThat(rig.sees("ACK", Duration.ofSeconds(1)).window()).isEqualTo((BUFFER >> SHIFT) - 1);
        Segment last = rig.segment("ACK").withSeq(rig.sndNxt.plus(BUFFER - 2)).withText(Bytes.ascii("z"));
        rig.inject(last);
        rig.sees("ACK");
        Segment middle = rig.segment("ACK").withText(Bytes.pattern(1, 0, BUFFER - 2 > 60_000 ? 60_000 : 0));
        rig.inject(middle);
        rig.sndNxt = middle.end();
        rig.sees("ACK");
        for (int left = BUFFER - 2 - 60_000; left > 0; left -= 60_000) {
            Segment more = rig.segment("ACK").withText(Bytes.pattern(1, 0, Math.min(left, 60_000)));
            rig.inject(more);
            rig.sndNxt = left <= 60_000 ? last.end() : more.end();
            rig.sees("ACK");
        }
        assertThat(rig.bench.user().receive(rig.connection, BUFFER).text().at(BUFFER - 1))
                .isEqualTo('z');
    }
}
