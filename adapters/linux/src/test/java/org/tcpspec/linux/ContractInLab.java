package org.tcpspec.linux;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutContract;

/** What every adapter must pass, over IPv4. */
@Tag("lab")
class ContractInLab extends IutContract {

    @Override
    public Iut iut() {
        return Lab.iut();
    }

    @Override
    public Optional<Iut> another() {
        return Optional.of(Lab.open());
    }

    @Override
    public Map<String, String> setting() {
        return Map.of("ignore RST in TIME-WAIT", "on");
    }
}
