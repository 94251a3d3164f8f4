package org.tcpspec.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.tcpspec.spi.iut.IutProvider;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;

class LinuxProviderTest {

    @Test
    void isFoundByItsNameWithItsFiles() {
        IutProvider provider = ServiceLoader.load(IutProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(p -> p.name().equals("linux"))
                .findFirst()
                .orElseThrow();
        assertThat(provider.statement()).isNotNull();
        assertThat(provider.deviations()).isNotNull();
        assertThat(provider.description()).contains("kernel");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void outsideTheLabNothingIsOpened() {
        Statement statement = new Statement("Linux", Set.of(), Map.of(), Ixit.DEFAULT, Map.of(), List.of());
        assertThatThrownBy(() -> new LinuxProvider().open(new IutRequest(statement, IpVersion.IPV4, 1)))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("not entered");
    }
}
