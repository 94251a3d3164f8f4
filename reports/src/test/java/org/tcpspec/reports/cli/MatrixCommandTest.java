package org.tcpspec.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tcpspec.reports.fake.FakePlanning;
import org.tcpspec.reports.page.Html;
import picocli.CommandLine;

/** Stacks side by side: from runs and names to the page and the Markdown. */
class MatrixCommandTest {
    private static final String GOOD = """
            Feature: Outcomes

              Scenario: one
                Then it passes

              Scenario: two
                Then it passes

              @unfit
              Scenario: three
                Then it passes
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(utf8(out), utf8(err), false);

    private static PrintStream utf8(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    @BeforeEach
    void twoRuns() throws IOException {
        run("a", GOOD);
        run("b", GOOD.replaceFirst("it passes", "it is FAIL because \"packet <3> is_wrong\""));
        out.reset();
        err.reset();
    }

    private void run(String name, String feature) throws IOException {
        Path file = Files.createDirectories(folder.resolve("f" + name)).resolve("outcomes.feature");
        Files.writeString(file, feature);
        play(List.of("run", "--iut", "fake", "--features", file.getParent().toString(), "--out", at(name)));
    }

    private int play(List<String> arguments) {
        return Main.run(arguments.toArray(new String[0]), terminal, new FakePlanning());
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private int matrix(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--out")) {
            all.addAll(List.of("--out", at("m")));
        }
        CommandLine command = new CommandLine(new MatrixCommand(terminal, this::play));
        command.setErr(new PrintWriter(terminal.err(), true));
        command.setExecutionExceptionHandler((e, c, r) -> Main.report(e, terminal));
        return command.execute(all.toArray(new String[0]));
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve("m/matrix.html"));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void twoReportsStandSideBySide() throws IOException {
        assertThat(matrix(at("a"), at("b") + "/conformance.json")).isZero();

        Html.holds(page(), folder.resolve("m"));
        assertThat(page())
                .contains("a fake (2) behaves like a fake in 1 of 2 scenarios that were judged on both")
                .contains("packet &lt;3&gt; is_wrong")
                .contains("href=\"../b/evidence/outcomes.one/ladder.svg\"")
                .contains("MUST-13, a fake (2): fail, 1 of 2 passed");
        assertThat(Files.readString(folder.resolve("m/matrix.md")))
                .startsWith("| scenarios passed | a fake | a fake (2) |\n|---|---:|---:|\n")
                .contains("| **MUST** | 2 of 2 | 1 of 2 |\n");
        assertThat(said()).contains("| **MUST** | 2 of 2 | 1 of 2 |");
    }

    @Test
    void aDifferenceIsToldFromEitherSide() throws IOException {
        assertThat(matrix("--diff", at("a"), at("b"))).isZero();
        assertThat(said())
                .contains(
                        "  MUST-13 (MUST, ",
                        "a fake (2) fails 1 scenario that a fake passes\n      packet <3> is_wrong\n");
        assertThat(Files.readString(folder.resolve("m/matrix.md")))
                .contains("a fake (2) fails 1 scenario that a fake passes: packet \\<3\\> is\\_wrong");
        assertThat(page()).contains("requirement-MUST-13");

        assertThat(matrix("--diff", at("b"), at("a"))).isZero();
        assertThat(said()).contains("a fake fails 1 scenario that a fake (2) passes");

        out.reset();
        assertThat(matrix("--diff", at("a"), at("a"))).isZero();
        assertThat(said()).contains("behaves like a fake in 2 of 2").doesNotContain("Exceptions");
        assertThat(page()).doesNotContain("requirement-MUST-13");
    }

    @Test
    void anIutByNameIsPlayed() throws IOException {
        assertThat(matrix("model", at("a"), "--tags", "@figure-13")).isZero();
        assertThat(folder.resolve("m/model/journal.jsonl")).exists();
        assertThat(page()).contains("tcpspec model").doesNotContain("Incomplete");
    }

    @Test
    void whatCannotBeShownIsToldInOneSentence() throws IOException {
        assertThat(matrix(at("nowhere"))).isEqualTo(64);
        assertThat(said()).contains("There is no IUT '" + at("nowhere") + "' and no report in a folder of that name");
        assertThat(matrix(folder.toString())).isEqualTo(64);
        assertThat(said()).contains("There is no finished run in " + folder + ": it has no conformance.json");
        Path broken = Files.writeString(folder.resolve("x.json"), "{\n nonsense");
        assertThat(matrix(broken.toString())).isEqualTo(64);
        assertThat(said()).contains(broken + ":2: this is not JSON");
        Files.writeString(broken, "{\"schema\": 7}");
        assertThat(matrix(broken.toString())).isEqualTo(64);
        assertThat(said()).contains(broken + " is not a conformance.json of schema 1");
        assertThat(matrix("--diff", at("a"))).isEqualTo(64);
        assertThat(said()).contains("--diff compares with the first stack; name a second one.");
        assertThat(matrix(at("a"), "--out", at("fa"))).isEqualTo(64);
        assertThat(said()).contains("exists and is not a report of tcpspec");
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(6);
    }
}
