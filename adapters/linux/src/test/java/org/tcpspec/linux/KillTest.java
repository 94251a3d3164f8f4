package org.tcpspec.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code kill -9} of the tester takes its agents with it, and with them their namespaces and interfaces. */
class KillTest {

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void nothingIsLeftAfterTheTesterIsKilled() throws IOException, InterruptedException {
        Process tester = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LabMain.class.getName(),
                        LabMain.WAIT)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(tester.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            assumeTrue(line != null && line.startsWith(LabMain.READY), String.valueOf(line));
            ProcessHandle agent = ProcessHandle.of(Long.parseLong(
                            line.substring(LabMain.READY.length()).strip()))
                    .orElseThrow();
            CompletableFuture<ProcessHandle> ended = agent.onExit();
            tester.destroyForcibly().waitFor();
            ended.orTimeout(10, TimeUnit.SECONDS).join();
            assertThat(agent.isAlive()).isFalse();
        }
    }
}
