package org.tcpspec.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tcpspec.reports.fake.FakePlanning;

class DoctorTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int doctor(String... args) {
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Main.run(args, new Terminal(to, to, false), new FakePlanning());
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theModelNeedsNothing() {
        assertThat(doctor("doctor", "--iut", "model")).as(said()).isZero();
        assertThat(said()).contains("✓ Java ", "--iut model: needs nothing more", "All is well.");
    }

    /** The fake machine lacks a thing; the exit code and the mend say so. */
    @Test
    void whatIsMissingIsSaidWithItsMend() {
        assertThat(doctor("doctor", "--iut", "fake")).isEqualTo(3);
        assertThat(said()).contains("✗ toaster", "There is no toaster. Buy one.", "Something is missing");
    }

    @Test
    void whatLinuxNeedsIsTriedOneByOne() {
        assertThat(doctor("doctor", "--iut", "linux")).isIn(0, 3);
        assertThat(said()).contains(" kernel ", "--iut linux");
    }

    @Test
    void anIutThatIsNotThere() {
        assertThat(doctor("doctor", "--iut", "none")).isEqualTo(64);
        assertThat(said()).contains("There is no IUT 'none'");
    }
}
