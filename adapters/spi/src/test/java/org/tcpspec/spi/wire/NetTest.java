package org.tcpspec.spi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetTest {

    @Test
    void aNetHasAddresses() {
        Net net = Net.of("192.0.2.200/25");
        assertThat(net.contains(Net.address("192.0.2.128"))).isTrue();
        assertThat(net.contains(Net.address("192.0.2.127"))).isFalse();
        assertThat(net.contains(Net.address("2001:db8::1"))).isFalse();
        assertThat(net.size()).isEqualTo(128);
        assertThat(net.at(1)).isEqualTo(Net.address("192.0.2.129"));
        assertThat(Net.of("2001:db8:1::/64").at(0x10002)).isEqualTo(Net.address("2001:db8:1::1:2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "2600::1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "172.32.0.1"})
    void isPublic(String address) {
        assertThat(Net.isPublic(Net.address(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.1.1",
                "127.0.0.1",
                "192.0.2.1",
                "198.51.100.9",
                "203.0.113.1",
                "198.18.0.1",
                "fd00::1",
                "fe80::1",
                "::1",
                "2001:db8::1"
            })
    void isNotPublic(String address) {
        assertThat(Net.isPublic(Net.address(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "1.2.3", "1.2.3.4.5", "", "example.com/24", "1.2.3.4/x", "1.2.3.4/33", "::/129"})
    void whatIsNoAddressIsNotLookedUp(String text) {
        assertThatThrownBy(() -> Net.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
