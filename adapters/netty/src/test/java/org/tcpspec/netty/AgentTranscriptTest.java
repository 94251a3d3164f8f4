package org.tcpspec.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.tcpspec.netty.Protocol.Said;

/** The agent itself, in a network namespace of its own, says what the transcript says. */
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
        assumeTrue(inNamespace(List.of("true")).waitFor() == 0, "no network namespace for this user here");
        Process agent = inNamespace(new NettyUserProvider().command());
        try (OutputStream in = agent.getOutputStream();
                BufferedReader out =
                        new BufferedReader(new InputStreamReader(agent.getInputStream(), StandardCharsets.US_ASCII))) {
            for (Golden golden : Golden.transcript()) {
                in.write((golden.request() + "\n").getBytes(StandardCharsets.US_ASCII));
                in.flush();
                List<String> said = new ArrayList<>();
                for (int i = 0; i < golden.said().size(); i++) {
                    said.add(masked(out.readLine()));
                }
                // Two ends of one connection may learn of it in either order.
                assertThat(said)
                        .containsExactlyInAnyOrderElementsOf(golden.said().stream()
                                .map(AgentTranscriptTest::masked)
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
