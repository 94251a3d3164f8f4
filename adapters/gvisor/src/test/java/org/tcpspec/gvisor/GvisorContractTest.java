package org.tcpspec.gvisor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutContract;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;

/** gVisor keeps the contract over both IP versions; skipped where it is not built. */
class GvisorContractTest {

    private static final Set<Capability> CAN = EnumSet.of(
            Capability.PASSIVE_OPEN,
            Capability.ACTIVE_OPEN,
            Capability.CHOOSE_LOCAL_PORT,
            Capability.CLOSE,
            Capability.CLOSE_BOTH_WAYS,
            Capability.ABORT,
            Capability.SEND,
            Capability.RECEIVE_ON_DEMAND,
            Capability.STATUS,
            Capability.NAGLE_SWITCH,
            Capability.USER_TIMEOUT,
            Capability.KEEP_ALIVE,
            Capability.SECOND_ADDRESS,
            Capability.SETTINGS,
            Capability.IPV6);
    private static final Map<String, String> SETTINGS = Map.of("FIN-WAIT-2 timeout", "TCPLingerTimeoutOption");
    private static Optional<Iut> iut = Optional.empty();

    @BeforeAll
    static void open() {
        try {
            iut = Optional.of(fresh());
        } catch (LabException e) {
            assumeTrue(false, e.getMessage());
        }
    }

    @AfterAll
    static void close() {
        iut.ifPresent(Iut::close);
    }

    private static Iut fresh() {
        Statement statement = new Statement("gVisor", CAN, Map.of(), Ixit.DEFAULT, SETTINGS, List.of());
        return new GvisorProvider().open(new IutRequest(statement, IpVersion.IPV4, 1));
    }

    private abstract static class OfGvisor extends IutContract {
        @Override
        public Iut iut() {
            return iut.orElseThrow();
        }

        @Override
        public Optional<Iut> another() {
            return Optional.of(fresh());
        }

        @Override
        public Map<String, String> setting() {
            return Map.of("FIN-WAIT-2 timeout", "3s");
        }
    }

    @Nested
    class OverIpv4 extends OfGvisor {}

    @Nested
    class OverIpv6 extends OfGvisor {
        @Override
        public IpVersion ip() {
            return IpVersion.IPV6;
        }
    }
}
