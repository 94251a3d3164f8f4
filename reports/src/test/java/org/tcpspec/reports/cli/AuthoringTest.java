package org.tcpspec.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tcpspec.reports.play.StepsPlanning;

/** The commands for people who write scenarios. */
class AuthoringTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int command(String... args) {
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Main.run(args, new Terminal(to, to, false), new StepsPlanning());
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aPhraseIsFoundByTheWordsOfAStep() {
        assertThat(command("steps", "--search", "peer", "retransmits", "fin")).isZero();
        assertThat(said())
                .contains("When the peer retransmits its {item} after {time}")
                .contains("such as  the peer retransmits its FIN after 1 MSL")
                .contains("{time}  1 MSL | 0.5 MSL | ")
                .contains("used     4 times: closing/time-wait.feature:")
                .doesNotContain("Given Nagle");
        assertThat(command("steps", "--search", "frobnicate")).isEqualTo(64);
        assertThat(said()).contains("tcpspec: No phrase has frobnicate in it");
    }

    @Test
    void everyPhraseOfTheKitIsShown() {
        assertThat(command("steps")).isZero();
        int phrases = new StepsPlanning().phrasebook().entries().size();
        assertThat(said().lines().filter(l -> l.matches("(Given|When|Then) .*")))
                .hasSize(phrases);
    }

    /** The editor's file has each phrase, and each parameter type a regular expression that can be read. */
    @Test
    void theEditorIsToldEveryPhrase() throws IOException {
        assertThat(command("steps", "--editor", folder.toString())).isZero();
        String glue = Files.readString(folder.resolve(".vscode/tcpspec/Steps.java"));
        assertThat(glue).contains("@When(\"the peer retransmits its {item} after {time}\")");
        JsonNode settings = new ObjectMapper()
                .readTree(folder.resolve(".vscode/settings.json").toFile());
        assertThat(folder.resolve(settings.at("/cucumber.glue/0").asText())).exists();
        List<String> names = new ArrayList<>();
        for (JsonNode type : settings.get("cucumber.parameterTypes")) {
            names.add(type.get("name").asText());
            Pattern.compile(type.get("regexp").asText());
        }
        assertThat(names).contains("state", "segment", "expected", "time");

        Files.writeString(folder.resolve(".vscode/settings.json"), "{}");
        assertThat(command("steps", "--editor", folder.toString())).isZero();
        assertThat(Files.readString(folder.resolve(".vscode/settings.json"))).isEqualTo("{}");
        assertThat(said()).contains("is your own and stays as it is");
        assertThat(command("steps", "--editor", folder.resolve("none").toString()))
                .isEqualTo(64);
    }

    @Test
    void whatNewWritesIsCleanAndPasses() {
        String mine = folder.resolve("mine").toString();
        assertThat(command("new", "MUST-13", "A late FIN is acknowledged", "--in", mine))
                .isZero();
        assertThat(command("new", "SHLD-15", "Nobody gets this far", "--in", mine))
                .isZero();
        assertThat(folder.resolve("mine/a-late-fin-is-acknowledged.feature"))
                .content()
                .contains("# RFC 9293 3.6.1, MUST-13 (MUST):\n# The side")
                .contains("  @MUST-13\n  Rule: ");
        assertThat(command("lint", mine)).as(said()).isZero();
        assertThat(command("run", "--features", mine, "--no-report", "--out", folder + "/report"))
                .as(said())
                .isZero();
        assertThat(said()).contains("2 of 2 scenarios");
    }

    @Test
    void newRefusesWhatItCannotName() {
        String mine = folder.toString();
        assertThat(command("new", "MUST-13", "A late FIN", "--in", mine)).isZero();
        assertThat(command("new", "MUST-13", "A late FIN", "--in", mine)).isEqualTo(64);
        assertThat(command("new", "MUST-131", "A", "--in", mine)).isEqualTo(64);
        assertThat(command("new", "ust-13", "A", "--in", mine)).isEqualTo(64);
        assertThat(command("new", "MUST-13", "?!", "--in", mine)).isEqualTo(64);
        assertThat(command("new", "MUST-13")).isEqualTo(64);
        assertThat(said())
                .contains("a-late-fin.feature exists; give the scenario another name")
                .contains("There is no requirement 'MUST-131'; ")
                .contains("There is no requirement 'ust-13' (did you mean MUST-13?)")
                .contains("'?!' is no name for a scenario");
    }

    @Test
    void theShippedFeaturesPassTheLint() {
        assertThat(command("lint", "../features")).as(said()).isZero();
        assertThat(said()).contains("errors: 0");
    }

    @Test
    void theLintNamesEverythingWithLineAndColumn() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.feature"), """
                Feature: Bad
                  @MUST-999
                  Scenario: one
                    Given a conection in ESTABLISHED
                    When the linux sends FIN to port 80 after 20 ms
                    Then the IUT sends ACK with ACK=12345
                  Scenario: two
                    When 2 MSL pass
                    Given a connection in LISTEN
                    Then the IUT sends nothing
                    When the peer sends SYN
                  Scenario: two
                    Givn a connection in LISTEN
                """);
        assertThat(command("lint", folder.toString())).isEqualTo(64);
        for (String finding : List.of(
                "1:1: error: the feature does not say why",
                "2:3: error: the tag @MUST-999 is neither",
                "4:11: error: no step reads \"a conection in ESTABLISHED\"; did you mean \"a connection in {state}\"?",
                "5:5: error: \"port 80\" names a port",
                "5:5: error: \"20 ms\" names milliseconds",
                "5:5: error: names the IUT 'linux'",
                "6:5: error: \"ACK=12345\" names a raw sequence number",
                "7:3: error: the scenario does not say where its demand stands",
                "9:5: error: a Given after a When or Then",
                "11:5: error: nothing is judged after this step",
                "12:3: error: the id \"bad/two\" is taken by bad.feature:7",
                "12:3: error: the scenario has no steps")) {
            assertThat(said()).contains(bad + ":" + finding);
        }
        assertThat(command("lint", folder.resolve("none").toString())).isEqualTo(64);
        assertThat(said()).contains("none does not exist");
    }

    @Test
    void adviceCountsOnlyIfOneIsStrict() throws IOException {
        Files.writeString(folder.resolve("short.feature"), """
                @section-3.5
                Feature: Short
                  One line of why.

                  Scenario: one
                    Given a connection in ESTABLISHED
                    When the peer sends FIN,ACK
                    Then the IUT sends ACK and enters CLOSE-WAIT
                """);
        assertThat(command("lint", folder.toString())).isZero();
        assertThat(said()).contains("2:1: advice: the feature says why in 1 lines; two to four are good");
        assertThat(command("lint", "--strict", folder.toString())).isEqualTo(64);
    }

    @Test
    void aSavedFileIsPlayedAgain() throws Exception {
        Path file = folder.resolve("watched/f.feature");
        Files.createDirectories(file.getParent());
        Files.writeString(file, feature("FIN,ACK"));
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        PrintStream to = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                lines.add(line);
            }

            @Override
            public void print(String text) {
                text.lines().forEach(lines::add);
            }
        };
        String[] args = {"run", "--watch", file.getParent().toString(), "--out", folder + "/report"};
        Thread thread = new Thread(() -> Main.run(args, new Terminal(to, to, false), new StepsPlanning()));
        thread.start();
        await(lines, "✓ f.feature:5  one");
        await(lines, "<SEQ=301><ACK=101><CTL=FIN,ACK>");
        await(lines, "Watching ");
        Files.writeString(file, feature("RST"));
        await(lines, "✗ f.feature:5  one");
        await(lines, "Watching ");
        Files.writeString(file, feature("FUN"));
        await(lines, "f.feature:7:10: no step reads \"the peer sends FUN\"");
        await(lines, "Watching ");
        thread.interrupt();
        thread.join();
        assertThat(command("run", "--watch", folder.toString(), "--repeat", "2"))
                .isEqualTo(64);
        assertThat(command("run", "--watch", folder.resolve("none").toString())).isEqualTo(64);
    }

    private static String feature(String flags) {
        return "@section-3.5\nFeature: F\n  Why.\n\n  Scenario: one\n    Given a connection in ESTABLISHED\n"
                + "    When the peer sends " + flags + "\n    Then the IUT sends ACK and enters CLOSE-WAIT\n";
    }

    private static void await(BlockingQueue<String> lines, String wanted) throws InterruptedException {
        String line = "";
        while (!line.contains(wanted)) {
            line = lines.poll(60, java.util.concurrent.TimeUnit.SECONDS);
            assertThat(line).as("waiting for " + wanted).isNotNull();
        }
    }
}
