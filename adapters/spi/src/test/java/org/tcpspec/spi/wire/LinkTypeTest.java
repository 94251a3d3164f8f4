package org.tcpspec.spi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkTypeTest {

    private static final Bytes IPV4 = Bytes.hex("4500001c" + "00".repeat(24));
    private static final Bytes IPV6 = Bytes.hex("600000000008" + "00".repeat(42));
    private static final String MACS = "020000000001020000000002";

    @Test
    void eachLinkLayerIsTakenOff() {
        assertThat(LinkType.ip(LinkType.RAW, IPV4)).contains(IPV4);
        assertThat(LinkType.ip(LinkType.IPV6, IPV6)).contains(IPV6);
        assertThat(ip(LinkType.ETHERNET, MACS + "0800", IPV4)).contains(IPV4);
        assertThat(ip(LinkType.ETHERNET, MACS + "86dd", IPV6)).contains(IPV6);
        assertThat(ip(LinkType.ETHERNET, MACS + "88a80001" + "81000002" + "0800", IPV4))
                .contains(IPV4);
        assertThat(ip(LinkType.LINUX_SLL, "00000001000602000000000100000800", IPV4))
                .contains(IPV4);
        assertThat(ip(LinkType.LINUX_SLL2, "86dd" + "00".repeat(18), IPV6)).contains(IPV6);
        assertThat(ip(LinkType.LOOP, "00000002", IPV4)).contains(IPV4);
        for (String family : new String[] {"02000000", "00000002"}) {
            assertThat(ip(LinkType.NULL, family, IPV4)).contains(IPV4);
        }
        for (String family : new String[] {"0a000000", "18000000", "1c000000", "1e000000", "0000001e"}) {
            assertThat(ip(LinkType.NULL, family, IPV6)).contains(IPV6);
        }
    }

    @Test
    void onlyThePaddingOfTheLeastFrameIsTakenOff() {
        assertThat(ip(LinkType.ETHERNET, MACS + "0800", IPV4.plus(Bytes.pattern(1, 0, 18))))
                .contains(IPV4);
        assertThat(ip(LinkType.ETHERNET, MACS + "0800", IPV4.plus(Bytes.hex("00"))))
                .contains(IPV4.plus(Bytes.hex("00")));
    }

    @Test
    void whatIsNotIpIsEmpty() {
        assertThat(ip(LinkType.ETHERNET, MACS + "0806", IPV4)).isEmpty();
        assertThat(LinkType.ip(LinkType.ETHERNET, Bytes.hex(MACS + "0800"))).isEmpty();
        assertThat(LinkType.ip(LinkType.ETHERNET, Bytes.hex(MACS + "8100"))).isEmpty();
        assertThat(LinkType.ip(LinkType.NULL, Bytes.hex("0200"))).isEmpty();
        assertThat(ip(LinkType.NULL, "00010002", IPV4)).isEmpty();
        assertThat(LinkType.ip(105, IPV4)).isEmpty();
        for (int type : new int[] {0, 1, 101, 108, 113, 276}) {
            assertThat(LinkType.ip(type, Bytes.EMPTY).filter(b -> !b.isEmpty())).isEmpty();
        }
    }

    private static Optional<Bytes> ip(int linkType, String header, Bytes packet) {
        return LinkType.ip(linkType, Bytes.hex(header).plus(packet));
    }
}
