package org.tcpspec.model;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutContract;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;

/** The model keeps the contract over both IP versions, and with calls withheld. */
class ModelContractTest {

    private static final Statement WHOLE = Rig.statement(Rig.RFC5961, Ixit.DEFAULT);

    private abstract static class OfModel extends IutContract {
        private final Iut iut = fresh();

        Statement claims() {
            return WHOLE;
        }

        private Iut fresh() {
            return new ModelProvider().open(new IutRequest(claims(), ip(), 7));
        }

        @Override
        public Iut iut() {
            return iut;
        }

        @Override
        public Optional<Iut> another() {
            return Optional.of(fresh());
        }

        @Override
        public Map<String, String> setting() {
            return Map.of(Profile.IGNORE_RST, "on");
        }
    }

    @Nested
    class OverIpv4 extends OfModel {}

    @Nested
    class OverIpv6 extends OfModel {
        @Override
        public IpVersion ip() {
            return IpVersion.IPV6;
        }
    }

    @Nested
    class WithoutStatusAndClose extends OfModel {
        @Override
        Statement claims() {
            return WHOLE.without(Capability.STATUS).without(Capability.CLOSE).without(Capability.OPEN_FROM_LISTEN);
        }
    }
}
