package org.tcpspec.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tcpspec.netty.Protocol.Event;
import org.tcpspec.netty.Protocol.Reply;
import org.tcpspec.netty.Protocol.Request;
import org.tcpspec.netty.Protocol.Said;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalKind;

class ProtocolTest {

    @Test
    void everyLineOfTheTranscriptReadsAndWritesBack() {
        for (Golden golden : Golden.transcript()) {
            assertThat(Request.parse(golden.request()).format()).isEqualTo(golden.request());
            for (String line : golden.said()) {
                assertThat(Said.parse(line).format()).isEqualTo(line);
            }
        }
    }

    @Test
    void everyReasonSurvivesTheWay() {
        for (Refusal refusal : Refusal.values()) {
            Reply reply = Reply.refused(7, 1, 2, refusal, "EPIPE: broken pipe");
            assertThat(Said.parse(reply.format())).isEqualTo(reply);
        }
    }

    @Test
    void everyKindOfEventSurvivesTheWay() {
        for (SignalKind kind : SignalKind.values()) {
            var fields = kind == SignalKind.ACCEPTED ? java.util.Map.of("listener", "3") : java.util.Map.of("a", "b");
            Event event = new Event(kind, 1, 2, 4, fields);
            assertThat(Said.parse(event.format())).isEqualTo(event);
        }
    }

    @Test
    void anUnknownReasonIsTheGeneralOne() {
        Reply reply = (Reply) Said.parse("1 refused 2 3 because-of-the-moon full");
        assertThat(reply.refusal()).isEqualTo(Optional.of(Refusal.OTHER));
        assertThat(reply.words()).isEqualTo("full");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "1",
                "1 ok",
                "1 ok 2",
                "1 ok 2 x",
                "1 ok 2 3 novalue",
                "1 ok 2 3 =x",
                "1 fine 2 3",
                "1 refused 2 3",
                "event",
                "event data 1 2",
                "event nonsense 1 2 3",
                "event data x 2 3"
            })
    void whatIsNoLineIsNamedSo(String line) {
        assertThatThrownBy(() -> Said.parse(line)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRequestHasANumberAndAVerb() {
        for (String line : Arrays.asList("", "1", "x hello", "hello")) {
            assertThatThrownBy(() -> Request.parse(line)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
