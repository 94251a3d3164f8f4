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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tcpspec.reports.play.StepsPlanning;

/**
 * The stories of a dozen seeded faults, word by word. Where one changes on purpose, take {@code target/stories.txt}, which
 * this test writes, for the new {@code stories.txt}, and read the difference.
 */
class StoriesTest {
    private static final Pattern CASE = Pattern.compile("== (\\S+) (\\S+)\n");

    @TempDir
    private Path folder;

    private final StepsPlanning planning = new StepsPlanning();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void theStoriesAreAsTheyWere() throws IOException {
        String golden = Files.readString(Path.of("src/test/resources/stories.txt"));
        StringBuilder told = new StringBuilder();
        for (MatchResult one : CASE.matcher(golden).results().toList()) {
            told.append(one.group()).append(story(one.group(1), one.group(2))).append("\n\n");
        }
        Files.writeString(Path.of("target/stories.txt"), told);
        assertThat(told.toString()).isEqualTo(golden);
        assertThat(CASE.matcher(golden).results()).hasSizeGreaterThanOrEqualTo(12);
    }

    private String story(String fault, String scenario) throws IOException {
        String report = folder.resolve("report").toString();
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        String[] args = {
            "run",
            "--fault",
            fault,
            "--name",
            "^" + Pattern.quote(scenario) + "$",
            "--no-report",
            "--seed",
            "7",
            "--out",
            report
        };
        assertThat(Main.run(args, new Terminal(to, to, false), planning)).isIn(0, 1);
        JsonNode result =
                new ObjectMapper().readTree(Path.of(report, "conformance.json").toFile());
        return result.at("/scenarios/0/story").asText();
    }
}
