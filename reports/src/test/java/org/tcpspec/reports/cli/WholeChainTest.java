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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tcpspec.reports.fake.FakePlanning;
import org.tcpspec.reports.page.Html;

/** One scenario of each outcome, from the command line to every output. */
class WholeChainTest {
    private static final String OUTCOMES = """
            Feature: Outcomes

              Scenario: pass
                Then it passes

              @SHLD-2
              Scenario: should
                Then it is FAIL because "it should not"

              Scenario: must
                Then it is FAIL because "packet 3 has ACK=300 <img src=x onerror=x()>"

              Scenario: listed
                Then it is FAIL because "here it does what it does"

              Scenario: inconclusive
                Then it is INCONCLUSIVE because "the kit was late"

              @unfit
              Scenario: unfit
                Then it passes

              Scenario: error
                Then it is ERROR because "the lab fell down"

              Scenario: flicker
                Then it fails only the first time
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void features() throws IOException {
        Files.createDirectories(folder.resolve("features"));
        Files.writeString(folder.resolve("features/outcomes.feature"), OUTCOMES);
    }

    private int run(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "run",
                "--iut",
                "fake",
                "--features",
                folder.resolve("features").toString(),
                "--out",
                folder.resolve("report").toString(),
                "--seed",
                "42"));
        args.addAll(List.of(more));
        Terminal terminal = new Terminal(utf8(out), utf8(err), false);
        return Main.run(args.toArray(new String[0]), terminal, new FakePlanning());
    }

    private static PrintStream utf8(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    @Test
    void everyOutputTellsEachOutcome() throws IOException {
        assertThat(run()).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .matches("(?s)Playing 8 scenarios against a fake(, \\d of them not applicable)?, seed 42\n.*");

        assertThat(verdicts())
                .containsEntry("outcomes/pass", "pass")
                .containsEntry("outcomes/should", "fail")
                .containsEntry("outcomes/must", "fail")
                .containsEntry("outcomes/listed", "fail")
                .containsEntry("outcomes/inconclusive", "inconclusive")
                .containsEntry("outcomes/unfit", "not applicable")
                .containsEntry("outcomes/error", "error")
                .containsEntry("outcomes/flicker", "inconclusive");
        JsonNode totals = json("conformance.json").get("totals");
        assertThat(totals.get("MUST").toString())
                .isEqualTo("{\"pass\":1,\"fail\":1,\"listed\":1,\"inconclusive\":2,\"notApplicable\":1,\"error\":1}");
        assertThat(totals.get("SHOULD").get("fail").asInt()).isEqualTo(1);

        assertThat(Files.readString(folder.resolve("report/junit.xml")))
                .contains("tests=\"8\" failures=\"2\" errors=\"3\" skipped=\"2\"")
                .contains("classname=\"outcomes.listed\"", "message=\"Listed deviation (MUST): here it does");
        assertThat(allureStatuses())
                .containsEntry("outcomes/pass", "passed")
                .containsEntry("outcomes/must", "failed")
                .containsEntry("outcomes/unfit", "skipped")
                .containsEntry("outcomes/error", "broken");
        assertThat(allureResult("outcomes/must").at("/statusDetails/message").asText())
                .isEqualTo("MUST failed: packet 3 has ACK=300 \u2039img src=x onerror=x()\u203a");
        assertThat(allureResult("outcomes/must").get("descriptionHtml").asText())
                .contains("&lt;SEQ=100&gt;", "&lt;img src=x")
                .doesNotContain("<img");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("MUST             1       1       1             2               1       1")
                .contains("packet 3 has ACK=300")
                .contains("stopped occurring; take it off the list: outcomes/pass");
        for (String page : List.of("index.html", "coverage.html")) {
            Html.holds(Files.readString(folder.resolve("report").resolve(page)), folder.resolve("report"));
        }
        assertThat(Files.readString(folder.resolve("report/index.html"))).contains("Errors of kit or lab");
        allureNamesEachFileOnce();
    }

    /** Drawings and packets lie beside Allure's page, not in it once more. */
    private void allureNamesEachFileOnce() throws IOException {
        String page = Files.readString(folder.resolve("report/allure/index.html"));
        Matcher attachments = Pattern.compile("d\\('data/attachments/[^']+(svg|pcapng)','([^']+)'")
                .matcher(page);
        int named = 0;
        for (; attachments.find(); named++) {
            String path = new String(Base64.getDecoder().decode(attachments.group(2)), StandardCharsets.UTF_8);
            assertThat(folder.resolve("report/allure").resolve(path)).isNotEmptyFile();
        }
        assertThat(named).isGreaterThan(0);
    }

    private Map<String, String> allureStatuses() throws IOException {
        Map<String, String> statuses = new TreeMap<>();
        for (JsonNode result : allureResults()) {
            statuses.put(result.get("fullName").asText(), result.get("status").asText());
        }
        return statuses;
    }

    private JsonNode allureResult(String id) throws IOException {
        return allureResults().stream()
                .filter(result -> result.get("fullName").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> allureResults() throws IOException {
        List<JsonNode> results = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder.resolve("report/allure-results"), "*-result.json")) {
            for (Path file : files) {
                results.add(new ObjectMapper().readTree(file.toFile()));
            }
        }
        return results;
    }

    private JsonNode json(String name) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve("report").resolve(name).toFile());
    }

    private Map<String, String> verdicts() throws IOException {
        Map<String, String> verdicts = new TreeMap<>();
        json("conformance.json")
                .get("scenarios")
                .forEach(
                        s -> verdicts.put(s.get("id").asText(), s.get("verdict").asText()));
        return verdicts;
    }
}
