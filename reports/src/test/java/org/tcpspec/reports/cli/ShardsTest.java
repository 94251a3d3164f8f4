package org.tcpspec.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several machines play what one would have played. */
class ShardsTest {
    @TempDir
    private Path folder;

    private JsonNode conformance(String report) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(report).resolve("conformance.json").toFile());
    }

    private int play(OnTheModel model, String report, String... more) {
        List<String> args = new ArrayList<>(List.of("run", "--features", "../features/closing", "--fault", "FIN-08"));
        args.addAll(List.of("--no-report", "--out", folder.resolve(report).toString()));
        args.addAll(List.of(more));
        return model.command(args.toArray(new String[0]));
    }

    @Test
    void fourShardsMergedAreTheWholeRun() throws IOException {
        OnTheModel model = new OnTheModel();
        int code = play(model, "whole", "--seed", "7");
        List<String> merge = new ArrayList<>(List.of("merge", "--no-report"));
        merge.addAll(List.of("--out", folder.resolve("merged").toString()));
        List<Integer> sizes = new ArrayList<>();
        for (int shard = 4; shard >= 1; shard--) {
            play(model, "shard-" + shard, "--seed", "7", "--shard", shard + "/4");
            sizes.add(conformance("shard-" + shard).get("scenarios").size());
            merge.add(folder.resolve("shard-" + shard).toString());
        }
        int whole = conformance("whole").get("scenarios").size();
        assertThat(sizes).allSatisfy(size -> assertThat(size).isBetween(whole / 4, whole / 4 + 1));

        assertThat(model.command(merge.toArray(new String[0]))).isEqualTo(code).isEqualTo(ExitCode.FAILED);
        for (String part : List.of("totals", "requirements", "cells")) {
            assertThat(conformance("merged").get(part))
                    .as(part)
                    .isEqualTo(conformance("whole").get(part));
        }
        assertThat(scenarios("merged")).isEqualTo(scenarios("whole"));
        assertThat(conformance("merged").at("/run/selected").asInt()).isEqualTo(whole);
        assertThat(conformance("merged").at("/run/selection").has("shard")).isFalse();
        assertThat(model.command("verify", folder.resolve("merged").toString())).isZero();
    }

    /** By id, without how long each took. */
    private TreeMap<String, JsonNode> scenarios(String report) throws IOException {
        TreeMap<String, JsonNode> found = new TreeMap<>();
        conformance(report).get("scenarios").forEach(s -> {
            ((ObjectNode) s).remove("seconds");
            found.put(s.get("id").asText(), s);
        });
        return found;
    }

    @Test
    void knownDurationsSplitEvenly() throws IOException {
        Commands commands = new Commands(folder);
        StringBuilder feature = new StringBuilder("Feature: F\n");
        StringBuilder known = new StringBuilder();
        for (int i = 1; i <= 5; i++) {
            feature.append("\n  Scenario: s").append(i).append("\n    Then it passes\n");
            known.append(i == 1 ? "" : ",")
                    .append("{\"id\": \"f/s")
                    .append(i)
                    .append("\", \"verdict\": \"pass\", \"seconds\": ");
            known.append(i == 5 ? 40 : 10).append("}");
        }
        commands.file("f.feature", feature.toString());
        Path file = commands.file("d.json", "{\"schema\": 1, \"scenarios\": [" + known + "]}");
        assertThat(commands.run("a", "--shard", "1/2", "--durations", file.toString()))
                .isZero();
        assertThat(conformance("a").get("scenarios")).hasSize(1);
        assertThat(commands.run("b", "--shard", "2/2", "--durations", file.toString()))
                .isZero();
        assertThat(conformance("b").get("scenarios")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --shard 0/4 --seed 1            | --shard is a part of the whole such as 3/8, from 1/8 to 8/8, not '0/4'
            --shard 5/4 --seed 1            | not '5/4'
            --shard three --seed 1          | not 'three'
            --shard 1/2                     | --shard needs the --seed that all shards share
            --shard 1/2 --seed 1 --repeat 2 | goes without --repeat and --draws
            --shard 9/9 --seed 1            | --shard 9/9 has nothing to play
            --durations x.json              | --durations is for --shard
            --shard 1/2 --seed 1 --durations x.json | --durations x.json does not exist
            """)
    void aShardThatMakesNoSense(String args, String sentence) throws IOException {
        Commands commands = new Commands(folder);
        commands.file("f.feature", "Feature: F\n\n  Scenario: one\n    Then it passes\n");
        String all = "run --iut fake --no-report --features " + commands.path("f.feature") + " --out "
                + commands.path("report") + " " + args;
        assertThat(commands.command(all.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(commands.complained()).contains(sentence).hasLineCount(1);
        assertThat(folder.resolve("report")).doesNotExist();
    }

    @Test
    void whatIsNoWholeIsRefused() throws IOException {
        Commands commands = new Commands(folder);
        commands.file(
                "f.feature",
                "Feature: F\n\n  Scenario: one\n    Then it passes\n\n  Scenario: two\n    Then it passes\n");
        commands.run("whole");
        commands.run("one", "--shard", "1/2");
        commands.run("two", "--shard", "2/2");
        commands.run("other", "--shard", "2/2", "--strict");
        assertRefused(commands, "is no shard: it was played without --shard", "whole", "one");
        assertRefused(commands, "The shard 2/2 is missing", "one");
        assertRefused(commands, "The shard 1/2 is given twice", "one", "one");
        assertRefused(commands, "is a shard of another run: --strict differ", "one", "other");
        assertRefused(commands, "There is no finished run in", "one", "none");
        assertThat(merge(commands, "one", "two")).isZero();
    }

    private void assertRefused(Commands commands, String sentence, String... shards) {
        assertThat(merge(commands, shards)).isEqualTo(ExitCode.USAGE);
        assertThat(commands.complained()).contains(sentence).hasLineCount(1);
        assertThat(Files.exists(folder.resolve("merged"))).isFalse();
    }

    private int merge(Commands commands, String... shards) {
        List<String> args = new ArrayList<>(List.of("merge", "--no-report", "--out", commands.path("merged")));
        for (String shard : shards) {
            args.add(commands.path(shard));
        }
        return commands.command(args.toArray(new String[0]));
    }
}
