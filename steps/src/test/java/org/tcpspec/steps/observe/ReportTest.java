package org.tcpspec.steps.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.IcmpCodec;
import org.tcpspec.spi.wire.IcmpError;
import org.tcpspec.spi.wire.IcmpMessage;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;

class ReportTest {

    private final InetAddress router;
    private final Segment segment;

    ReportTest() throws UnknownHostException {
        router = InetAddress.getByName("198.51.100.1");
        segment = Segment.between(
                        new Endpoint(InetAddress.getByName("192.0.2.1"), 1000),
                        new Endpoint(InetAddress.getByName("192.0.2.9"), 2000))
                .withSeq(SequenceNumber.of(77))
                .withFlags(Flags.of(Flag.ACK))
                .withText(Bytes.ascii("some text"));
    }

    private IcmpMessage message(String report) {
        return IcmpCodec.decode(Report.parse(report).packet(router, segment, v -> 500))
                .orElseThrow();
    }

    @Test
    void everyErrorHasItsName() {
        for (IcmpError error : IcmpError.values()) {
            String name = error.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            assertThat(Report.parse(name).error()).isEqualTo(error);
        }
        assertThat(Arrays.stream(IcmpError.values()).count())
                .isEqualTo(
                        Report.REGEXP.substring(3, Report.REGEXP.indexOf(')')).split("[|]").length);
        assertThatThrownBy(() -> Report.parse("sunspots")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSegmentIsQuotedAsARouterSawIt() {
        IcmpMessage message = message("host unreachable");
        assertThat(message.quoted().length()).isEqualTo(28);
        assertThat(message.quoted().at(8)).isEqualTo(segment.ip().timeToLive() - 1);
        assertThat(IcmpCodec.quoted(message).orElseThrow())
                .isEqualTo(new IcmpCodec.Quoted(segment.source(), segment.destination(), segment.seq()));
    }

    @Test
    void whatIsQuotedCanBeAnotherNumberPortOrProtocol() {
        assertThat(IcmpCodec.quoted(message("port unreachable quoting SEQ=SND.NXT+1"))
                        .orElseThrow()
                        .seq())
                .isEqualTo(SequenceNumber.of(501));
        assertThat(IcmpCodec.quoted(message("port unreachable quoting another port of the IUT"))
                        .orElseThrow()
                        .source()
                        .port())
                .isEqualTo(1001);
        assertThat(IcmpCodec.quoted(message("port unreachable quoting another port of the peer"))
                        .orElseThrow()
                        .destination()
                        .port())
                .isEqualTo(2001);
        assertThat(IcmpCodec.quoted(message("port unreachable quoting another protocol")))
                .isEmpty();
    }

    @Test
    void theQuoteCanBeShortOrWhole() {
        assertThat(message("port unreachable quoting 4 octets of the segment")
                        .quoted()
                        .length())
                .isEqualTo(24);
        assertThat(message("port unreachable quoting the whole segment")
                        .quoted()
                        .length())
                .isEqualTo(49);
    }

    @Test
    void theMtuStandsInItsField() {
        assertThat(message("fragmentation needed with MTU 1300").rest()).isEqualTo(1300);
    }

    @Test
    void aWrongChecksumIsOne() {
        Bytes octets = Report.parse("port unreachable with a wrong checksum").packet(router, segment, v -> 0);
        assertThat(IcmpCodec.decode(octets)).isEmpty();
    }
}
