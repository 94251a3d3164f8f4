package org.tcpspec.steps.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tcpspec.spi.wire.TcpOption;

class PeerOptionsTest {

    @ParameterizedTest
    @CsvSource({
        "TS.Recent+5, 4294967291, 1",
        "TS.Recent-5, 5, 4294967295",
        "TS.Recent+5, 4294967292, 1",
        "TS.Recent+5, 4294967290, 4294967295",
        "TS.Recent, 0, 0",
        "0, 7, 0"
    })
    void aTimestampIsZeroOnlyWhereTheScenarioSaysSo(String sum, long recent, long tsval) {
        Conversation c = new Talk().established().conversation();
        PeerSegment.Built built = PeerSegment.build(
                Phrase.parse("ACK with TSval=" + sum), c, PeerSegment.Habits.plain(1000, 500), variable -> recent);
        assertThat(built.segment().option(TcpOption.Timestamps.class))
                .map(TcpOption.Timestamps::value)
                .contains(tsval);
    }
}
