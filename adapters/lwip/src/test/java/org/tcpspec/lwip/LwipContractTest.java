package org.tcpspec.lwip;

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

/** lwIP, as Debian builds it, keeps the contract over both IP versions; skipped where it is not installed. */
class LwipContractTest {

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
            Capability.KEEP_ALIVE,
            Capability.IPV6);
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
        Statement statement = new Statement("lwIP", CAN, Map.of(), Ixit.DEFAULT, Map.of(), List.of());
        return new LwipProvider().open(new IutRequest(statement, IpVersion.IPV4, 1));
    }

    private abstract static class OfLwip extends IutContract {
        @Override
        public Iut iut() {
            return iut.orElseThrow();
        }
    }

    @Nested
    class OverIpv4 extends OfLwip {}

    @Nested
    class OverIpv6 extends OfLwip {
        @Override
        public IpVersion ip() {
            return IpVersion.IPV6;
        }
    }
}
