package org.tcpspec.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Observed.Direction;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;
import org.tcpspec.spi.wire.State;

/** The kernel's connections through both halves of the lab. */
@Tag("lab")
class ConnectionsInLab {

    @Test
    void handshakeDataAndNormalClose() {
        try (Scene scene = Lab.scene("handshake")) {
            assertThat(scene.state()).isEqualTo(State.CLOSED);
            scene.listen();
            assertThat(scene.state()).isEqualTo(State.LISTEN);
            ConnectionId connection = scene.handshake();
            scene.awaitState(State.ESTABLISHED);

            scene.send("PSH,ACK", "hello");
            assertThat(scene.expect("ACK").ack()).isEqualTo(scene.next);
            assertThat(scene.signal(SignalKind.DATA).detail().text()).isEqualTo(Bytes.ascii("hello"));

            assertThat(scene.bench.user().send(connection, Bytes.ascii("world")).count())
                    .isEqualTo(5);
            assertThat(scene.expect("ACK").text()).isEqualTo(Bytes.ascii("world"));
            scene.send("ACK");

            scene.bench.user().close(connection);
            scene.expect("FIN,ACK");
            assertThat(scene.state()).isEqualTo(State.FIN_WAIT_1);
            scene.send("ACK");
            scene.awaitState(State.FIN_WAIT_2);
            scene.send("FIN,ACK");
            assertThat(scene.expect("ACK").ack()).isEqualTo(scene.next);
            scene.signal(SignalKind.CLOSING);
            scene.awaitState(State.TIME_WAIT);
        }
    }

    @Test
    void passiveCloseGoesThroughCloseWaitAndLastAck() {
        try (Scene scene = Lab.scene("passive close")) {
            ConnectionId connection = scene.establish();
            scene.send("FIN,ACK");
            scene.expect("ACK");
            scene.signal(SignalKind.CLOSING);
            assertThat(scene.state()).isEqualTo(State.CLOSE_WAIT);
            scene.bench.user().close(connection);
            scene.expect("FIN,ACK");
            assertThat(scene.state()).isEqualTo(State.LAST_ACK);
            scene.send("ACK");
            scene.awaitState(State.LISTEN);
            assertThat(scene.bench.user().close(connection).refusal()).contains(Refusal.DOES_NOT_EXIST);
        }
    }

    @Test
    void simultaneousCloseGoesThroughClosing() {
        try (Scene scene = Lab.scene("simultaneous close")) {
            ConnectionId connection = scene.establish();
            scene.bench.user().close(connection);
            Segment fin = scene.expect("FIN,ACK");
            scene.expected = fin.seq();
            scene.send("FIN,ACK");
            scene.expect("ACK");
            scene.awaitState(State.CLOSING);
            scene.expected = fin.end();
            scene.send("ACK");
            scene.awaitState(State.TIME_WAIT);
        }
    }

    @Test
    void orphansAreStillSeen() {
        try (Scene scene = Lab.scene("orphan")) {
            ConnectionId connection = scene.establish();
            scene.bench.user().closeBothWays(connection);
            scene.expect("FIN,ACK");
            assertThat(scene.state()).isEqualTo(State.FIN_WAIT_1);
            scene.send("ACK");
            scene.awaitState(State.FIN_WAIT_2);
            scene.send("FIN,ACK");
            scene.expect("ACK");
            scene.awaitState(State.TIME_WAIT);
        }
    }

    @Test
    void synReceivedIsSeenBeforeTheHandshakeEnds() {
        try (Scene scene = Lab.scene("syn-received")) {
            scene.listen();
            scene.send("SYN");
            scene.expect("SYN,ACK");
            assertThat(scene.state()).isEqualTo(State.SYN_RECEIVED);
            scene.send("RST");
            scene.awaitState(State.LISTEN);
        }
    }

    @Test
    void abortSendsReset() {
        try (Scene scene = Lab.scene("abort")) {
            ConnectionId connection = scene.establish();
            assertThat(scene.bench.user().abort(connection).isRefused()).isFalse();
            scene.expect("RST,ACK");
            scene.awaitState(State.LISTEN);
        }
    }

    @Test
    void simultaneousOpen() {
        try (Scene scene = Lab.scene("simultaneous open")) {
            Outcome open = scene.bench.user().openActive(scene.iut, scene.peer, OpenOptions.DEFAULT);
            Segment syn = scene.expect("SYN");
            assertThat(scene.state()).isEqualTo(State.SYN_SENT);
            scene.inject(scene.segment("SYN"));
            Segment answer = scene.expect("SYN,ACK");
            assertThat(answer.seq()).isEqualTo(syn.seq());
            assertThat(scene.state()).isEqualTo(State.SYN_RECEIVED);
            scene.next = scene.next.plus(1);
            scene.send("ACK");
            assertThat(scene.signal(SignalKind.OPENED).connection())
                    .isEqualTo(open.connection().orElseThrow());
            assertThat(scene.state()).isEqualTo(State.ESTABLISHED);
        }
    }

    @Test
    void refusedOpenIsTold() {
        try (Scene scene = Lab.scene("refused")) {
            scene.bench.user().openActive(scene.iut, scene.peer, OpenOptions.DEFAULT);
            scene.expect("SYN");
            scene.inject(scene.segment("RST,ACK"));
            scene.signal(SignalKind.REFUSED);
            assertThat(scene.state()).isEqualTo(State.CLOSED);
        }
    }

    @Test
    void resetIsToldWhetherTheUserReadsOrNot() {
        for (OpenOptions options : new OpenOptions[] {OpenOptions.DEFAULT, OpenOptions.DEFAULT.notReading()}) {
            try (Scene scene = Lab.scene("reset")) {
                scene.bench.user().openPassive(scene.iut, options);
                ConnectionId connection = scene.handshake();
                scene.send("RST");
                scene.signal(SignalKind.RESET);
                assertThat(scene.bench.user().send(connection, Bytes.ascii("x")).refusal())
                        .contains(Refusal.DOES_NOT_EXIST);
            }
        }
    }

    @Test
    void textStaysUnreadUntilItIsAskedFor() {
        try (Scene scene = Lab.scene("unread")) {
            scene.bench.user().openPassive(scene.iut, OpenOptions.DEFAULT.notReading());
            ConnectionId connection = scene.handshake();
            scene.send("PSH,ACK", "hello");
            scene.expect("ACK");
            scene.send("FIN,ACK");
            scene.expect("ACK");
            assertThat(scene.state()).isEqualTo(State.CLOSE_WAIT);
            assertThat(scene.bench.user().receive(connection, 2).text()).isEqualTo(Bytes.ascii("he"));
            assertThat(scene.bench.user().receive(connection, 9).text()).isEqualTo(Bytes.ascii("llo"));
            assertThat(scene.bench.user().receive(connection, 9).refusal()).contains(Refusal.CLOSING);
            scene.signal(SignalKind.CLOSING);
            assertThat(scene.seen).noneMatch(o -> o instanceof Observed.Signal s && s.kind() == SignalKind.DATA);
        }
    }

    @Test
    void closeWithUnreadTextResets() {
        try (Scene scene = Lab.scene("close unread")) {
            scene.bench.user().openPassive(scene.iut, OpenOptions.DEFAULT.notReading());
            ConnectionId connection = scene.handshake();
            scene.send("PSH,ACK", "hello");
            scene.expect("ACK");
            scene.bench.user().closeBothWays(connection);
            scene.expect("RST,ACK");
        }
    }

    @Test
    void startReadingTakesWhatWaits() {
        try (Scene scene = Lab.scene("start reading")) {
            scene.bench.user().openPassive(scene.iut, OpenOptions.DEFAULT.notReading());
            ConnectionId connection = scene.handshake();
            scene.send("PSH,ACK", "hello");
            scene.expect("ACK");
            scene.bench.user().startReading(connection);
            assertThat(scene.signal(SignalKind.DATA).detail().text()).isEqualTo(Bytes.ascii("hello"));
            scene.send("FIN,ACK");
            scene.signal(SignalKind.CLOSING);
        }
    }

    @Test
    void ownPacketsComeBackNumberedAndBeforeTheirAnswers() {
        try (Scene scene = Lab.scene("order")) {
            scene.establish();
            long before = scene.bench.clock().nanos();
            Segment sent = scene.segment("PSH,ACK").withText(Bytes.ascii("hello"));
            scene.inject(sent);
            Observed.Frame own =
                    scene.frame(f -> f.packet().octets().equals(SegmentCodec.encode(sent)), "the peer's own segment");
            Observed.Frame answer = scene.frame(f -> f.direction() == Direction.FROM_IUT, "the answer");
            assertThat(own.direction()).isEqualTo(Direction.FROM_PEER);
            assertThat(own.packet().defects()).isEmpty();
            assertThat(answer.packet().defects()).isEmpty();
            assertThat(answer.number()).isEqualTo(own.number() + 1);
            assertThat(own.nanos()).isBetween(before, answer.nanos());
            assertThat(scene.bench.lost()).isZero();
        }
    }

    @Test
    void closedPortAnswersByReset() {
        try (Scene scene = Lab.scene("closed")) {
            scene.send("SYN");
            Segment reset = scene.expect("RST,ACK");
            assertThat(reset.ack()).isEqualTo(scene.next);
        }
    }

    @Test
    void anUnreachedCallIsRefusedWithTheRightReason() {
        try (Scene scene = Lab.scene("refusals")) {
            scene.listen();
            assertThat(scene.bench
                            .user()
                            .openPassive(scene.iut, OpenOptions.DEFAULT)
                            .refusal())
                    .contains(Refusal.ALREADY_EXISTS);
            assertThat(scene.bench.user().close(new ConnectionId(999_999)).refusal())
                    .contains(Refusal.DOES_NOT_EXIST);
            assertThat(scene.bench
                            .user()
                            .openFromListen(new org.tcpspec.spi.iut.ListenerId(1), scene.peer, OpenOptions.DEFAULT)
                            .refusal())
                    .contains(Refusal.NOT_OFFERED);
        }
    }
}
