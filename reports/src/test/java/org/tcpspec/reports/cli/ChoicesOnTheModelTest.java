package org.tcpspec.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tcpspec.reports.play.StepsPlanning;

/** The whole suite on the model, which chooses as it is told. */
class ChoicesOnTheModelTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... more) {
        List<String> args = new ArrayList<>(List.of("run", "--no-report", "--seed", "7", "--out"));
        args.add(folder.resolve("report").toString());
        args.addAll(List.of(more));
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Main.run(args.toArray(new String[0]), new Terminal(to, to, false), new StepsPlanning());
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "plain-9293", "rfc793-style"})
    void theSuiteIsGreenUnderEachProfile(String profile) throws IOException {
        assertThat(run("--ics", profile)).as(said()).isZero();
        assertThat(Files.readString(folder.resolve("report/conformance.json"))).contains("\"ics\" : \"" + profile);
    }

    /** What the model has not, and says nothing of, is seen to be missing; nothing is held against it. */
    @Test
    void theSuiteIsGreenWhereTheIcsIsSilent() throws IOException {
        // not may-5: the capability of keep-alives is claimed, and the model has them only with the option
        Path silent = Files.writeString(folder.resolve("silent.yaml"), """
                options:
                  rfc5961: silent
                  rfc5961-rst: silent
                  rfc5961-syn: silent
                  rfc5961-ack: silent
                  rfc1337: silent
                  rfc6191: silent
                  timestamps: silent
                  window-scale: silent
                  may-2: silent
                  may-12: silent
                """);
        assertThat(run("--ics", silent.toString())).as(said()).isZero();
        assertThat(said())
                .contains("Seen where the ICS is silent: ")
                .contains("rfc5961-rst without")
                .contains("may-2 without");
    }

    @Test
    void eachSeedDrawsOptionsReadingsAndTheVersionOfIp() {
        assertThat(run("--draws", "3")).as(said()).isZero();
        assertThat(said()).contains("3 draws, seeds 7 to 9: all well");
    }

    @Test
    void bothVersionsOfIpHaveAReportEach() {
        assertThat(run("--ip", "both", "--tags", "@figure-13")).as(said()).isZero();
        assertThat(folder.resolve("report-4/conformance.json")).exists();
        assertThat(folder.resolve("report-6/conformance.json")).exists();
    }

    @Test
    void anotherReadingIsQuotedWithEachVerdict() throws IOException {
        assertThat(run("--interpretation", "returning-fin-restarts", "--features", "../features/closing"))
                .as(said())
                .isZero();
        assertThat(Files.readString(folder.resolve("report/conformance.json")))
                .contains("\"interpretation\" : \"returning-fin-restarts=other\"");
    }

    @Test
    void whatCannotBeChosenIsRefused() {
        assertThat(run("--interpretation", "wishful")).isEqualTo(64);
        assertThat(run("--interpretation", "returning-fin-restarts=both")).isEqualTo(64);
        assertThat(run("--ics", "no-such-profile")).isEqualTo(64);
        assertThat(run("--draws", "2", "--ip", "6")).isEqualTo(64);
        assertThat(said())
                .contains("there is no interpretation 'wishful'")
                .contains("are default (a FIN that comes back in TIME-WAIT restarts 2 MSL)")
                .contains("neither a file nor one of the profiles full, plain-9293, rfc793-style")
                .contains("leave them and --repeat out");
    }
}
