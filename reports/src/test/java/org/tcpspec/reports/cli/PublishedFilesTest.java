package org.tcpspec.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tcpspec.reports.gate.Policy;
import org.tcpspec.reports.gate.Profile;
import org.tcpspec.reports.play.FeatureFiles;
import org.tcpspec.reports.play.Iuts;
import org.tcpspec.reports.play.StepsPlanning;
import org.tcpspec.reports.read.Catalogue;
import org.tcpspec.reports.read.GateReader;
import org.tcpspec.reports.read.StatementReader;
import org.tcpspec.spi.iut.IutProvider;

/** What people copy from the documents works: workflow files, policies, profiles. */
class PublishedFilesTest {
    private static final Path CI = Path.of("..", "docs", "ci");
    private static final Pattern COMMAND = Pattern.compile("\\./tcpspec ([^\n|;'#`]*)");

    @ParameterizedTest
    @ValueSource(strings = {"github.yml", "gitlab.yml", "kubernetes-job.yaml"})
    void workflowFilesAreYaml(String file) throws IOException {
        assertThat(new ObjectMapper(new YAMLFactory())
                        .readTree(CI.resolve(file).toFile())
                        .size())
                .isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ci/github.yml", "ci/gitlab.yml", "ci/kubernetes-job.yaml", "ci/Jenkinsfile", "gates.md"})
    void theCommandsInThemAreCommands(String file) throws IOException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        List<List<String>> commands =
                commands(Files.readString(Path.of("..", "docs").resolve(file)));
        assertThat(commands).isNotEmpty().allSatisfy(args -> {
            var parsed = Main.commandLine(new Terminal(nowhere, nowhere, false), new StepsPlanning())
                    .parseArgs(args.toArray(new String[0]));
            assertThat(parsed.hasSubcommand()).isTrue();
        });
    }

    /** With a 1 for what the place where they run would fill in. */
    private static List<List<String>> commands(String text) {
        List<List<String>> found = new ArrayList<>();
        Matcher m = COMMAND.matcher(text.replaceAll("\\$\\{\\{[^}]*}}|\\$\\(\\([^)]*\\)\\)|\\$[A-Z_]+", "1"));
        while (m.find()) {
            List<String> args = new ArrayList<>();
            Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(m.group(1));
            while (word.find()) {
                args.add(word.group(1) == null ? word.group(2) : word.group(1));
            }
            found.add(args);
        }
        return found;
    }

    @Test
    void thePolicyToCopyIsOne() {
        Policy policy = GateReader.read(CI.resolve("tcpspec-gate.yaml"));
        assertThat(policy.rules()).hasSizeGreaterThan(3);
        assertThat(policy.profile().name()).isEqualTo("2026.11");
    }

    /** A scenario that is renamed keeps its place by @was-; one that is dropped leaves a gap in a pinned pipeline. */
    @Test
    void everyScenarioOfAShippedProfileIsThere() throws IOException {
        IutProvider model = Iuts.named("model");
        Catalogue catalogue = Catalogue.bundled();
        Set<String> known = new StepsPlanning()
                        .plan(
                                FeatureFiles.bundled(),
                                new StatementReader(catalogue.options()).read(model.statement(), model.deviations()),
                                catalogue.requirements())
                        .scenarios()
                        .stream()
                        .flatMap(s -> Stream.concat(Stream.of(s.id()), s.formerId().stream()))
                        .collect(Collectors.toSet());
        for (String name : Profile.SHIPPED) {
            assertThat(known).containsAll(Profile.named(name, Path.of(name)).ids());
        }
    }
}
