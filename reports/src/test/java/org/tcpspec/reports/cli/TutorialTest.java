package org.tcpspec.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/writing-scenarios.md} as a reader plays it: its files are written, its commands run, their output compared. */
class TutorialTest {
    private static final Path PAGE = Path.of("..", "docs", "writing-scenarios.md");

    /** A block that a comment marks: {@code file: NAME} or {@code exit N}. */
    private static final Pattern BLOCK =
            Pattern.compile("<!-- (file|exit):? ?(\\S+) -->\n```\\w+\n(.*?)```\n", Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

    @TempDir
    private Path folder;

    @Test
    void everyBlockDoesWhatThePageSays() throws Exception {
        List<MatchResult> blocks =
                BLOCK.matcher(Files.readString(PAGE)).results().toList();
        assertThat(blocks).hasSizeGreaterThan(7);
        for (MatchResult block : blocks) {
            if (block.group(1).equals("file")) {
                Path file = folder.resolve(block.group(2));
                Files.createDirectories(file.getParent());
                Files.writeString(file, block.group(3));
            } else {
                console(Integer.parseInt(block.group(2)), block.group(3));
            }
        }
    }

    private void console(int code, String text) throws Exception {
        for (String one : text.split("(?m)^\\$ ")) {
            if (!one.isEmpty()) {
                String command = one.lines().findFirst().orElseThrow();
                String expected = one.substring(command.length()).strip();
                assertThat(command).startsWith("./tcpspec ");
                Process process = start(command);
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(said.strip()).as(command).matches(pattern(expected));
                assertThat(process.waitFor()).as(command + "\n" + said).isEqualTo(code);
            }
        }
    }

    private Process start(String command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        WORD.matcher(command)
                .results()
                .skip(1)
                .map(w -> w.group(1) == null ? w.group() : w.group(1))
                .forEach(line::add);
        return new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** Three dots are anything, over line ends if they stand alone. */
    private static Pattern pattern(String expected) {
        String regex = expected.lines()
                .map(line -> line.equals("...")
                        ? "(?s:.*)"
                        : Arrays.stream(line.split("\\.\\.\\.", -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining(".*")))
                .collect(Collectors.joining("\n"));
        return Pattern.compile(
                regex.replaceFirst("^\\Q(?s:.*)\\E\n", "(?s:.*\n)?").replace("\n(?s:.*)", "(?s:\n.*)?"));
    }
}
