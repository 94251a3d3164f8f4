package org.tcpspec.steps.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** The oracle against the clause, at points where a reader can check it by hand. Its numbers lie across the wrap. */
class OracleTest {

    private static final SequenceNumber UNA = SequenceNumber.of(-8);
    private static final SequenceNumber NXT = SequenceNumber.of(12);
    private static final SequenceNumber RCV_NXT = SequenceNumber.of(-3);
    private static final int WINDOW = 1000;

    @ParameterizedTest
    @EnumSource(State.class)
    void everySegmentOfEveryStateHasAnAnswer(State state) {
        Before v = before(state, false);
        Oracle oracle = oracle(Map.of());
        List<Row> rows = Row.all().stream().filter(r -> r.in(v).isPresent()).toList();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(10);
        assertThat(rows)
                .allSatisfy(r -> assertThat(oracle.answers(v, segment(r, v))).isNotEmpty());
    }

    @Test
    void aResetEndsTheConnectionOnlyAtItsExactNumber() {
        Before v = before(State.ESTABLISHED, false);
        Oracle oracle = oracle(Map.of("rfc5961-rst", Support.CLAIMED));
        assertThat(answers(oracle, v, SegmentKind.RST, SeqClass.RCV_NXT, AckClass.NONE))
                .singleElement()
                .satisfies(a -> assertThat(a.next()).isEqualTo(State.CLOSED))
                .satisfies(a -> assertThat(a.reply()).isEmpty())
                .satisfies(a -> assertThat(a.told()).containsExactly(SignalKind.RESET));
        assertThat(answers(oracle, v, SegmentKind.RST, SeqClass.INSIDE, AckClass.NONE))
                .singleElement()
                .isEqualTo(Answer.reply(Answer.Reply.ack(NXT, RCV_NXT), State.ESTABLISHED));
        assertThat(answers(oracle, v, SegmentKind.RST, SeqClass.JUST_OLD, AckClass.NONE))
                .containsExactly(Answer.silence(State.ESTABLISHED));
        assertThat(answers(oracle, v, SegmentKind.RST, SeqClass.BEYOND, AckClass.NONE))
                .containsExactly(Answer.silence(State.ESTABLISHED));
    }

    @Test
    void withoutRfc5961AnyNumberInTheWindowDoes() {
        Before v = before(State.ESTABLISHED, false);
        Oracle oracle = oracle(Map.of("rfc5961-rst", Support.DENIED));
        assertThat(answers(oracle, v, SegmentKind.RST, SeqClass.RIGHT_EDGE, AckClass.NONE))
                .extracting(Answer::next)
                .containsExactly(State.CLOSED);
    }

    @Test
    void whereTheIcsIsSilentEitherIsRight() {
        Before v = before(State.ESTABLISHED, false);
        assertThat(answers(oracle(Map.of()), v, SegmentKind.RST, SeqClass.INSIDE, AckClass.NONE))
                .extracting(Answer::next)
                .containsExactlyInAnyOrder(State.CLOSED, State.ESTABLISHED);
    }

    @Test
    void onlyTheNewPartOfTextIsTaken() {
        Before v = before(State.ESTABLISHED, false);
        assertThat(answers(oracle(Map.of()), v, SegmentKind.TEXT, SeqClass.PARTLY_OLD, AckClass.SND_UNA))
                .singleElement()
                .satisfies(a -> assertThat(a.delivered()).isEqualTo(5))
                .satisfies(a -> assertThat(a.reply().orElseThrow().ack()).isEqualTo(RCV_NXT.plus(5)));
    }

    @Test
    void theAckOfAFinDecidesWhereAFinLeads() {
        Before v = before(State.FIN_WAIT_1, true);
        Oracle oracle = oracle(Map.of());
        assertThat(answers(oracle, v, SegmentKind.FIN, SeqClass.RCV_NXT, AckClass.BETWEEN))
                .extracting(Answer::next)
                .containsExactly(State.CLOSING);
        assertThat(answers(oracle, v, SegmentKind.FIN, SeqClass.RCV_NXT, AckClass.SND_NXT))
                .extracting(Answer::next)
                .containsExactly(State.TIME_WAIT);
    }

    @Test
    void synReceivedRefusesWhatAcknowledgesNothing() {
        Before v = before(State.SYN_RECEIVED, false);
        assertThat(answers(oracle(Map.of()), v, SegmentKind.TEXT, SeqClass.RCV_NXT, AckClass.SND_UNA))
                .singleElement()
                .satisfies(a -> assertThat(a.reply().orElseThrow().flags()).hasToString("RST"))
                .satisfies(a -> assertThat(a.next()).isEqualTo(State.SYN_RECEIVED));
    }

    @Test
    void aSecondFinBeyondTheFirstIsLeftOpen() {
        Before v = before(State.CLOSE_WAIT, false);
        assertThat(Oracle.leftOpen(v, new Row(SegmentKind.FIN, SeqClass.RCV_NXT, AckClass.SND_NXT)))
                .isPresent();
        assertThat(Oracle.leftOpen(v, new Row(SegmentKind.FIN, SeqClass.JUST_OLD, AckClass.SND_NXT)))
                .isEmpty();
    }

    private static List<Answer> answers(Oracle oracle, Before v, SegmentKind kind, SeqClass seq, AckClass ack) {
        return oracle.answers(v, segment(new Row(kind, seq, ack), v));
    }

    private static Segment segment(Row row, Before v) {
        Row.Numbers numbers = row.in(v).orElseThrow();
        Endpoint peer = new Endpoint(InetAddress.getLoopbackAddress(), 1);
        Endpoint iut = new Endpoint(InetAddress.getLoopbackAddress(), 2);
        return Segment.between(peer, iut)
                .withFlags(row.kind().flags())
                .withSeq(numbers.seq())
                .withAck(numbers.ack())
                .withText(Bytes.pattern(1, 0, row.kind().octets()));
    }

    private static Before before(State state, boolean finSent) {
        Optional<SequenceNumber> fin = finSent ? Optional.of(NXT.minus(1)) : Optional.empty();
        return new Before(state, false, UNA, NXT, fin, RCV_NXT.minus(1), RCV_NXT, WINDOW);
    }

    private static Oracle oracle(Map<String, Support> options) {
        return new Oracle(new Statement("a stack", Set.of(), options, Ixit.DEFAULT, Map.of(), List.of()));
    }
}
