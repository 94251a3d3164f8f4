package org.tcpspec.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a user runs it. */
class PackagedJarIT {
    private static final Path JAR = Path.of("target", "tcpspec.jar").toAbsolutePath();

    @TempDir
    private Path folder;

    /** What a run said on both streams, and how it ended. */
    private record Ended(int code, String said) {}

    private Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                JAR.toString(),
                "run",
                "--out",
                folder.resolve("report").toString()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private Ended run(String... args) throws Exception {
        Process process = start(args);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private JsonNode conformance() throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve("report/conformance.json").toFile());
    }

    /** Says why a machine cannot play against its own kernel, instead of failing for it. */
    private static void assumeLab(Ended run) {
        assumeFalse(
                run.code() == 3 && !run.said().contains("Playing "),
                () -> "this machine has no lab for --iut linux: " + run.said());
    }

    private static void assumeLinux() {
        assumeTrue(System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux"), "--iut linux wants Linux");
    }

    @Test
    void theModelPassesEverything() throws Exception {
        Ended run = run();
        assertThat(run.code()).as(run.said()).isZero();
        assertThat(conformance().at("/run/verySlowLeftOut").asInt()).isZero();
        assertThat(conformance().at("/totals/all/pass").asInt()).isPositive();
        assertThat(folder.resolve("report/allure/index.html")).exists();
        assertThat(Files.readString(folder.resolve("report/allure/index.html")))
                .doesNotContain("googletagmanager", "google-analytics");
        assertThat(folder.resolve("report/junit.xml")).exists();
    }

    @Test
    void withoutStatusNoVerdictTurnsIntoAFail() throws Exception {
        Ended run = run("--status-withheld", "--no-report");
        assertThat(run.code()).as(run.said()).isIn(0, 2);
        assertThat(conformance().at("/totals/all/fail").asInt()).isZero();
    }

    @Test
    void theSameSeedGivesTheSameVerdicts() throws Exception {
        Ended run = run("--repeat", "3", "--seed", "7", "--no-report");
        assertThat(run.said()).contains("3 runs: all verdicts the same");
        assertThat(run.code()).isZero();
    }

    @Test
    void thisKernelPassesOrFailsAsListed() throws Exception {
        assumeLinux();
        Ended run = run("--iut", "linux", "--tags", "not @slow", "--no-report");
        assumeLab(run);
        // On a busy machine a fail that does not return leaves a scenario inconclusive: a few, of thousands.
        assertThat(run.code()).as(run.said()).isIn(0, 2);
        JsonNode totals = conformance().at("/totals/all");
        assertThat(totals.at("/fail").asInt()).isZero();
        assertThat(totals.at("/inconclusive").asInt())
                .isLessThanOrEqualTo(totals.at("/pass").asInt() / 100);
    }

    @Test
    void anInterruptedRunReportsWhatItHas() throws Exception {
        assumeLinux();
        // a job that a shell put into the background ignores SIGINT, and so do all its children
        boolean background = ignoresSigint();
        String signal = background ? "TERM" : "INT";
        Process process = start("--iut", "linux", "--tags", "@slow", "--no-report");
        StringBuilder said = new StringBuilder();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && !line.startsWith("Playing ")) {
                said.append(line).append('\n');
                line = out.readLine();
            }
            assumeTrue(line != null, () -> "this machine has no lab for --iut linux: " + said);
            assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            out.lines().forEach(more -> said.append(more).append('\n'));
        }
        assertThat(process.waitFor()).as(said.toString()).isEqualTo(background ? 143 : 130);
        assertThat(said).contains("INCOMPLETE");
        assertThat(conformance().at("/run/complete").asBoolean()).isFalse();
    }

    private static boolean ignoresSigint() throws IOException {
        String ignored = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .orElseThrow();
        return (Long.parseUnsignedLong(ignored.substring(7).strip(), 16) & 1 << (2 - 1)) != 0;
    }
}
