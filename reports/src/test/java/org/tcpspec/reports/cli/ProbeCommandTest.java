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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tcpspec.reports.play.Iuts;
import org.tcpspec.reports.play.StepsPlanning;
import org.tcpspec.reports.read.Catalogue;
import org.tcpspec.reports.read.IxitNames;
import org.tcpspec.reports.read.StatementReader;
import org.tcpspec.spi.iut.IutProvider;
import org.tcpspec.spi.iut.Statement;

/** What {@code probe} drafts of the model is what the model claims, and reads back. */
class ProbeCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int probe(String... more) {
        List<String> args = new ArrayList<>(List.of("probe", "--iut", "model"));
        args.addAll(List.of(more));
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Main.run(args.toArray(new String[0]), new Terminal(stream, stream, false), new StepsPlanning());
    }

    private static Statement read(Path draft) throws IOException {
        IutProvider model = Iuts.named("model");
        return new StatementReader(Catalogue.bundled().options())
                .read(draft.toUri().toURL(), model.deviations(), Set.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "plain-9293", "rfc793-style"})
    void theDraftIsWhatTheModelClaims(String profile) throws IOException {
        Path file = folder.resolve("draft.yaml");
        assertThat(probe("--ics", profile, "--out", file.toString()))
                .as(out.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(" 0 claims contradicted");
        IutProvider model = Iuts.named("model");
        StatementReader reader = new StatementReader(Catalogue.bundled().options());
        Statement own = reader.read(model.statement(), model.deviations());
        Statement claims =
                reader.withProfile(own, Main.class.getResource("/org/tcpspec/reports/ics/" + profile + ".yaml"));
        Statement drafted = read(file);
        assertThat(drafted.options()).containsAllEntriesOf(claims.options());
        assertThat(drafted.capabilities()).isEqualTo(claims.capabilities());
        assertThat(drafted.settings()).isEqualTo(claims.settings());
        for (String key : IxitNames.DURATIONS) {
            assertThat(IxitNames.duration(drafted.ixit(), key)).isEqualTo(IxitNames.duration(claims.ixit(), key));
        }
        assertThat(drafted.ixit().sources()).containsEntry("msl", "probed").containsEntry("r2", "probed");
    }

    @Test
    void aDraftReplacesNoFile() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "name: mine\n");
        assertThat(probe("--out", file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(file).hasContent("name: mine\n");
    }
}
