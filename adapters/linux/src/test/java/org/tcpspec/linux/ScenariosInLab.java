package org.tcpspec.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Observed.Direction;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.State;

/** Many scenarios, settings, IPv6, and what happens when something dies. */
@Tag("lab")
class ScenariosInLab {

    private static final Map<String, String> IGNORE_RST = Map.of("ignore RST in TIME-WAIT", "on");

    @Test
    void twoHundredBenchesAtOnceDoNotSeeEachOther() throws InterruptedException, ExecutionException {
        List<Scene> scenes = new ArrayList<>();
        Set<Object> ends = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            Scene scene = Lab.scene("many " + i);
            scenes.add(scene);
            ends.add(scene.peer);
            ends.add(scene.iut);
        }
        assertThat(ends).hasSize(400);
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Future<?>> played = new ArrayList<>();
            for (int i = 0; i < scenes.size(); i++) {
                Scene scene = scenes.get(i);
                String text = "text of " + i;
                played.add(threads.submit(() -> exchange(scene, text)));
            }
            for (Future<?> one : played) {
                one.get();
            }
        } finally {
            threads.shutdown();
            scenes.forEach(Scene::close);
        }
    }

    private static void exchange(Scene scene, String text) {
        ConnectionId connection = scene.establish();
        scene.send("PSH,ACK", text);
        assertThat(scene.signal(SignalKind.DATA).detail().text()).isEqualTo(Bytes.ascii(text));
        scene.expect("ACK");
        scene.bench.user().send(connection, Bytes.ascii(text));
        assertThat(scene.expect("ACK").text()).isEqualTo(Bytes.ascii(text));
        assertThat(scene.bench.user().abort(connection).isRefused()).isFalse();
        scene.expect("RST,ACK");
        long number = 0;
        for (Observed observed : scene.seen) {
            if (observed instanceof Observed.Frame frame) {
                number++;
                assertThat(frame.packet().defects()).isEmpty();
                assertThat(scene.connection().matches(frame.packet().segment().orElseThrow()))
                        .isTrue();
            }
        }
        assertThat(number).isGreaterThanOrEqualTo(7);
        assertThat(scene.bench.lost()).isZero();
    }

    @Test
    void ipv6() {
        try (Scene scene = Lab.scene("ipv6", IpVersion.IPV6, Map.of())) {
            exchange(scene, "sixth");
        }
        try (Scene scene = Lab.scene("ipv6 time-wait", IpVersion.IPV6, Map.of())) {
            toTimeWait(scene);
        }
    }

    private static void toTimeWait(Scene scene) {
        ConnectionId connection = scene.establish();
        scene.bench.user().close(connection);
        scene.expect("FIN,ACK");
        scene.send("FIN,ACK");
        scene.expect("ACK");
        scene.awaitState(State.TIME_WAIT);
    }

    @Test
    void aSettingHoldsForItsBenchAlone() {
        try (Scene with = Lab.scene("with", IpVersion.IPV4, IGNORE_RST);
                Scene without = Lab.scene("without")) {
            toTimeWait(with);
            toTimeWait(without);
            with.send("RST");
            without.send("RST");
            without.awaitState(State.LISTEN);
            assertThat(with.state()).isEqualTo(State.TIME_WAIT);
        }
    }

    @Test
    void anUnknownSettingIsAFaultOfTheLab() {
        for (String name : List.of("no such name", "nonsense")) {
            BenchRequest request = new BenchRequest("unknown", IpVersion.IPV4, 1, Map.of(name, "on"));
            assertThatThrownBy(() -> Lab.iut().bench(request))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("no");
        }
    }

    @Test
    void theTestersOwnKernelTakesNoPart() {
        try (Scene scene = Lab.scene("no kernel")) {
            scene.establish();
            scene.send("PSH,ACK", "x");
            scene.expect("ACK");
            scene.silence(java.time.Duration.ofMillis(300));
            assertThat(scene.seen)
                    .filteredOn(o -> o instanceof Observed.Frame f && f.direction() == Direction.FROM_PEER)
                    .hasSize(3)
                    .noneMatch(o -> ((Observed.Frame) o)
                            .packet()
                            .segment()
                            .orElseThrow()
                            .has(Flag.RST));
        }
    }

    @Test
    void aPacketFromAnotherSourceComesBackToItsPhantom() {
        try (Scene scene = Lab.scene("foreign")) {
            var foreign = new org.tcpspec.spi.wire.Endpoint(Addresses.iut(IpVersion.IPV4, 200), 1);
            var segment = org.tcpspec.spi.wire.Segment.between(foreign, scene.iut)
                    .withFlags(org.tcpspec.spi.wire.Flags.of(Flag.SYN));
            scene.inject(segment);
            assertThat(scene.frame(f -> f.direction() == Direction.FROM_PEER, "the packet")
                            .packet()
                            .segment()
                            .orElseThrow()
                            .source())
                    .isEqualTo(foreign);
        }
    }

    @Test
    void anAgentThatDiesIsAFaultOfTheLabAndIsReplaced() throws InterruptedException, IOException {
        try (Iut iut = Lab.open()) {
            BenchRequest request = new BenchRequest("kill", IpVersion.IPV4, 1, Map.of());
            try (Bench bench = iut.bench(request)) {
                Scene scene = new Scene(bench);
                scene.establish();
                ProcessHandle agent = ((Instance) ((JoinedBench) bench).joint()).process();
                agent.destroyForcibly();
                agent.onExit().join();
                assertThatThrownBy(() -> drain(bench))
                        .isInstanceOf(LabException.class)
                        .hasMessageContaining("died");
                assertThatThrownBy(() -> bench.user().status(scene.connection()))
                        .isInstanceOf(LabException.class);
            }
            try (Bench bench = iut.bench(request)) {
                new Scene(bench).establish();
            }
            assertThat(iut.notes()).anyMatch(line -> line.contains("died"));
        }
    }

    private static void drain(Bench bench) {
        long deadline = bench.clock().in(Lab.SOON);
        while (bench.next(deadline).isPresent()) {
            assertThat(bench.clock().nanos()).isLessThan(deadline);
        }
    }

    @Test
    void theAgentDoesNotEndByCtrlC() {
        try (Iut iut = Lab.open();
                Bench bench = iut.bench(new BenchRequest("ctrl-c", IpVersion.IPV4, 1, Map.of()))) {
            long pid = ((Instance) ((JoinedBench) bench).joint()).process().pid();
            for (String signal : List.of("INT", "HUP")) {
                assertThat(Commands.run("", List.of("/bin/sh", "-c", "kill -" + signal + " " + pid)))
                        .isEqualTo(new Commands.Result(0, ""));
            }
            new Scene(bench).establish();
        }
    }

    @Test
    void whenTheFirstAddressHasNoMorePortsTheIutHasAnother() {
        try (Iut iut = Lab.open()) {
            Set<Object> addresses = new HashSet<>();
            for (int i = 0; i <= Addresses.BLOCKS; i++) {
                IpVersion ip = i % 2 == 0 ? IpVersion.IPV4 : IpVersion.IPV6;
                try (Bench bench = iut.bench(new BenchRequest("many", ip, 1, Map.of()))) {
                    if (addresses.add(bench.iutAddress())) {
                        new Scene(bench).establish();
                    }
                }
            }
            assertThat(addresses).hasSize(3);
        }
    }

    @Test
    void theGatewayAnswersWhenTheIutHasForgottenIt() throws IOException {
        try (Iut iut = Lab.open()) {
            for (IpVersion ip : IpVersion.values()) {
                try (Bench bench = iut.bench(new BenchRequest("forgotten", ip, 1, Map.of()))) {
                    long pid =
                            ((Instance) ((JoinedBench) bench).joint()).process().pid();
                    String gateway = ip == IpVersion.IPV4 ? Addresses.GATEWAY_4 : Addresses.GATEWAY_6;
                    String forget = "ip neigh del " + gateway + " dev " + Network.IUT_END;
                    List<String> command = List.of("nsenter", "-t", Long.toString(pid), "-n", "/bin/sh", "-c", forget);
                    assertThat(Commands.run("", command)).isEqualTo(new Commands.Result(0, ""));
                    new Scene(bench).establish();
                }
            }
            assertThat(iut.notes()).isEmpty();
        }
    }

    @Test
    void afterCloseNothingIsLeft() throws IOException {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        Iut iut = Lab.open();
        iut.bench(new BenchRequest("left", IpVersion.IPV4, 1, IGNORE_RST));
        assertThat(ProcessHandle.current().children().toList()).hasSize(before.size() + 2);
        iut.close();
        assertThat(ProcessHandle.current().children().toList()).hasSameElementsAs(before);
    }

    @Test
    void everyChangedSettingIsReported() {
        assertThat(Lab.iut().environment())
                .containsEntry("setting net.ipv4.tcp_invalid_ratelimit", "0")
                .containsKeys("kernel", "offloads", "agent");
        assertThat(Lab.iut().statement().name()).startsWith("Linux ").doesNotContain("$");
    }
}
