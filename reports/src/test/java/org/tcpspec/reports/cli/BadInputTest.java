package org.tcpspec.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tcpspec.reports.fake.FakePlanning;

/** What the command says to input that it cannot use: one sentence and the right code, and nothing is written. */
class BadInputTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void feature() throws IOException {
        feature("Feature: F\n\n  Scenario: one\n    Then it passes\n");
    }

    private void feature(String text) throws IOException {
        Files.writeString(folder.resolve("f.feature"), text);
    }

    private int command(String... args) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return Main.run(args, terminal, new FakePlanning());
    }

    private int run(String... more) {
        List<String> args = new ArrayList<>(List.of("run", "--iut", "fake", "--no-report"));
        args.addAll(List.of("--out", folder.resolve("report").toString()));
        if (!Arrays.asList(more).contains("--features")) {
            args.addAll(List.of("--features", folder.resolve("f.feature").toString()));
        }
        args.addAll(List.of(more));
        return command(args.toArray(new String[0]));
    }

    private void assertRefused(int code, String sentence) {
        assertThat(code).isEqualTo(64);
        assertThat(said()).contains(sentence).doesNotContain("\tat ");
        assertThat(folder.resolve("report")).doesNotExist();
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void wrongUsage() {
        assertRefused(command(), "Missing subcommand");
        assertRefused(command("fly"), "fly");
        assertRefused(run("--colour"), "Unknown option: '--colour'");
        assertRefused(run("--parallel", "0"), "--parallel must be at least 1");
        assertRefused(run("--repeat", "0"), "--repeat must be at least 1");
        assertRefused(run("--ip", "5"), "--ip is 4, 6 or both, not '5'");
        assertRefused(run("--seed", "x"), "--seed");
        assertRefused(run("--ip", "6"), "does not claim IPV6");
    }

    @Test
    void unknownFault() {
        assertRefused(run("--fault", "X-1"), "no mistake can be seeded into the IUT 'fake', only into model");
        assertRefused(
                command("run", "--iut", "model", "--fault", "X-1"),
                "There is no fault 'X-1'; 'tcpspec faults' lists them");
        assertRefused(
                command("run", "--iut", "model", "--fault", "ROB-02"), "it is not seeded. The cost of an algorithm");
    }

    @Test
    void unknownIut() {
        assertRefused(run("--iut", "toaster"), "--iut");
        assertRefused(command("run", "--iut", "toaster"), "There is no IUT 'toaster'; --iut takes fake, ");
    }

    @Test
    void nothingSelected() {
        assertRefused(run("--tags", "@nobody"), "None of the 1 scenarios is selected by --tags '@nobody'");
        assertRefused(run("--name", "nobody"), "None of the 1 scenarios is selected by --name 'nobody'");
        assertRefused(run("--tags", "@a and"), "is no tag expression");
        assertRefused(run("--name", "("), "is no regular expression");
    }

    @Test
    void brokenFeatures() throws IOException {
        assertRefused(run("--features", folder.resolve("none").toString()), "none does not exist");
        Files.createDirectories(folder.resolve("empty"));
        assertRefused(run("--features", folder.resolve("empty").toString()), "holds no file that ends in .feature");
        feature("Feature: F\n\n  Scenario: one\n    Then nonsense\n");
        assertRefused(run(), "f.feature:4:1: No step reads 'nonsense'");
        feature("Feature: F\n");
        assertRefused(run(), "The feature files hold no scenario");
        Files.write(folder.resolve("f.feature"), new byte[] {'F', (byte) 0xff, (byte) 0xfe});
        assertRefused(run(), "is not UTF-8 text");
    }

    @Test
    void anOutThatIsSomebodyElses() throws IOException {
        Path mine = Files.createDirectories(folder.resolve("mine"));
        assertRefused(run("--out", mine.toString()), "should be specified only once");
        int code = command(
                "run", "--iut", "fake", "--features", folder.toString(), "--out", mine.toString(), "--no-report");
        assertRefused(code, "exists and is not a report of tcpspec");
    }

    /** Looked at before anything is played or judged. */
    @Test
    void placesThatCannotBeWritten() throws IOException {
        String file = Files.writeString(folder.resolve("file"), "mine").toString();
        String nowhere = folder.resolve("no/where").toString();
        assertThat(run("--out", folder.resolve("file/report").toString())).isEqualTo(64);
        assertThat(command(
                        "run",
                        "--iut",
                        "fake",
                        "--features",
                        folder.resolve("f.feature").toString(),
                        "--no-report",
                        "--out",
                        folder.resolve("done").toString()))
                .isZero();
        String done = folder.resolve("done").toString();
        assertRefused(
                command("run", "--iut", "fake", "--features", folder + "/f.feature", "--out", file + "/x"),
                "--out " + file + "/x: this folder cannot be made");
        String policy = Files.writeString(folder.resolve("gate.yaml"), "rules: {MUST: 100%}")
                .toString();
        assertRefused(
                command("gate", "--run", done, "--gate", policy, "--summary", nowhere),
                "--summary " + nowhere + ": there is no folder");
        assertRefused(
                command("gate", "--run", done, "--gate", policy, "--summary", folder.toString()),
                "--summary " + folder + " is a folder; name a file");
        assertRefused(command("gate", "--run", done, "--freeze", nowhere), "--freeze " + nowhere + ": there is no");
        assertRefused(
                command(
                        "waive",
                        "--run",
                        done,
                        "--everything",
                        "--owner",
                        "ann",
                        "--because",
                        "why",
                        "--expires",
                        "2999-01-01",
                        "--file",
                        nowhere),
                "--file " + nowhere + ": there is no folder");
        assertRefused(command("coverage", "--run", done, "--out", file), "--out " + file + " is a file; name a folder");
        assertRefused(
                command("prove", "--iut", "model", "--fault", "FIN-08", "--out", file), "is a file; name a folder");
        assertRefused(command("probe", "--iut", "fake", "--out", nowhere), "--out " + nowhere + ": there is no folder");
        assertRefused(command("new", "MUST-13", "A late FIN", "--in", file), "--in " + file + " is a file");
        assertThat(folder.resolve("file")).hasContent("mine");
    }

    @Test
    void filesOfAnotherKind() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.yaml"));
        Path cut = Files.writeString(folder.resolve("cut.yaml"), "rules: {MUST: [\n");
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xfc, '\n'});
        assertRefused(
                run("--gate", cut.toString()), "cut.yaml:1: this is not readable YAML: expected the node content");
        assertRefused(run("--gate", latin.toString()), "latin.yaml:1: this is not readable YAML: it is no UTF-8 text.");
        assertRefused(run("--ics", empty.toString()), "names no option; begin with 'options:'");
        assertRefused(command("run", "--iut", folder + "/"), "is a folder; name the file of a stack in it");
        assertRefused(command("doctor", "--iut", "mine.yaml"), "takes no stack that a file describes");
        assertRefused(command("faults", "--iut", "fake"), "No mistake can be seeded into the IUT 'fake'");
        assertRefused(run("--baseline", folder.toString()), "holds no finished run; name the conformance.json");
        assertRefused(command("new", "MUST13", "A late FIN"), "no requirement 'MUST13' (did you mean MUST-13?)");
    }

    @Test
    void aFeatureFileWithoutScenariosIsAFinding() throws IOException {
        feature("");
        assertThat(command("lint", folder.toString())).isEqualTo(64);
        feature("Feature: F\n  Why.\n  Why.\n");
        assertThat(command("lint", folder.toString())).isEqualTo(64);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("f.feature:1:1: error: the file holds no feature; begin with 'Feature:'")
                .contains("f.feature:1:1: error: the feature has no scenario");
    }

    @Test
    void aScenarioWithoutAVerdictIsAnError() throws IOException {
        feature("Feature: F\n\n  Scenario: one\n    Then it leaves no result\n");
        assertThat(run()).isEqualTo(3);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("ended without a verdict", "the world broke");
    }

    @Test
    void helpAndVersion() {
        assertThat(command("--help")).isZero();
        assertThat(command("run", "--help")).isZero();
        assertThat(command("help", "run")).isZero();
        assertThat(command("--version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--tags", "Exit codes", "tcpspec ");
    }

    @Test
    void repeatedRunsAreCompared() throws IOException {
        assertThat(run("--repeat", "2")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("2 runs: all verdicts the same");
        assertThat(folder.resolve("report/runs/1.jsonl")).exists();
        assertThat(folder.resolve("report/journal.jsonl")).exists();
    }
}
