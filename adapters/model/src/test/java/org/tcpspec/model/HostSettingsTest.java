package org.tcpspec.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tcpspec.spi.iut.LabException;

class HostSettingsTest {

    @Test
    void eachSettingTakesItsKindOfValue() {
        HostSettings changed = HostSettings.DEFAULT
                .with(HostSettings.EPHEMERAL_PORTS, "40000-40003")
                .with(HostSettings.REUSE, "loopback-only")
                .with(HostSettings.REUSE_DELAY, "100ms")
                .with(HostSettings.RECYCLING, "on")
                .with(HostSettings.FIN_WAIT_2, "3s");
        assertThat(changed.ports().count()).isEqualTo(4);
        assertThat(changed.reuse()).isEqualTo(HostSettings.Reuse.LOOPBACK_ONLY);
        assertThat(changed.reuseDelay()).isEqualTo(Duration.ofMillis(100));
        assertThat(changed.recycling()).isTrue();
        assertThat(changed.finWait2()).contains(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @CsvSource({
        "ephemeral ports, 40003-40000",
        "ephemeral ports, 0-10",
        "ephemeral ports, 60000-70000",
        "ephemeral ports, many",
        "reuse of TIME-WAIT, perhaps",
        "delay of reuse, 1",
        "TIME-WAIT recycling, 1",
        "FIN-WAIT-2 timeout, soon"
    })
    void anyOtherValueIsRefusedByName(String name, String value) {
        assertThatThrownBy(() -> HostSettings.DEFAULT.with(name, value))
                .isInstanceOf(LabException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }
}
