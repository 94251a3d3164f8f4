package org.tcpspec.spi.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.hosted.Children;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutContract;
import org.tcpspec.spi.iut.IutGoneException;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;

/** A stack in child processes keeps the contract as one in this process does; when it dies, the next one lives. */
class HostedToyTest extends IutContract {

    private static final String DEADLY = "deadly";
    private static final Hosted IUT = new Hosted(DEADLY);

    @AfterAll
    static void close() {
        IUT.close();
    }

    @Override
    public Iut iut() {
        return IUT;
    }

    @Override
    public Optional<Iut> another() {
        return Optional.empty();
    }

    @Override
    public Map<String, String> setting() {
        return Map.of(ToyIut.TIME_TO_LIVE, "33");
    }

    private static BenchRequest scenario(String id) {
        return new BenchRequest(id, IpVersion.IPV4, 1, Map.of());
    }

    @Test
    void aDeathIsToldWithTheLastWordsAndTheNextBenchLives() {
        try (Hosted iut = new Hosted(DEADLY)) {
            String before = iut.environment().get("pid");
            assertThatThrownBy(() -> iut.bench(scenario(DEADLY)))
                    .isInstanceOf(IutGoneException.class)
                    .hasMessageContaining("Assertion \"toys do not die\" failed");
            try (Bench bench = iut.bench(scenario("harmless"))) {
                assertThat(bench.clock().isVirtual()).isTrue();
            }
            assertThat(iut.environment().get("pid")).isNotEqualTo(before);
        }
    }

    @Test
    void aStackThatCannotBeUsedSaysSo() {
        try (Hosted iut = new Hosted(HostedToy.REFUSES)) {
            assertThatThrownBy(iut::environment)
                    .isInstanceOf(LabException.class)
                    .hasMessage("the toy is broken; buy a new one");
        }
    }

    @Test
    void nothingIsLeftRunning() {
        Hosted iut = new Hosted(DEADLY);
        ProcessHandle child =
                ProcessHandle.of(Long.parseLong(iut.environment().get("pid"))).orElseThrow();
        iut.close();
        child.onExit().join();
        assertThat(child.isAlive()).isFalse();
    }

    /** The toy's claims, and benches of child processes. */
    private static final class Hosted implements Iut {
        private final Iut claims = new ToyIut(ToyFlaw.NONE);
        private final Children children;

        Hosted(String argument) {
            this.children = new Children(HostedToy.class, List.of(argument), 4);
        }

        @Override
        public Statement statement() {
            return claims.statement();
        }

        @Override
        public Map<String, String> environment() {
            return children.environment();
        }

        @Override
        public Bench bench(BenchRequest request) {
            return children.bench(request);
        }

        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public void close() {
            children.close();
        }
    }
}
