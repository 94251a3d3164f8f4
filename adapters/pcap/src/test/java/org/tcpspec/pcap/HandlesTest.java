package org.tcpspec.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.PeerProvider;
import org.tcpspec.spi.iut.Statement;

class HandlesTest {

    @Test
    void libpcapsErrorsAreExplainedWithTheirMend() {
        assertThat(Handles.explain("eth9", "eth9: No such device exists (No such device exists)"))
                .contains("no network interface eth9", "ip link show");
        assertThat(Handles.explain("eth9", "You don't have permission to capture on that device"))
                .contains("sudo", "cap_net_raw");
        assertThat(Handles.explain("eth9", "socket: Operation not permitted")).contains("sudo");
        assertThat(Handles.explain("eth9", "That device is not up")).contains("ip link set eth9 up");
        assertThat(Handles.explain("eth9", "out of luck ")).endsWith("out of luck");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anInterfaceThatIsNotThereIsAFaultOfTheLab() {
        PeerProvider provider =
                ServiceLoader.load(PeerProvider.class).findFirst().orElseThrow();
        Statement statement = new Statement("none", Set.of(), Map.of(), Ixit.DEFAULT, Map.of(), List.of());
        assertThatThrownBy(() -> provider.open("tcpspec-none", statement, any -> true))
                .isInstanceOf(LabException.class)
                .hasMessageMatching("(?s).*(no network interface|sudo|Install it).*");
    }
}
