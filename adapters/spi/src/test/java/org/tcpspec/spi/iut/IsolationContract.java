package org.tcpspec.spi.iut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Flag;

/** The part of {@link IutContract} on benches that know nothing of each other. */
public interface IsolationContract extends ContractBase {

    int BENCHES = 100;
    int PORTS = 8;

    @Test
    default void noAddressAndNoPortIsGivenOutTwice() {
        Set<InetAddress> peers = new HashSet<>();
        Set<Integer> ports = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            try (Bench bench = bench()) {
                assertThat(peers.add(bench.peer().address()))
                        .as("another peer for each bench")
                        .isTrue();
                assertThat(bench.peer().address()).isNotEqualTo(bench.iutAddress());
                for (int index = 0; index < PORTS; index++) {
                    int port = bench.port(index);
                    assertThat(port).isBetween(1, 65_535).isEqualTo(bench.port(index));
                    assertThat(ports.add(port))
                            .as("port %s is given out once", port)
                            .isTrue();
                }
            }
        }
    }

    @Test
    default void twoBenchesDoNotSeeEachOthersPackets() {
        int parallel = iut().statement().ixit().parallel();
        assumeTrue(parallel != 1, "one scenario at a time");
        try (Bench one = bench();
                Bench other = bench()) {
            ContractPeer first = new ContractPeer(one, 0);
            ContractPeer second = new ContractPeer(other, 0);
            first.send(Flag.SYN);
            second.send(Flag.SYN);
            first.segment("a reset", s -> s.has(Flag.RST));
            second.segment("a reset", s -> s.has(Flag.RST));
            assertThat(first.record).hasSize(2);
            assertThat(second.record).hasSize(2);
            assertThat(one.next(one.clock().nanos())).isEmpty();
            assertThat(other.next(other.clock().nanos())).isEmpty();
        }
    }

    @Test
    default void aHundredBenchesAndOneWithASettingAllSeeTheSame() {
        need(Capability.PASSIVE_OPEN, Capability.SEND);
        if (iut().statement().can(Capability.SETTINGS)) {
            assertThat(setting())
                    .as("IutContract.setting() for an IUT that claims settings")
                    .isNotEmpty();
            assertThat(iut().statement().settings().keySet())
                    .containsAll(setting().keySet());
        }
        List<String> seen = playAll();
        assertThat(new HashSet<>(seen)).as("what the benches saw").containsExactly("ACCEPTED hello HELLO RESET");
    }

    @Test
    default void closingTwiceIsClosingOnce() {
        Bench bench = bench();
        new ContractPeer(bench, 0).send(Flag.SYN);
        bench.close();
        bench.close();
        another().ifPresent(iut -> {
            iut.close();
            iut.close();
        });
    }

    @Test
    default void whatABenchLeavesOpenDisturbsNobody() {
        need(Capability.PASSIVE_OPEN);
        for (int i = 0; i < 10; i++) {
            try (Bench bench = bench()) {
                ContractPeer peer = new ContractPeer(bench, i % PORTS);
                peer.accepted(OpenOptions.DEFAULT);
                peer.send(Bytes.ascii("left behind"), Flag.ACK);
            }
        }
        assertThat(iut().notes()).isNotNull();
    }

    private List<String> playAll() {
        boolean virtual;
        try (Bench bench = bench()) {
            virtual = bench.clock().isVirtual();
        }
        int parallel = iut().statement().ixit().parallel();
        int threads = virtual ? 1 : parallel == 0 ? BENCHES : Math.min(parallel, BENCHES);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<String>> plays = new ArrayList<>();
            for (int i = 0; i < BENCHES; i++) {
                Map<String, String> setting = i == BENCHES / 2 ? setting() : Map.of();
                BenchRequest request = new BenchRequest("contract-" + i, ip(), i, setting);
                plays.add(pool.submit(() -> play(request)));
            }
            List<String> seen = new ArrayList<>();
            for (Future<String> play : plays) {
                seen.add(result(play));
            }
            return seen;
        } finally {
            pool.shutdownNow();
        }
    }

    private static String result(Future<String> play) {
        try {
            return play.get();
        } catch (ExecutionException e) {
            throw new AssertionError(
                    "a bench among a hundred failed: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A short life of a connection, and what was seen of it. */
    private String play(BenchRequest request) {
        try (Bench bench = iut().bench(request)) {
            ContractPeer peer = new ContractPeer(bench, 0);
            ConnectionId connection = peer.accepted(OpenOptions.DEFAULT);
            peer.send(Bytes.ascii("hello"), Flag.ACK, Flag.PSH);
            Bytes handed = peer.handedOver(5);
            bench.user().send(connection, Bytes.ascii("HELLO"));
            Bytes sent = peer.text(5);
            peer.send(Flag.RST);
            SignalKind end = peer.signal(SignalKind.RESET, SignalKind.ERROR).kind();
            return "ACCEPTED " + text(handed) + " " + text(sent) + " " + end.name();
        }
    }

    private static String text(Bytes octets) {
        return new String(octets.toArray(), StandardCharsets.US_ASCII);
    }
}
