package org.tcpspec.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;

class StraysTest {

    private final Strays strays = new Strays();
    private InetAddress iut;
    private InetAddress phantom;

    @BeforeEach
    void addresses() throws UnknownHostException {
        iut = InetAddress.getByName("192.0.2.2");
        phantom = InetAddress.getByName("198.18.0.1");
    }

    private Packet packet(Flag... flags) {
        Segment segment = Segment.between(new Endpoint(iut, 5), new Endpoint(phantom, 6));
        return SegmentCodec.decode(SegmentCodec.encode(segment.withFlags(Flags.of(flags))));
    }

    @Test
    void anUnknownPacketIsOneLine() {
        strays.unknown(iut, phantom, packet(Flag.SYN));
        assertThat(strays.list()).containsExactly("stray: 192.0.2.2:5 > 198.18.0.1:6 <SEQ=0><CTL=SYN>");
    }

    @Test
    void whatComesTooLateIsOneLineForEachPhantom() {
        for (int i = 0; i < 5; i++) {
            strays.late(phantom, iut, phantom, packet(Flag.FIN, Flag.ACK));
        }
        assertThat(strays.list())
                .singleElement()
                .asString()
                .startsWith("late: 5 packets")
                .contains("FIN,ACK");
    }

    @Test
    void aLateResetIsHowAStackCleansUp() {
        strays.late(phantom, iut, phantom, packet(Flag.RST));
        assertThat(strays.list()).isEmpty();
    }

    @Test
    void theListIsBounded() {
        for (int i = 0; i < 10 * Strays.LIMIT; i++) {
            strays.unknown(iut, phantom, packet(Flag.SYN));
        }
        assertThat(strays.list()).hasSize(Strays.LIMIT + 1).last().asString().contains("2700 more");
    }
}
