package org.tcpspec.steps.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Defect;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;
import org.tcpspec.spi.wire.SequenceNumber;

class MistakesTest {

    private static final Endpoint IPV4 = new Endpoint(address("192.0.2.1"), 1000);
    private static final Endpoint IPV6 = new Endpoint(address("2001:db8::1"), 1000);

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a wrong checksum",
                "a checksum of zero",
                "a checksum off by one",
                "a checksum with its octets swapped",
                "a checksum that is not complemented",
                "a checksum without the pseudo-header",
                "a checksum without the last octet",
                "a checksum without the text"
            })
    void makeTheChecksumWrong(String mistake) {
        Phrase phrase = Phrase.parse("ACK with 3 octets of text and " + mistake);
        for (Endpoint end : new Endpoint[] {IPV4, IPV6}) {
            for (int seq = 0; seq < 200; seq++) {
                Segment segment = segment(end, seq);
                assertThat(SegmentCodec.decode(SegmentCodec.encode(segment, Mistakes.of(phrase, segment)))
                                .defects())
                        .containsExactly(Defect.CHECKSUM);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 77})
    void zeroCanBeRight(int seq) {
        Phrase phrase = Phrase.parse("ACK with a checksum that is rightly zero");
        Segment segment = Mistakes.adjusted(phrase, segment(IPV6, seq));
        Bytes octets = SegmentCodec.encode(segment, Mistakes.of(phrase, segment));
        assertThat(octets.slice(56, 58)).isEqualTo(Bytes.of((byte) 0, (byte) 0));
        assertThat(SegmentCodec.decode(octets).defects()).isEmpty();
    }

    private static Segment segment(Endpoint end, int seq) {
        return Segment.between(end, end)
                .withSeq(SequenceNumber.of(seq))
                .withFlags(Flags.of(Flag.ACK))
                .withText(Bytes.pattern(seq, 0, 3));
    }
}
