package org.tcpspec.steps.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

class ClassifierTest {

    private static final Endpoint END = new Endpoint(InetAddress.getLoopbackAddress(), 1);

    /** SND.UNA=150, SND.NXT=160 with the FIN at 159, MAX.SND.WND=20; RCV.NXT=1000, RCV.WND=100. */
    private static Variables finOutstanding(long window) {
        return new Variables(
                Optional.of(SequenceNumber.of(100)),
                SequenceNumber.of(150),
                SequenceNumber.of(160),
                20,
                Optional.of(SequenceNumber.of(159)),
                Optional.of(SequenceNumber.of(900)),
                SequenceNumber.of(1000),
                window,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Segment segment(String flags, long seq, long ack, int text) {
        Flag[] set = Arrays.stream(flags.split(" "))
                .filter(f -> !f.equals("-"))
                .map(Flag::valueOf)
                .toArray(Flag[]::new);
        return Segment.between(END, END)
                .withFlags(Flags.of(set))
                .withSeq(SequenceNumber.of(seq))
                .withAck(SequenceNumber.of(ack))
                .withText(Bytes.pattern(1, 0, text));
    }

    @ParameterizedTest
    @CsvSource({
        "RST,        999, 160,  0, SEG-RST-OUTSIDE",
        "RST,       1000, 160, 50, SEG-RST-EXACT",
        "RST ACK,   1001, 160,  0, SEG-RST-INWINDOW",
        "RST,       1099, 160,  0, SEG-RST-INWINDOW",
        "RST,       1100, 160,  0, SEG-RST-OUTSIDE",
        "ACK,        999, 160,  0, SEG-UNACCEPTABLE",
        "ACK,       1100, 160,  0, SEG-UNACCEPTABLE",
        "SYN,       1000, 160,  0, SEG-SYN",
        "SYN ACK,   1099, 160,  0, SEG-SYN-ACK",
        "SYN,        999, 160,  0, SEG-UNACCEPTABLE",
        "FIN,       1000, 160,  5, SEG-NOACK",
        "URG ACK,   1000, 161,  5, SEG-ACK-FUTURE",
        "FIN ACK,   1000, 129,  5, SEG-ACK-TOO-OLD",
        "ACK,       1000, 130,  0, SEG-ACK-DUP",
        "ACK,       1000, 150,  0, SEG-ACK-DUP",
        "ACK,       1000, 151,  0, SEG-ACK-NEW",
        "ACK,       1000, 159,  0, SEG-ACK-NEW",
        "ACK,       1000, 160,  0, SEG-ACK-FIN",
        "ACK,       1000, 160,  5, SEG-ACK-FIN",
        "FIN ACK,   1000, 160,  5, SEG-FIN-ACKFIN",
        "FIN ACK,   1000, 159,  5, SEG-FIN",
        "FIN ACK,    995, 159,  5, SEG-FIN",
        "FIN ACK,   1001, 159,  0, SEG-DATA-EARLY",
        "ACK,       1000, 159,  5, SEG-DATA-INORDER",
        "ACK,       1001, 159,  5, SEG-DATA-EARLY",
        "ACK,        996, 159,  5, SEG-DATA-OVERLAP",
        "ACK,        995, 159,  5, SEG-UNACCEPTABLE",
        "URG ACK,   1000, 159,  5, SEG-URG"
    })
    void inFinWait1(String flags, long seq, long ack, int text, String event) {
        assertThat(Classifier.of(State.FIN_WAIT_1, finOutstanding(100), segment(flags, seq, ack, text)))
                .hasToString(event);
    }

    @ParameterizedTest
    @CsvSource({
        "ACK,  1000, 159, 5, SEG-DATA-ZEROWND",
        "ACK,  1000, 160, 5, SEG-UNACCEPTABLE",
        "ACK,   999, 159, 5, SEG-UNACCEPTABLE",
        "ACK,  1000, 159, 0, SEG-ACK-NEW",
        "RST,  1000, 159, 5, SEG-RST-EXACT",
        "RST,  1001, 159, 0, SEG-RST-OUTSIDE"
    })
    void whereTheWindowIsClosed(String flags, long seq, long ack, int text, String event) {
        assertThat(Classifier.of(State.FIN_WAIT_1, finOutstanding(0), segment(flags, seq, ack, text)))
                .hasToString(event);
    }

    @ParameterizedTest
    @CsvSource({
        "RST,     SEG-RST-OUTSIDE",
        "SYN,     SEG-SYN",
        "SYN ACK, SEG-SYN-ACK",
        "SYN URG, SEG-URG",
        "FIN,     SEG-NOACK",
        "ACK,     SEG-ACK-FUTURE",
        "FIN ACK, SEG-FIN"
    })
    void whereNoConnectionEverWas(String flags, String event) {
        assertThat(Classifier.of(State.LISTEN, Variables.NONE, segment(flags, 7, 8, 0)))
                .hasToString(event);
    }

    @Test
    void aHeldFinIsReachedWhenTheGapIsFilled() {
        Variables v = finOutstanding(100);
        Variables holding = new Variables(
                v.iss(),
                v.sndUna(),
                v.sndNxt(),
                v.maxSndWnd(),
                v.fin(),
                v.irs(),
                v.rcvNxt(),
                v.rcvWnd(),
                List.of(new Variables.Span(SequenceNumber.of(1005), SequenceNumber.of(1010))),
                Optional.of(SequenceNumber.of(1010)),
                Optional.empty());
        assertThat(Classifier.of(State.FIN_WAIT_1, holding, segment("ACK", 1000, 159, 5)))
                .isEqualTo(EventKind.SEG_FIN);
        assertThat(Classifier.of(State.FIN_WAIT_1, holding, segment("ACK", 1000, 159, 4)))
                .isEqualTo(EventKind.SEG_DATA_INORDER);
    }
}
