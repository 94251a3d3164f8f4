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
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's own step definitions, compiled into a jar, played beside the kit's. */
class GlueJarsTest {
    private static final Path EXAMPLE = Path.of("..", "docs", "own-words");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Path jar;

    @BeforeEach
    void compile() throws IOException {
        jar = jarOf(Files.readString(EXAMPLE.resolve("com/example/tcp/FirewallWords.java")), "FirewallWords");
    }

    private Path jarOf(String source, String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".java"), source);
        Path classes = Files.createDirectories(folder.resolve(name));
        List<String> options =
                List.of("-cp", System.getProperty("java.class.path"), "-d", classes.toString(), file.toString());
        int code = ToolProvider.getSystemJavaCompiler().run(null, said, said, options.toArray(String[]::new));
        assertThat(code).as(said()).isZero();
        Path made = folder.resolve(name + ".jar");
        PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
        java.util.spi.ToolProvider tool =
                java.util.spi.ToolProvider.findFirst("jar").orElseThrow();
        assertThat(tool.run(to, to, "--create", "--file", made.toString(), "-C", classes.toString(), "."))
                .isZero();
        return made;
    }

    private int command(String... args) {
        PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
        return Main.start(args, new Terminal(to, to, false));
    }

    private int run(String features, String... more) {
        List<String> args = new ArrayList<>(List.of("run", "--no-report", "--features", features));
        args.addAll(List.of("--out", folder.resolve("report").toString()));
        args.addAll(List.of(more));
        return command(args.toArray(String[]::new));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theExampleOfTheDocumentationPlays() {
        String features = EXAMPLE.resolve("features").toString();
        assertThat(run(features, "--glue", jar.toString())).as(said()).isZero();
        assertThat(said()).contains("2 of 2 scenarios");

        String report = folder.resolve("report").toString();
        assertThat(command("verify", "--glue", jar.toString(), report))
                .as(said())
                .isZero();
        assertThat(said()).contains("2 verdicts judged again from the record: all the same");
        assertThat(command("verify", report)).isEqualTo(64);
        assertThat(said()).contains("jars it was given by --glue must be given again");
    }

    @Test
    void withoutTheJarItsPhrasesAreUnknown() {
        assertThat(run(EXAMPLE.resolve("features").toString())).isEqualTo(64);
        assertThat(said())
                .contains("firewall.feature:12:12: no step reads \"the firewall cuts the connection rudely\"");
    }

    @Test
    void whatOwnWordsThrowBecomesAVerdict() throws IOException {
        Path words = jarOf("""
                package com.example;

                import io.cucumber.java.en.*;
                import org.tcpspec.steps.words.Kit;

                public final class Throwing {
                    private final Kit kit;
                    public Throwing(Kit kit) { this.kit = kit; }
                    @Then("it is refuted") public void refuted() { throw new AssertionError("two is not one"); }
                    @Then("it breaks") public void breaks() { throw new IllegalStateException("no disk"); }
                    @Then("it is fine") public void fine() {}
                    @Then("it reads badly") public void badly() { kit.play("the pear sends FIN"); }
                }
                """, "Throwing");
        Path feature = Files.writeString(folder.resolve("throwing.feature"), """
                @section-3.5
                Feature: F
                  Scenario: fail
                    Given a connection in ESTABLISHED
                    Then it is refuted
                  Scenario: inconclusive
                    Given it is refuted
                    Then it is fine
                  Scenario: error
                    Given a connection in ESTABLISHED
                    Then it breaks
                  Scenario: badly
                    Then it reads badly
                  Scenario: pass
                    Given a connection in ESTABLISHED
                    Then it is fine
                """);
        assertThat(run(feature.toString(), "--glue", words.toString())).isEqualTo(3);
        assertThat(said())
                .containsPattern("all +1 +1 +0 +1 +0 +2")
                .contains("two is not one", "A step definition failed: java.lang.IllegalStateException: no disk")
                .contains(
                        "no step of the kit reads \"the pear sends FIN\"; did you mean \"the peer sends {segment}\"?");
    }

    @Test
    void jarsThatCannotBeUsedAreRefused() throws IOException {
        String features = EXAMPLE.resolve("features").toString();
        assertThat(run(features, "--glue", "none.jar")).isEqualTo(64);
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar at all");
        assertThat(run(features, "--glue", text.toString())).isEqualTo(64);
        Path empty = jarOf("class Nothing {}", "Nothing");
        assertThat(run(features, "--glue", empty.toString())).isEqualTo(64);
        Path unpackaged = jarOf("""
                public class Bare {
                    @io.cucumber.java.en.Then("it is bare") public void bare() {}
                }
                """, "Bare");
        assertThat(run(features, "--glue", unpackaged.toString())).isEqualTo(64);
        Path unreadable = jarOf("""
                package odd;
                public class Odd {
                    @io.cucumber.java.en.Then("it is {no-such-type}") public void odd() {}
                }
                """, "Odd");
        assertThat(run(features, "--glue", unreadable.toString())).isEqualTo(64);
        assertThat(said())
                .contains("--glue none.jar is no file")
                .contains("text.jar is no jar")
                .contains("Nothing.jar holds no step definition")
                .contains("the class Bare of ", "stands in no package")
                .contains("the phrase \"it is {no-such-type}\" cannot be read")
                .doesNotContain("\tat ");
    }
}
