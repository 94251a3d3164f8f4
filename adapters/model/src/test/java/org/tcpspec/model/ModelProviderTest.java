package org.tcpspec.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.iut.IutProvider;
import org.tcpspec.spi.iut.LabException;

class ModelProviderTest {

    @Test
    void theModelIsFoundByItsName() throws Exception {
        IutProvider provider = ServiceLoader.load(IutProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(p -> p.name().equals("model"))
                .findFirst()
                .orElseThrow();
        assertThat(provider).isInstanceOf(ModelProvider.class);
        assertThat(provider.statement().openStream()).isNotEmpty();
        assertThat(provider.deviations().openStream()).isNotEmpty();
        assertThat(provider.virtualTime()).isTrue();
    }

    @Test
    void unknownSettingsAreNamed() {
        assertThatThrownBy(() -> Rig.withSettings(Map.of("speed", "high")))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("speed")
                .hasMessageContaining(Profile.IGNORE_RST);
        assertThatThrownBy(() -> Rig.withSettings(Map.of(Profile.IGNORE_RST, "perhaps")))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("perhaps");
    }
}
