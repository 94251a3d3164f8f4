package org.tcpspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.IcmpCodec;
import org.tcpspec.spi.wire.IcmpError;
import org.tcpspec.spi.wire.IcmpMessage;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.spi.wire.TcpOption;

/** RFC 9293 section 3.9.2.2: ICMP messages; RFC 1191 and RFC 8201: path MTU discovery. */
class IcmpTest {

    private static void inject(Rig rig, IcmpMessage message) {
        rig.bench.peer().inject(IcmpCodec.encode(message));
    }

    private static IcmpMessage about(Rig rig, Segment segment, IcmpError error) {
        return IcmpMessage.about(segment, rig.ends.peer().address(), error);
    }

    /** An established connection with a segment in flight. */
    private static Segment inFlight(Rig rig, int octets) {
        rig.established();
        rig.bench.user().send(rig.connection, Bytes.pattern(1, 0, octets));
        return rig.sees("ACK");
    }

    private static IpVersion version(Rig rig) {
        return IpVersion.of(rig.ends.iut().address());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PROTOCOL_UNREACHABLE", "PORT_UNREACHABLE", "FRAGMENTATION_NEEDED", "SOURCE_QUENCH"})
    void softErrorsAreToldAndAbortNothing(IcmpError error) {
        for (IpVersion ip : IpVersion.values()) {
            if (error.exists(ip)) {
                Rig rig = Rig.with(ip, 0);
                Segment sent = inFlight(rig, 10);
                inject(rig, about(rig, sent, error));
                rig.told(SignalKind.SOFT_ERROR);
                rig.is(State.ESTABLISHED);
                assertThat(rig.sees("ACK", Duration.ofSeconds(1)).text()).isEqualTo(sent.text());
                Rig opening = Rig.with(ip, 0);
                opening.bench.user().openActive(opening.ends.iut(), opening.ends.peer(), OpenOptions.DEFAULT);
                inject(opening, about(opening, opening.sees("SYN"), error));
                opening.is(State.SYN_SENT);
                opening.told(SignalKind.SOFT_ERROR);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void hardErrorsAbort(long seed) {
        for (IcmpError error : List.of(IcmpError.PROTOCOL_UNREACHABLE, IcmpError.PORT_UNREACHABLE)) {
            Rig rig = Rig.with(IpVersion.IPV4, seed);
            Segment sent = inFlight(rig, 10);
            inject(rig, about(rig, sent, error));
            rig.told(SignalKind.ERROR);
            rig.is(State.CLOSED);
        }
        Rig six = Rig.with(IpVersion.IPV6, seed);
        inject(six, about(six, inFlight(six, 10), IcmpError.PORT_UNREACHABLE));
        six.told(SignalKind.ERROR);
        six.is(State.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(IpVersion.class)
    void aHardErrorRefusesAnActiveOpenAndReturnsAPassiveOneToListen(IpVersion ip) {
        Rig active = Rig.with(ip, 0);
        active.bench.user().openActive(active.ends.iut(), active.ends.peer(), OpenOptions.DEFAULT);
        inject(active, about(active, active.sees("SYN"), IcmpError.PORT_UNREACHABLE));
        active.told(SignalKind.REFUSED);
        active.is(State.CLOSED);
        Rig passive = Rig.with(ip, 0).listening(OpenOptions.DEFAULT);
        passive.peer("SYN");
        inject(passive, about(passive, passive.sees("SYN,ACK"), IcmpError.PORT_UNREACHABLE));
        passive.told();
        passive.is(State.LISTEN);
    }

    @Test
    void sourceQuenchIsIgnored() {
        Rig rig = Rig.of(0);
        inject(rig, about(rig, inFlight(rig, 10), IcmpError.SOURCE_QUENCH));
        rig.told();
        rig.is(State.ESTABLISHED);
    }

    @Test
    void whatIsNotInFlightOrNotOursIsIgnored() {
        for (IpVersion ip : IpVersion.values()) {
            Rig rig = Rig.with(ip, 0);
            Segment sent = inFlight(rig, 10);
            List<Segment> wrong = List.of(
                    sent.withSeq(sent.seq().minus(1)),
                    sent.withSeq(sent.end().plus(1)),
                    sent.withSeq(SequenceNumber.ZERO.plus(sent.seq().value() + (1L << 31))),
                    Segment.between(rig.ends.peer(), rig.ends.iut()).withSeq(sent.seq()));
            for (Segment segment : wrong) {
                IcmpMessage message = about(rig, segment, IcmpError.PORT_UNREACHABLE);
                inject(
                        rig,
                        new IcmpMessage(
                                message.source(),
                                rig.ends.iut().address(),
                                message.type(),
                                message.code(),
                                0,
                                message.quoted()));
            }
            IcmpMessage cut = about(rig, sent, IcmpError.PORT_UNREACHABLE);
            inject(rig, cut.withQuoted(cut.quoted().slice(0, version(rig).headerLength() + 7)));
            rig.told();
            rig.is(State.ESTABLISHED);
        }
    }

    // ---- path MTU

    @ParameterizedTest
    @EnumSource(IpVersion.class)
    void tooBigPacketsAreCutAnewAndSentAtOnce(IpVersion ip) {
        Rig rig = Rig.with(ip, 0, Option.TIMESTAMPS);
        rig.onSyn = List.of(new TcpOption.Mss(Rig.MSS), new TcpOption.Timestamps(1, 0));
        rig.onOthers = List.of(new TcpOption.Timestamps(2, 0));
        int whole = (ip == IpVersion.IPV4 ? 1460 : 1440) - 12;
        int fits = 1300 - ip.headerLength() - 20 - 12;
        Segment sent = inFlight(rig, whole);
        inject(rig, about(rig, sent, IcmpError.FRAGMENTATION_NEEDED).withMtu(1300));
        Segment first = rig.sees("ACK");
        assertThat(first.text()).isEqualTo(Bytes.pattern(1, 0, fits));
        rig.inject(rig.segment("ACK").withAck(first.end()));
        assertThat(rig.sees("ACK").text()).isEqualTo(Bytes.pattern(1, fits, whole - fits));
        rig.peer("ACK");
        rig.bench.user().send(rig.connection, Bytes.pattern(1, 0, whole));
        assertThat(rig.sees("ACK").text().length()).isEqualTo(fits);
        rig.sees("ACK");
        rig.told();
    }

    @Test
    void anImpossibleOrGreaterMtuChangesNothing() {
        Rig four = Rig.of(0);
        Segment sent = inFlight(four, 1460);
        for (int mtu : new int[] {1, 67, 1500, 9000}) {
            inject(four, about(four, sent, IcmpError.FRAGMENTATION_NEEDED).withMtu(mtu));
        }
        four.seesNothing();
        inject(four, about(four, sent, IcmpError.FRAGMENTATION_NEEDED));
        assertThat(four.sees("ACK").text().length()).isEqualTo(576 - 40);
        Rig six = Rig.with(IpVersion.IPV6, 0);
        inject(
                six,
                about(six, inFlight(six, 1440), IcmpError.FRAGMENTATION_NEEDED).withMtu(1279));
        six.seesNothing();
    }
}
