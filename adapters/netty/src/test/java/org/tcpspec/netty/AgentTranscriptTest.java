package org.tcpspec.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tcpspec.netty.Protocol.Said;
import org.tcpspec.spi.iut.Agent;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.LabException;

/** Each agent of the kit, in a network namespace of its own, says what the transcript says. */
@EnabledOnOs(OS.LINUX)
class AgentTranscriptTest {

    private static final List<String> NAMESPACE = List.of("unshare", "--user", "--map-root-user", "--net", "--");

    private static Process inNamespace(List<String> command) throws IOException {
        List<String> all = new ArrayList<>(NAMESPACE);
        all.addAll(List.of("/bin/sh", "-c", "PATH=$PATH:/usr/sbin:/sbin; ip link set lo up && exec \"$@\"", "sh"));
        all.addAll(command);
        return new ProcessBuilder(all)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void theAgentPlaysTheTranscript() throws IOException, InterruptedException {
        plays(new NettyUserProvider().command(), line -> line);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void theAgentInCPlaysTheTranscript(@TempDir Path folder) throws IOException, InterruptedException {
        // What a refusal says after its reason is for people, and hello tells of another program.
        plays(
                List.of(compiled(folder, "-Os").toString()),
                line -> line.replaceAll("( refused TIME TIME \\S+).*", "$1").replaceAll("(version=1 ).*", "$1"));
    }

    @Test
    void theAgentInCTakesLessThanFourKilobytes(@TempDir Path folder) throws IOException, InterruptedException {
        Path object = compiled(folder, "-Os", "-c");
        Process size = new ProcessBuilder("size", object.toString()).start();
        String[] columns = new String(size.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .strip()
                .split("\\s+");
        assertThat(Integer.parseInt(columns[1]) + Integer.parseInt(columns[2])).isLessThan(4096);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void theAgentInCWantsItsToken(@TempDir Path folder) throws IOException, InterruptedException {
        String port = Integer.toString(freePort());
        ProcessBuilder builder = new ProcessBuilder(compiled(folder, "-Os").toString(), "127.0.0.1", port);
        builder.environment().put("TCPSPEC_TOKEN", "12345678");
        Process agent = builder.start();
        try {
            assertThatThrownBy(() -> attach(port, Optional.of("87654321")))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("refuses the token");
            assertThatThrownBy(() -> attach(port, Optional.empty()))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("Does it want a token?");
            try (Agent attached = attach(port, Optional.of("12345678"))) {
                assertThat(attached.capabilities()).contains(Capability.STATUS, Capability.DRIVEN_USER);
            }
        } finally {
            agent.destroyForcibly().waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The agent may not listen yet. */
    private static Agent attach(String port, Optional<String> token) throws IOException {
        Socket socket = null;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (socket == null) {
            try {
                socket = new Socket("127.0.0.1", Integer.parseInt(port));
            } catch (ConnectException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
        return new NettyUserProvider().attach(socket.getInputStream(), socket.getOutputStream(), token);
    }

    private static Path compiled(Path folder, String... options) throws IOException, InterruptedException {
        Path program = folder.resolve("tcpspec-agent");
        List<String> command = new ArrayList<>(List.of("cc", "-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic"));
        command.addAll(List.of(options));
        command.addAll(List.of("-o", program.toString(), "src/main/c/tcpspec-agent.c"));
        assumeTrue(
                new ProcessBuilder("sh", "-c", "command -v cc size").start().waitFor() == 0,
                "no C compiler here: apt-get install gcc libc6-dev");
        Process compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(compiler.waitFor()).as(said).isZero();
        return program;
    }

    private static void plays(List<String> command, UnaryOperator<String> mask)
            throws IOException, InterruptedException {
        assumeTrue(inNamespace(List.of("true")).waitFor() == 0, "no network namespace for this user here");
        Process agent = inNamespace(command);
        try (OutputStream in = agent.getOutputStream();
                BufferedReader out =
                        new BufferedReader(new InputStreamReader(agent.getInputStream(), StandardCharsets.US_ASCII))) {
            for (Golden golden : Golden.transcript()) {
                in.write((golden.request() + "\n").getBytes(StandardCharsets.US_ASCII));
                in.flush();
                List<String> said = new ArrayList<>();
                for (int i = 0; i < golden.said().size(); i++) {
                    said.add(mask.apply(masked(out.readLine())));
                }
                // Two ends of one connection may learn of it in either order.
                assertThat(said)
                        .containsExactlyInAnyOrderElementsOf(golden.said().stream()
                                .map(AgentTranscriptTest::masked)
                                .map(mask)
                                .toList());
            }
            assertThat(agent.waitFor()).isZero();
            assertThat(out.readLine()).isNull();
        }
    }

    /** Without what differs from run to run and from machine to machine. */
    private static String masked(String line) {
        Said said = Said.parse(line);
        assertThat(said.before()).isPositive().isLessThanOrEqualTo(said.after());
        return said.format()
                .replaceAll("\\b\\d{19}\\b", "TIME")
                .replaceAll("(agent|java|kernel)=\\S*", "$1=")
                .replaceAll("(connection=4 local-port)=\\d+", "$1=");
    }
}
