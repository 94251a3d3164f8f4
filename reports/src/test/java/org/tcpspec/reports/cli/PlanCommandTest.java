package org.tcpspec.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tcpspec.reports.play.StepsPlanning;

/** What {@code plan} tells before a run is what the run then does. */
class PlanCommandTest {
    private static final List<String> CHOSEN =
            List.of("--iut", "model", "--ics", "rfc793-style", "--tags", "@section-3.10.7.4 or @MUST-13 or @MAY-18");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int command(String verb, String... more) {
        List<String> args = new ArrayList<>(List.of(verb));
        args.addAll(CHOSEN);
        args.addAll(Arrays.asList(more));
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Main.run(args.toArray(new String[0]), new Terminal(stream, stream, false), new StepsPlanning());
    }

    @Test
    void theRunPlaysWhatThePlanTells() throws IOException {
        assertThat(command("plan", "--list")).isZero();
        String said = out.toString(StandardCharsets.UTF_8);
        Set<String> planned = said.lines()
                .filter(line -> line.startsWith("played  "))
                .map(line -> line.substring("played  ".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        command("run", "--no-report", "--out", folder.resolve("report").toString());
        Set<String> played = new TreeSet<>();
        int not = 0;
        for (JsonNode scenario : new ObjectMapper()
                .readTree(folder.resolve("report/conformance.json").toFile())
                .get("scenarios")) {
            if (scenario.get("verdict").asText().equals("not applicable")) {
                not++;
            } else {
                played.add(scenario.get("id").asText());
            }
        }
        assertThat(planned).isNotEmpty().isEqualTo(played);
        assertThat(not).isPositive();
        assertThat(said)
                .contains(planned.size() + " of ")
                .contains(not + " are not applicable")
                .contains("requirements can be reached")
                .contains("It takes ");
    }

    @Test
    void everyIutOfThisMachineIsListed() {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Main.run(new String[] {"iuts"}, new Terminal(stream, stream, false), new StepsPlanning());
        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern("model +ready")
                .contains("FILE.yaml");
    }
}
