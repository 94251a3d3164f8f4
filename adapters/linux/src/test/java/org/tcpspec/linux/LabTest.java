package org.tcpspec.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Plays the tests tagged {@code lab} in another process, which enters the lab as a run does. Skipped, with the reason,
 * where the machine allows no lab.
 */
class LabTest {

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void everyTestOfTheLabPasses() throws IOException, InterruptedException {
        Process lab = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LabMain.class.getName())
                .redirectErrorStream(true)
                .start();
        lab.getOutputStream().close();
        String output = new String(lab.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = lab.waitFor();
        assumeTrue(exit != LabMain.NO_LAB, output);
        assertThat(exit).as(output).isZero();
    }
}
