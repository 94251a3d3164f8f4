package org.tcpspec.uml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutContract;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.IpVersion;

/** A kernel in virtual time keeps the contract over both IP versions; skipped where it is not built. */
class UmlContractTest {

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
            Capability.URGENT,
            Capability.KEEP_ALIVE,
            Capability.SECOND_ADDRESS,
            Capability.SETTINGS,
            Capability.IPV6);
    private static final Map<String, String> SETTINGS =
            Map.of("ignore RST in TIME-WAIT", "net.ipv4.tcp_rfc1337", "of another kernel", "net.ipv4.tcp_no_such");
    private static Optional<Iut> iut = Optional.empty();

    @BeforeAll
    static void open() {
        Optional<String> missing = new UmlProvider().missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        iut = Optional.of(fresh());
    }

    @AfterAll
    static void close() {
        iut.ifPresent(Iut::close);
    }

    private static Iut fresh() {
        Statement statement = new Statement("Linux ${kernel}", CAN, Map.of(), Ixit.DEFAULT, SETTINGS, List.of());
        return new UmlProvider().open(new IutRequest(statement, IpVersion.IPV4, 1));
    }

    @Test
    void whatTheKernelHasNotIsNotClaimed() {
        assertThat(iut.orElseThrow().statement().settings()).containsOnlyKeys("ignore RST in TIME-WAIT");
        assertThat(iut.orElseThrow().statement().name()).startsWith("Linux 6.").contains("virtual time");
    }

    /** The clock stands still between the kit's requests, and a SYN comes again when it is due, not a tick later. */
    @Test
    void aRetransmissionComesInTheKernelsTime() {
        try (Bench bench = iut.orElseThrow().bench(new BenchRequest("rto", IpVersion.IPV4, 1, Map.of()))) {
            bench.user()
                    .openActive(
                            new Endpoint(bench.iutAddress(), bench.port(0)),
                            new Endpoint(bench.peer().address(), 4000),
                            OpenOptions.DEFAULT);
            long first = frame(bench).nanos();
            long second = frame(bench).nanos();
            assertThat(Duration.ofNanos(second - first)).isBetween(Duration.ofMillis(1000), Duration.ofMillis(1050));
        }
    }

    private static Observed.Frame frame(Bench bench) {
        long deadline = bench.clock().in(Duration.ofSeconds(10));
        Optional<Observed> next = bench.next(deadline);
        while (next.isPresent() && !(next.get() instanceof Observed.Frame)) {
            next = bench.next(deadline);
        }
        return (Observed.Frame) next.orElseThrow();
    }

    private abstract static class OfUml extends IutContract {
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
            return Map.of("ignore RST in TIME-WAIT", "on");
        }
    }

    @Nested
    class OverIpv4 extends OfUml {}

    @Nested
    class OverIpv6 extends OfUml {
        @Override
        public IpVersion ip() {
            return IpVersion.IPV6;
        }
    }
}
