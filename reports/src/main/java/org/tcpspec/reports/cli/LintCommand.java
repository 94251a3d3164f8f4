package org.tcpspec.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tcpspec.reports.play.FeatureFile;
import org.tcpspec.reports.play.FeatureFiles;
import org.tcpspec.reports.play.Iuts;
import org.tcpspec.reports.play.Planning;
import org.tcpspec.reports.read.Catalogue;
import org.tcpspec.reports.read.StatementReader;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.spi.iut.IutProvider;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.steps.run.Problem;
import org.tcpspec.steps.words.plan.Style;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tcpspec lint}: what is wrong with feature files, without playing them. */
@Command(
        name = "lint",
        description = "Checks feature files without playing them: phrases, parameters, tags, ids and style. Each"
                + " finding has its file, line and column.",
        footer = {"", "Exit codes: 0 if nothing must be mended, 64 otherwise."},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.ERROR)
final class LintCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "A folder with feature files, or one of them.")
    private Path folder;

    @Option(names = "--strict", description = "What is only advised must be mended, too.")
    private boolean strict;

    @CommandLine.Mixin
    private GlueJars glue = new GlueJars();

    private final Terminal terminal;
    private final Planning planning;

    LintCommand(Terminal terminal, Planning planning) {
        this.terminal = terminal;
        this.planning = planning;
    }

    /** A line of the lint's. */
    private record Said(Problem problem, String kind) {}

    @Override
    public Integer call() throws IOException {
        List<FeatureFile> files = FeatureFiles.in(folder);
        Catalogue catalogue = Catalogue.bundled();
        List<Problem> problems = new ArrayList<>(planning.plan(files, claims(catalogue), catalogue.requirements())
                .problems());
        Style.Remarks style = Style.of(
                files.stream().map(FeatureFile::source).toList(),
                catalogue.requirements().keySet(),
                Iuts.all().stream().map(IutProvider::name).collect(Collectors.toSet()));
        problems.addAll(style.problems());
        List<Said> all = new ArrayList<>();
        problems.forEach(p -> all.add(new Said(p, "error")));
        style.advice().forEach(p -> all.add(new Said(p, "advice")));
        all.sort(Comparator.comparing((Said s) -> s.problem().file())
                .thenComparing(s -> s.problem().line())
                .thenComparing(s -> s.problem().column()));
        all.forEach(this::print);
        terminal.out()
                .println("Files: " + files.size() + "; errors: " + problems.size() + "; advice: "
                        + style.advice().size());
        boolean mended = problems.isEmpty() && (!strict || style.advice().isEmpty());
        return mended ? ExitCode.OK : ExitCode.USAGE;
    }

    /** As compilers write it, so that editors can jump there. */
    private void print(Said said) {
        Problem p = said.problem();
        Path base = Files.isDirectory(folder) ? folder : folder.toAbsolutePath().getParent();
        Path file = Files.isDirectory(folder) ? base.resolve(p.file()) : folder;
        terminal.out()
                .println(Escape.line(
                        file + ":" + p.line() + ":" + p.column() + ": " + said.kind() + ": " + p.sentence()));
    }

    /** The waits that a plan computes are of no interest here; any statement does. */
    private static Statement claims(Catalogue catalogue) {
        IutProvider model = Iuts.named("model");
        return new StatementReader(catalogue.options()).read(model.statement(), model.deviations());
    }
}
