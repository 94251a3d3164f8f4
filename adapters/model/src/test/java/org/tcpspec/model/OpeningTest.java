package org.tcpspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Distortion;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.spi.wire.TcpOption;

/** RFC 9293 section 3.5: opening, and what 3.10.7.1 to 3.10.7.3 say of segments before it. */
class OpeningTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void passiveOpen(long seed) {
        Rig rig = Rig.of(seed).synReceived(OpenOptions.DEFAULT);
        rig.is(State.SYN_RECEIVED);
        rig.told();
        rig.peer("ACK");
        rig.is(State.ESTABLISHED);
        rig.told(SignalKind.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void activeOpen(long seed) {
        Rig rig = Rig.of(seed).synSent();
        rig.peer("SYN,ACK");
        rig.sees("ACK");
        rig.is(State.ESTABLISHED);
        rig.told(SignalKind.OPENED);
    }

    /** Figure 7. */
    @Test
    void simultaneousOpen() {
        Rig rig = Rig.of(0).synSent();
        SequenceNumber irs = rig.sndNxt;
        rig.peer("SYN");
        rig.sees("SYN,ACK");
        rig.is(State.SYN_RECEIVED);
        rig.inject(rig.segment("SYN,ACK").withSeq(irs));
        rig.seesNothing();
        rig.is(State.ESTABLISHED);
        rig.told(SignalKind.OPENED);
    }

    @Test
    void textAndFinOnTheSynWaitForTheHandshake() {
        Rig rig = Rig.of(0).listening(OpenOptions.DEFAULT);
        Segment syn = rig.segment("SYN,FIN").withText(Bytes.ascii("early"));
        rig.inject(syn);
        rig.sndNxt = syn.seq().plus(1);
        rig.sees("SYN,ACK");
        rig.told();
        rig.sndNxt = syn.end();
        rig.inject(rig.segment("ACK").withSeq(syn.seq().plus(1)));
        rig.sees("ACK");
        rig.is(State.CLOSE_WAIT);
        assertThat(rig.text()).isEqualTo("early");
        rig.told(SignalKind.ACCEPTED, SignalKind.DATA, SignalKind.CLOSING);
    }

    @Test
    void finOnTheSynAckLeadsToCloseWait() {
        Rig rig = Rig.of(0).synSent();
        rig.peer("SYN,FIN,ACK", "hello");
        rig.sees("ACK");
        rig.seesNothing();
        rig.is(State.CLOSE_WAIT);
        rig.told(SignalKind.OPENED, SignalKind.DATA, SignalKind.CLOSING);
    }

    @Test
    void textSentBeforeTheHandshakeLeavesAfterIt() {
        Rig rig = Rig.of(0).synSent();
        assertThat(rig.bench.user().send(rig.connection, Bytes.ascii("hi")).count())
                .isEqualTo(2);
        rig.seesNothing();
        rig.peer("SYN,ACK");
        assertThat(rig.sees("ACK").text()).isEqualTo(Bytes.ascii("hi"));
    }

    /** Figure 8: an old duplicate SYN is found out by the RST that its answer draws. */
    @Test
    void resetAfterPassiveOpenReturnsToListen() {
        Rig rig = Rig.of(0).synReceived(OpenOptions.DEFAULT);
        rig.inject(rig.segment("RST"));
        rig.seesNothing(Duration.ofMinutes(5));
        rig.is(State.LISTEN);
        rig.told();
        rig.sndNxt = rig.sndNxt.plus(123_456_789);
        rig.peer("SYN");
        rig.sees("SYN,ACK");
    }

    @Test
    void resetAfterSimultaneousOpenRefuses() {
        Rig rig = Rig.of(0).synSent();
        rig.peer("SYN");
        rig.sees("SYN,ACK");
        rig.inject(rig.segment("RST"));
        rig.seesNothing(Duration.ofMinutes(5));
        rig.is(State.CLOSED);
        rig.told(SignalKind.REFUSED);
    }

    @Test
    void resetInSynSentCountsOnlyWithAGoodAck() {
        Rig rig = Rig.of(0).synSent();
        rig.inject(rig.segment("RST"));
        rig.inject(rig.segment("RST,ACK").withAck(rig.rcvNxt.minus(1)));
        rig.seesNothing();
        rig.is(State.SYN_SENT);
        rig.inject(rig.segment("RST,ACK").withSeq(SequenceNumber.ZERO));
        rig.is(State.CLOSED);
        rig.told(SignalKind.RESET);
    }

    @Test
    void badAckInSynSentIsReset() {
        Rig rig = Rig.of(0).synSent();
        rig.inject(rig.segment("SYN,ACK").withAck(rig.rcvNxt.plus(1)));
        assertThat(rig.sees("RST").seq()).isEqualTo(rig.rcvNxt.plus(1));
        rig.inject(rig.segment("ACK").withAck(rig.rcvNxt.minus(1)));
        assertThat(rig.sees("RST").seq()).isEqualTo(rig.rcvNxt.minus(1));
        rig.inject(rig.segment("ACK"));
        rig.inject(rig.segment("FIN"));
        rig.seesNothing();
        rig.is(State.SYN_SENT);
    }

    @Test
    void synIsRepeatedForThreeMinutes() {
        Rig rig = Rig.of(0).synSent();
        long start = rig.bench.clock().nanos();
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60}) {
            rig.sees("SYN", Duration.ofSeconds(seconds).plusMillis(1));
        }
        rig.seesNothing(Duration.ofSeconds(56));
        rig.is(State.SYN_SENT);
        rig.seesNothing(Duration.ofSeconds(2));
        rig.is(State.CLOSED);
        rig.told(SignalKind.SOFT_ERROR, SignalKind.TIMED_OUT);
        assertThat(Duration.ofNanos(rig.bench.clock().nanos() - start)).isGreaterThan(Duration.ofSeconds(180));
    }

    @Test
    void closedPortRefuses() {
        Rig rig = Rig.of(0);
        rig.inject(rig.segment("SYN").withText(Bytes.ascii("abc")));
        Segment reset = rig.next(Duration.ZERO).orElseThrow();
        assertThat(reset).hasToString("<SEQ=0><ACK=" + rig.sndNxt.plus(4) + "><CTL=RST,ACK>");
        rig.inject(rig.segment("ACK").withAck(SequenceNumber.of(777)));
        assertThat(rig.sees("RST").seq()).isEqualTo(SequenceNumber.of(777));
        rig.inject(rig.segment("RST"));
        rig.inject(rig.segment("RST,ACK"));
        rig.seesNothing();
    }

    @Test
    void listenAnswersOnlySynAndAck() {
        Rig rig = Rig.of(0).listening(OpenOptions.DEFAULT);
        rig.inject(rig.segment("FIN"));
        rig.inject(rig.segment("RST"));
        rig.inject(rig.segment("URG").withText(Bytes.ascii("abc")));
        rig.seesNothing();
        rig.inject(rig.segment("SYN,ACK").withAck(SequenceNumber.of(777)));
        assertThat(rig.sees("RST").seq()).isEqualTo(SequenceNumber.of(777));
        rig.is(State.LISTEN);
    }

    @Test
    void badAckInSynReceived() {
        Rig strict = Rig.of(0).synReceived(OpenOptions.DEFAULT);
        strict.inject(strict.segment("ACK").withAck(strict.rcvNxt.plus(100)));
        strict.sees("ACK");
        strict.inject(strict.segment("ACK").withAck(strict.rcvNxt.minus(1)));
        assertThat(strict.sees("RST").seq()).isEqualTo(strict.rcvNxt.minus(1));
        Rig plain = Rig.of(Map.of()).synReceived(OpenOptions.DEFAULT);
        plain.inject(plain.segment("ACK").withAck(plain.rcvNxt.plus(100)));
        assertThat(plain.sees("RST").seq()).isEqualTo(plain.rcvNxt.plus(100));
        plain.is(State.SYN_RECEIVED);
        plain.peer("ACK");
        plain.is(State.ESTABLISHED);
    }

    @Test
    void synInWindowSendsAPassiveOpenBackToListen() {
        Rig rig = Rig.of(0).synReceived(OpenOptions.DEFAULT);
        rig.inject(rig.segment("SYN").withSeq(rig.sndNxt.minus(1)));
        rig.sees("ACK");
        rig.is(State.SYN_RECEIVED);
        rig.inject(rig.segment("SYN"));
        rig.seesNothing();
        rig.is(State.LISTEN);
    }

    @Test
    void closeInSynReceivedSendsFin() {
        Rig rig = Rig.of(0).synSent();
        rig.peer("SYN");
        rig.sees("SYN,ACK");
        rig.bench.user().close(rig.connection);
        rig.sees("FIN,ACK");
        rig.is(State.FIN_WAIT_1);
        rig.peer("ACK");
        rig.is(State.FIN_WAIT_2);
        rig.seesNothing(Duration.ofMinutes(5));
    }

    @Test
    void closeInSynReceivedWaitsForQueuedText() {
        Rig rig = Rig.of(0).synSent();
        rig.bench.user().send(rig.connection, Bytes.ascii("abc"));
        rig.peer("SYN");
        rig.sees("SYN,ACK");
        rig.bench.user().close(rig.connection);
        rig.is(State.SYN_RECEIVED);
        rig.peer("ACK");
        assertThat(rig.sees("FIN,ACK").text()).isEqualTo(Bytes.ascii("abc"));
        rig.is(State.FIN_WAIT_1);
    }

    @Test
    void closeInSynSentIsSilent() {
        Rig rig = Rig.of(0).synSent();
        rig.bench.user().close(rig.connection);
        rig.is(State.CLOSED);
        rig.seesNothing(Duration.ofMinutes(5));
    }

    @Test
    void backlogBoundsHalfOpenConnections() {
        Rig rig = Rig.of(0).listening(OpenOptions.DEFAULT.withBacklog(2));
        for (int port = 1; port <= 3; port++) {
            Endpoint other = new Endpoint(rig.ends.peer().address(), port);
            rig.inject(Segment.between(other, rig.ends.iut())
                    .withFlags(rig.segment("SYN").flags()));
            assertThat(rig.next(Duration.ZERO)).as("SYN " + port).matches(s -> s.isPresent());
            if (port == 2) {
                break;
            }
        }
        rig.inject(rig.segment("SYN"));
        rig.seesNothing();
    }

    @Test
    void listenerTurnsActive() {
        Rig rig = Rig.of(0).listening(OpenOptions.DEFAULT);
        assertThat(rig.bench
                        .user()
                        .openFromListen(
                                rig.listener, new Endpoint(rig.ends.peer().address(), 0), OpenOptions.DEFAULT)
                        .refusal())
                .contains(Refusal.REMOTE_UNSPECIFIED);
        Outcome opened =
                rig.bench.user().sendFromListen(rig.listener, rig.ends.peer(), Bytes.ascii("hi"), OpenOptions.DEFAULT);
        assertThat(opened.connection()).isPresent();
        rig.rcvNxt = rig.next(Duration.ZERO).orElseThrow().end();
        rig.is(State.SYN_SENT);
        rig.peer("SYN,ACK");
        assertThat(rig.sees("ACK").text()).isEqualTo(Bytes.ascii("hi"));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CLOSED", "LISTEN", "SYN_RECEIVED"})
    void sameConnectionIsNotOpenedTwice(State state) {
        Rig rig = Rig.of(0).in(state);
        assertThat(rig.bench
                        .user()
                        .openActive(rig.ends.iut(), rig.ends.peer(), OpenOptions.DEFAULT)
                        .refusal())
                .contains(Refusal.ALREADY_EXISTS);
    }

    @Test
    void opensThatCannotBeAreRefused() throws Exception {
        Rig rig = Rig.of(0);
        Endpoint local = new Endpoint(rig.ends.iut().address(), 0);
        for (String invalid : List.of("224.0.0.1", "255.255.255.255")) {
            Endpoint remote = new Endpoint(InetAddress.getByName(invalid), 80);
            assertThat(rig.bench
                            .user()
                            .openActive(local, remote, OpenOptions.DEFAULT)
                            .refusal())
                    .contains(Refusal.REMOTE_INVALID);
        }
        assertThat(rig.bench
                        .user()
                        .openActive(rig.ends.peer(), rig.ends.peer(), OpenOptions.DEFAULT)
                        .refusal())
                .contains(Refusal.ILLEGAL);
        rig.listening(OpenOptions.DEFAULT);
        assertThat(rig.bench
                        .user()
                        .openPassive(rig.ends.iut(), OpenOptions.DEFAULT)
                        .refusal())
                .contains(Refusal.ALREADY_EXISTS);
        rig.seesNothing();
    }

    @Test
    void damagedPacketsAreIgnored() {
        Rig rig = Rig.of(0).listening(OpenOptions.DEFAULT);
        rig.inject(rig.segment("SYN"), Distortion.wrongChecksum());
        rig.inject(rig.segment("SYN"), Distortion.wrongIpChecksum());
        rig.inject(rig.segment("SYN"), Distortion.dataOffset(3));
        rig.inject(rig.segment("SYN"), Distortion.dataOffset(15));
        rig.inject(rig.segment("SYN"), Distortion.ipLength(1000));
        rig.bench.peer().inject(Bytes.hex("45"));
        rig.seesNothing();
        rig.is(State.LISTEN);
    }

    @Test
    void invalidAddressesAreIgnored() throws Exception {
        Rig rig = Rig.of(0).listening(OpenOptions.DEFAULT);
        Segment syn = rig.segment("SYN");
        for (String address : List.of("255.255.255.255", "224.0.0.5", "0.0.0.0")) {
            Endpoint other = new Endpoint(InetAddress.getByName(address), 1000);
            rig.inject(Segment.between(other, rig.ends.iut()).withFlags(syn.flags()));
            rig.inject(Segment.between(
                            rig.ends.peer(),
                            new Endpoint(other.address(), rig.ends.iut().port()))
                    .withFlags(syn.flags()));
        }
        rig.seesNothing();
    }

    @Test
    void unknownAndMalformedOptionsAreTolerated() {
        Rig rig = Rig.of(0).listening(OpenOptions.DEFAULT);
        rig.peer(rig.segment("SYN")
                .withOptions(List.of(
                        new TcpOption.Unknown(200, Bytes.hex("01020304")),
                        new TcpOption.NoOperation(),
                        new TcpOption.Mss(500),
                        new TcpOption.Malformed(Bytes.hex("fe00")))));
        rig.sees("SYN,ACK");
        rig.peer("ACK");
        rig.seesNothing();
        rig.accepted();
        rig.bench.user().send(rig.connection, Bytes.pattern(1, 0, 600));
        assertThat(rig.sees("ACK").text().length()).isEqualTo(500);
        assertThat(rig.sees("ACK").text().length()).isEqualTo(100);
    }

    @Test
    void withoutMssOptionTheDefaultHolds() {
        Rig rig = Rig.of(0).listening(OpenOptions.DEFAULT);
        rig.onSyn = List.of();
        rig.peer("SYN");
        assertThat(rig.sees("SYN,ACK").option(TcpOption.Mss.class)).contains(new TcpOption.Mss(1460));
        rig.peer("ACK");
        rig.seesNothing();
        rig.accepted();
        rig.bench.user().send(rig.connection, Bytes.pattern(1, 0, 600));
        assertThat(rig.sees("ACK").text().length()).isEqualTo(536);
    }

    @Test
    void aThirdOfTheSeedsStartBelowTheWrap() {
        Map<Boolean, Integer> near = new HashMap<>();
        for (long seed = 0; seed < 90; seed++) {
            Rig rig = Rig.of(seed).synSent();
            near.merge(rig.rcvNxt.unsigned() > 0xFFFF_FFFFL - 3_000 || rig.rcvNxt.unsigned() < 2, 1, Integer::sum);
        }
        assertThat(near.get(true)).isBetween(15, 45);
    }

    @Test
    void initialSequenceNumbersGrowByFourMicroseconds() {
        InitialSequenceNumbers numbers = new InitialSequenceNumbers(5);
        Endpoint a = Rig.of(0).ends.iut();
        Endpoint b = Rig.of(0).ends.peer();
        SequenceNumber first = numbers.choose(a, b, 0);
        assertThat(numbers.choose(a, b, Duration.ofSeconds(1).toNanos()).minus(first))
                .isEqualTo(250_000);
        assertThat(numbers.choose(b, a, 0)).isNotEqualTo(first);
    }

    @Test
    void mayTwoReopensFromTimeWait() {
        Map<String, Support> options = new HashMap<>(Rig.RFC5961);
        options.put("may-2", Support.CLAIMED);
        Rig rig = Rig.of(options).timeWait();
        rig.listening(OpenOptions.DEFAULT);
        rig.inject(rig.segment("SYN"));
        rig.sees("ACK");
        SequenceNumber old = rig.sndNxt;
        rig.inject(rig.segment("SYN").withSeq(old.plus(1)));
        Optional<Segment> answer = rig.next(Duration.ZERO);
        assertThat(answer.orElseThrow().ack()).isEqualTo(old.plus(2));
        assertThat(answer.orElseThrow().seq().isAfter(rig.rcvNxt)).isTrue();
        rig.is(State.SYN_RECEIVED);
        rig.inject(rig.segment("RST").withSeq(old.plus(2)));
        rig.is(State.TIME_WAIT);
        rig.seesNothing(Duration.ofMinutes(4));
        rig.is(State.LISTEN);
    }

    @Test
    void connectionsDoNotMeet() {
        Rig rig = Rig.of(0).established();
        Endpoint other = new Endpoint(rig.ends.peer().address(), 9);
        rig.inject(Segment.between(other, rig.ends.iut())
                .withFlags(rig.segment("SYN").flags()));
        assertThat(rig.next(Duration.ZERO).orElseThrow().destination()).isEqualTo(other);
        assertThat(rig.bench.user().status(new FourTuple(rig.ends.iut(), other)).state())
                .contains(State.CLOSED);
        rig.is(State.ESTABLISHED);
    }
}
