package org.tcpspec.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.wire.IpVersion;

class AddressesTest {

    private final Addresses addresses = new Addresses();

    @Test
    void noPhantomIsGivenOutTwice() {
        Set<String> given = new HashSet<>();
        for (int i = 0; i < 131_070; i++) {
            assertThat(given.add(addresses.phantom(IpVersion.IPV4).getHostAddress()))
                    .isTrue();
        }
        assertThat(given).contains("198.18.0.1", "198.19.255.254").doesNotContain("198.19.255.255");
        assertThatThrownBy(() -> addresses.phantom(IpVersion.IPV4)).isInstanceOf(LabException.class);
    }

    @Test
    void blocksDoNotOverlapAndKeepOutOfTheEphemeralRange() {
        Set<String> given = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            Addresses.Block block = addresses.block();
            for (int port = block.firstPort(); port < block.firstPort() + Addresses.PORTS; port++) {
                assertThat(given.add(block.address() + ":" + port)).isTrue();
                assertThat(port < 32768 && port >= 1024 || port > 60999 && port < 65536)
                        .isTrue();
            }
        }
    }

    @Test
    void ipv6PhantomsAreOnTheirPrefix() {
        assertThat(addresses.phantom(IpVersion.IPV6).getHostAddress()).isEqualTo("2001:db8:1:0:0:0:0:1");
        assertThat(Addresses.iut(IpVersion.IPV6, 0).getHostAddress()).isEqualTo("2001:db8:0:0:0:0:0:2");
    }
}
