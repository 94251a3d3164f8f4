package org.tcpspec.spi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinuxSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "net.ipv4.tcp_rfc1337, on, 1",
        "net.ipv4.tcp_rfc1337, off, 0",
        "net.ipv4.tcp_tw_reuse, loopback-only, 2",
        "net.ipv4.ip_local_port_range, 40000-40003, 40000 40003",
        "net.ipv4.tcp_fin_timeout, 3s, 3",
        "net.ipv4.tcp_tw_reuse_delay, 3s, 3000",
        "net.ipv4.tcp_tw_reuse_delay, 100ms, 100",
        "net.ipv4.tcp_retries2, 15, 15"
    })
    void eachValueIsWrittenAsTheKernelReadsIt(String name, String value, String written) {
        assertThat(LinuxSettings.value(name, value)).isEqualTo(written);
    }
}
