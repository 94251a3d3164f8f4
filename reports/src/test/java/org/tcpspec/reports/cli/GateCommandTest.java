package org.tcpspec.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pipeline goes red for the right reason: exit codes, and one sentence for each broken rule. */
class GateCommandTest {
    private static final String FEATURE = """
            Feature: F

              Scenario: one
                Then it passes

              Scenario: two
                Then it passes

              @T-9
              Scenario: bad
                Then it is FAIL because "no answer after 0.250 s"

              @SHLD-2
              Scenario: should
                Then it is FAIL because "it should not"

              Scenario: vague
                Then it is INCONCLUSIVE because "the kit was late"
            """;

    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void played() throws IOException {
        commands = new Commands(folder);
        commands.file("f.feature", FEATURE);
        assertThat(commands.run("report")).isEqualTo(ExitCode.FAILED);
    }

    private int gate(String policy, String... more) throws IOException {
        Path file = commands.file("gate.yaml", policy);
        String[] args = new String[more.length + 5];
        System.arraycopy(
                new String[] {"gate", "--gate", file.toString(), "--run", commands.path("report")}, 0, args, 0, 5);
        System.arraycopy(more, 0, args, 5, more.length);
        return commands.command(args);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MUST: 100%                   | 4 | Broken: MUST: 2 of 3, 66.66 %, but at least 100 % is demanded; for example f/bad (no answer after 0.250 s).
            MUST: 60%                    | 0 | Gate: holds
            'SHOULD: ">= 80%"'           | 4 | Broken: SHOULD: 0 of 1, 0 %, but at least 80 % is demanded
            SHOULD: 0%                   | 0 | Gate: holds
            MAY: 10%                     | 4 | Broken: MAY: nothing was judged, but at least 10 % is demanded.
            'inconclusive: <= 20%'       | 0 | Gate: holds
            'inconclusive: <= 19%'       | 4 | Broken: inconclusive: 1 of 5, 20 %, but at most 19 % is demanded; for example f/vague (the kit was late).
            'inconclusive: <= 1'         | 0 | Gate: holds
            'inconclusive: <= 0'         | 4 | Broken: inconclusive: 1 of 5, but at most 0 is demanded
            'not played: <= 0'           | 0 | Gate: holds
            cells: 1%                    | 4 | Broken: cells: 0 of
            rows: 0.01%                  | 0 | Gate: holds
            requirements: 100%           | 4 | Broken: requirements: 1 of
            MUST requirements: 0.1%      | 0 | Gate: holds
            """)
    void aRuleHoldsOrIsBroken(String rule, int code, String sentence) throws IOException {
        assertThat(gate("rules: {" + rule + "}")).isEqualTo(code);
        assertThat(commands.said()).contains(sentence);
    }

    @Test
    void topicsAreTagsAndFolders() throws IOException {
        assertThat(gate("topics: {'@T-9': {all: 100%}}")).isEqualTo(ExitCode.GATE);
        assertThat(commands.said()).contains("Broken: @T-9: all: 0 of 1");
        assertThat(gate("topics: {closing: {MUST: 50%}}")).isZero();
        assertThat(gate("topics: {opening: {MUST: 50%}}")).isEqualTo(ExitCode.GATE);
        assertThat(commands.said()).contains("Broken: opening: MUST: no scenario of the run belongs to 'opening'");
        assertThat(gate("topics: {clossing: {inconclusive: <= 100%}}")).isEqualTo(ExitCode.GATE);
        assertThat(commands.said()).contains("no scenario of the run belongs to 'clossing'");
    }

    @Test
    void aRunWithAGateEndsWithItsCodeAndKeepsWhatItSaid() throws IOException {
        Path policy = commands.file("gate.yaml", "rules: {MUST: 100%, SHOULD: 50%}");
        assertThat(commands.run("gated", "--gate", policy.toString())).isEqualTo(ExitCode.GATE);
        assertThat(commands.said().lines().filter(l -> l.startsWith("Broken: ")))
                .hasSize(2);
        JsonNode run = new ObjectMapper()
                .readTree(folder.resolve("gated/conformance.json").toFile())
                .get("run");
        assertThat(run.get("exit").asInt()).isEqualTo(ExitCode.GATE);
        assertThat(run.at("/gate/broken")).hasSize(2);
        assertThat(folder.resolve("gated/summary.md")).content().contains("**broken**", "❌");

        commands.file("gate.yaml", "rules: {MUST: 60%}");
        assertThat(commands.run("gated", "--gate", policy.toString())).isZero();
        assertThat(folder.resolve("gated/summary.md")).content().contains("✅");
    }

    @Test
    void anErrorOfTheKitGoesBeforeTheGate() throws IOException {
        commands.file("f.feature", "Feature: F\n\n  Scenario: e\n    Then it is ERROR because \"no lab\"\n");
        Path policy = commands.file("gate.yaml", "rules: {inconclusive: <= 5%}");
        assertThat(commands.run("gated", "--gate", policy.toString())).isEqualTo(ExitCode.ERROR);
        assertThat(commands.said()).contains("Broken: errors: 1 scenarios ended with an error");
    }

    @Test
    void aProfileJudgesItsScenariosAndNoOthers() throws IOException {
        commands.file("p.txt", "# pinned\nf/one\nf/two   # both\n");
        assertThat(gate("profile: p.txt\nrules: {MUST: 100%, inconclusive: <= 0}"))
                .isZero();
        assertThat(commands.said()).contains("profile p.txt: 2 scenarios");
        commands.file("p.txt", "f/one\nf/gone\n");
        assertThat(gate("profile: p.txt\nrules: {not played: <= 0}")).isEqualTo(ExitCode.GATE);
        assertThat(commands.said()).contains("Broken: not played: 1 of ");
    }

    @Test
    void aProfileIsFrozenFromARun() throws IOException {
        String file = commands.path("frozen.txt");
        assertThat(commands.command("gate", "--freeze", file, "--run", commands.path("report")))
                .isZero();
        assertThat(Path.of(file)).content().contains("f/bad\nf/one\n");
        assertThat(gate("profile: frozen.txt\nrules: {not played: <= 0}")).isZero();
        assertThat(commands.command("gate", "--freeze", file, "--run", commands.path("report")))
                .isEqualTo(ExitCode.USAGE);
    }

    private static String waiver(String subject, String reason, String expires) {
        return "waivers: [{" + subject + ", reason: '" + reason + "', explanation: known, owner: ann, expires: "
                + expires + "}]\nrules: {MUST: 100%}";
    }

    @Test
    void waiversAreToldApart() throws IOException {
        assertThat(gate(waiver("scenario: f/bad", "no answer after 0.999 s", "2999-01-01")))
                .isZero();
        assertThat(gate(waiver("requirement: MUST-13", "no answer", "2999-01-01")))
                .isZero();
        assertThat(gate(waiver("scenario: f/bad", "no answer", "2020-01-01"))).isEqualTo(ExitCode.GATE);
        assertThat(commands.said())
                .contains("A waiver expired on 2020-01-01: f/bad, which still fails: no answer", "[owner: ann]");
        assertThat(gate(waiver("scenario: f/bad", "a reset", "2999-01-01"))).isEqualTo(ExitCode.GATE);
        assertThat(commands.said()).contains("A waiver does not cover f/bad, which fails for another reason");
        assertThat(gate(waiver("scenario: f/one", "x", "2999-01-01") + "\n")).isEqualTo(ExitCode.GATE);
        assertThat(commands.said()).contains("A waiver has stopped occurring; take it off the list: f/one");
        assertThat(gate(waiver("scenario: f/one", "x", "2999-01-01").replace("MUST: 100%", "unused waivers: <= 0")))
                .isEqualTo(ExitCode.GATE);
    }

    @Test
    void aRunIsPlayedWithItsWaivers() throws IOException {
        Path policy = commands.file("gate.yaml", waiver("scenario: f/bad", "no answer", "2999-01-01"));
        assertThat(commands.run("gated", "--gate", policy.toString())).isZero();
        assertThat(folder.resolve("gated/junit.xml")).content().contains("Listed deviation (MUST)");
        assertThat(folder.resolve("gated/conformance.json")).content().contains("\"owner\" : \"ann\"");
    }

    @Test
    void aWaiverIsWrittenFromAFailedRun() throws IOException {
        String file = commands.path("waivers.yaml");
        String[] waive = {
            "waive",
            "--run",
            commands.path("report"),
            "--file",
            file,
            "--owner",
            "ann \"the\" boss",
            "--expires",
            "2999-12-31",
            "--because",
            "fixed in 2.0: see #7",
            "--scenario",
            "f/bad"
        };
        assertThat(commands.command(waive)).isZero();
        assertThat(gate("waivers: waivers.yaml\nrules: {MUST: 100%}")).isZero();
        waive[waive.length - 2] = "--requirement";
        waive[waive.length - 1] = "MUST-13";
        assertThat(commands.command(waive)).isZero();
        assertThat(Path.of(file)).content().contains("ann \\\"the\\\" boss", "requirement: \"MUST-13\"");
        assertThat(gate("waivers: [waivers.yaml]\nrules: {all: 100%}")).isZero();

        commands.file("waivers.yaml", "deviations: [{scenario: a, reason: b, explanation: c}]\n");
        assertThat(commands.command(waive)).isEqualTo(ExitCode.USAGE);
        assertThat(commands.complained()).contains("is written in a form that nothing can be added to");
        assertThat(Path.of(file)).hasContent("deviations: [{scenario: a, reason: b, explanation: c}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --owner a --expires 2999-01-01 --because b                        | Name what is waived
            --owner a --expires soon --because b --everything                 | is a day such as 2027-01-31, not 'soon'
            --owner a --expires 2020-01-01 --because b --everything           | is over already
            --owner a --expires 2999-01-01 --because b --scenario f/one       | has not failed, but ended with pass
            --owner a --expires 2999-01-01 --because b --scenario f/none      | The run has no scenario 'f/none'
            --owner a --expires 2999-01-01 --because b --requirement MUST-1   | No failure of the run names the requirement
            --expires 2999-01-01 --because b --everything                     | Missing required option: '--owner
            """)
    void whatCannotBeWaived(String args, String sentence) {
        String all = "waive --run " + commands.path("report") + " --file " + commands.path("w.yaml") + " " + args;
        assertThat(commands.command(all.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(commands.complained()).contains(sentence).hasLineCount(1);
        assertThat(folder.resolve("w.yaml")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                             | This gate has no rule
            'rules: {MOST: 1%}'            | gate.yaml:1: A gate has no rule 'MOST'; it has MUST, SHOULD
            'topics: {a: {cells: 1%}}'     | A topic has no rule 'cells'
            'rules: {MUST: many}'          | The rule 'MUST' has the limit 'many'; write it like 100%
            'rules: {MUST: 101%}'          | The rule 'MUST' has the limit '101%'
            'rules: {MUST: <= 3%}'         | The rule 'MUST' bounds from below
            'rules: {inconclusive: 2%}'    | The rule 'inconclusive' bounds from above: write it like <= 2%.
            'rule: {MUST: 1%}'             | A gate knows no 'rule'
            'rules: [MUST]'                | must be a mapping of names to values
            'profile: 1999.01'             | The profile '1999.01' is neither a file nor one of 2026.11
            'waivers: none.yaml'           | none.yaml does not exist
            'waivers: [{scenario: a}]'     | This deviation has no 'reason'
            'waivers: [{scenario: a, requirement: b, reason: c, explanation: d}]' | it is about one of them
            'waivers: [{scenario: a, reason: c, explanation: d, expires: soon}]'  | expires on a day such as 2027-01-31
            '{'                            | this is not readable YAML
            """)
    void aPolicyThatMakesNoSenseIsRefused(String policy, String sentence) throws IOException {
        String whole =
                policy.startsWith("waivers") || policy.startsWith("profile") ? policy + "\nrules: {MUST: 1%}" : policy;
        assertThat(gate(whole)).isEqualTo(ExitCode.USAGE);
        assertThat(commands.complained()).contains(sentence).hasLineCount(1);
        assertThat(commands.run("fresh", "--gate", commands.path("gate.yaml"))).isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("fresh")).doesNotExist();
    }

    @Test
    void aBareSignIsExplained() throws IOException {
        assertThat(gate("rules:\n  MUST: >= 80%\n")).isEqualTo(ExitCode.USAGE);
        assertThat(commands.complained()).contains("A limit that begins with > stands in quotes");
    }

    @Test
    void whatIsNotThereIsNamed() throws IOException {
        assertThat(commands.command("gate", "--gate", commands.path("no.yaml"))).isEqualTo(ExitCode.USAGE);
        assertThat(commands.complained()).contains("--gate", "no.yaml does not exist");
        assertThat(gate("rules: {MUST: 1%}", "--run", "x")).isEqualTo(ExitCode.USAGE);
        assertThat(gate("rules: {MUST: 1%}", "--only-regressions")).isEqualTo(ExitCode.USAGE);
        assertThat(commands.complained()).contains("--only-regressions needs a --baseline");
        assertThat(gate("rules: {MUST: 1%}", "--annotations", "gitea")).isEqualTo(ExitCode.USAGE);
        assertThat(gate("rules: {MUST: 1%}", "--baseline", commands.path("none.json")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(commands.complained()).contains("does not exist; name the conformance.json of an earlier run");
        commands.file("b.json", "{\"schema\": 7}");
        assertThat(gate("rules: {MUST: 1%}", "--baseline", commands.path("b.json")))
                .isEqualTo(ExitCode.USAGE);
        commands.file("b.json", "schema");
        assertThat(gate("rules: {MUST: 1%}", "--baseline", commands.path("b.json")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(commands.complained()).contains(":1: this is not readable JSON");
    }

    @Test
    void onlyRegressionsBreak() throws IOException {
        Path baseline = folder.resolve("baseline.json");
        Files.move(folder.resolve("report/conformance.json"), baseline);
        // lines move, the time in a reason changes: nothing has become worse
        commands.file(
                "f.feature", FEATURE.replace("Feature: F\n", "Feature: F\n\n\n").replace("0.250", "0.251"));
        String[] compared = {"--baseline", baseline.toString(), "--only-regressions"};
        assertThat(commands.run("report", compared)).isZero();
        assertThat(commands.said()).contains("0 new failures, 0 with another reason, 0 fixed");

        commands.file(
                "f.feature",
                FEATURE.replace("no answer", "a reset")
                        .replaceFirst("it passes", "it is FAIL because \"new\"")
                        .replace("it is INCONCLUSIVE because \"the kit was late\"", "it passes")
                        .replace("it is FAIL because \"it should not\"", "it passes"));
        assertThat(commands.run("report", compared)).isEqualTo(ExitCode.GATE);
        assertThat(commands.said())
                .contains(
                        "Broken: regressions: 1 scenarios fail that did not fail in the baseline: f/one (new)",
                        "Broken: regressions: 1 scenarios fail for another reason than in the baseline: f/bad (a reset",
                        "fixed: f/should");
        assertThat(commands.run("report", "--baseline", baseline.toString(), "--tags", "@SHLD-2"))
                .isZero();
        assertThat(commands.said()).contains("1 fixed, 0 no longer judged, 4 not played");
    }

    @Test
    void annotationsPointAtTheLine() throws IOException {
        commands.run("report", "--annotations", "github");
        assertThat(commands.said())
                .contains(
                        "::error title=Two FINs cross on the wire::no answer after 0.250 s (MUST-13, RFC 9293 3.6; f/bad)")
                .contains("::warning title=Two FINs cross on the wire::the kit was late");
        assertThat(gate("rules: {MUST: 100%}", "--annotations", "github", "--summary", commands.path("s.md")))
                .isEqualTo(ExitCode.GATE);
        assertThat(commands.said()).contains("::error title=tcpspec gate::MUST: 2 of 3, 66.66 %25, but");
        assertThat(folder.resolve("s.md")).content().contains("### ❌ TCP conformance of a fake", "f/bad");
    }
}
