package org.tcpspec.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tcpspec.reports.matrix.Markdown;
import org.tcpspec.reports.matrix.SideBySide;
import org.tcpspec.reports.matrix.SideBySidePage;
import org.tcpspec.reports.matrix.Stack;
import org.tcpspec.reports.matrix.StackReader;
import org.tcpspec.reports.play.Iuts;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.read.Catalogue;
import org.tcpspec.reports.write.ReportFolder;
import org.tcpspec.spi.iut.IutProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tcpspec matrix}: several stacks side by side. */
@Command(
        name = "matrix",
        description = "Shows stacks side by side: by topic, by requirement, by state and event.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.ERROR)
final class MatrixCommand implements Callable<Integer> {

    /** Plays: the arguments of {@code tcpspec}, to its exit code. */
    interface Player {
        int play(List<String> arguments) throws IOException;
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "STACK",
            description = "An IUT, which is played; or the folder of a finished report, or its conformance.json. The"
                    + " first one is what the others are compared with.")
    private List<String> names = List.of();

    @Option(
            names = "--diff",
            description = "Only what differs from the first stack, which the others behave like except for that.")
    private boolean diff;

    @Option(names = "--tags", paramLabel = "EXPRESSION", description = "Plays what has these tags, as 'run' does.")
    private Optional<String> tags = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "tcpspec-matrix",
            description = "Where matrix.html, matrix.md and the reports of what is played go; default:"
                    + " ${DEFAULT-VALUE}.")
    private Path out;

    private final Terminal terminal;
    private final Player player;

    MatrixCommand(Terminal terminal, Player player) {
        this.terminal = terminal;
        this.player = player;
    }

    @Override
    public Integer call() throws IOException {
        List<String> known = Iuts.all().stream().map(IutProvider::name).toList();
        Map<String, Path> runs = new HashMap<>();
        for (String name : new LinkedHashSet<>(names)) {
            runs.put(name, place(name, known));
        }
        if (diff && names.size() < 2) {
            throw new BrokenInputException("--diff compares with the first stack; name a second one.");
        }
        ReportFolder.claim(out);
        int worst = ExitCode.OK;
        for (String name : new LinkedHashSet<>(names)) {
            if (known.contains(name)) {
                worst = Math.max(worst, play(name, runs.get(name)));
            }
        }
        List<Stack> stacks = new ArrayList<>();
        for (String name : names) {
            stacks.add(new StackReader(out).read(runs.get(name)));
        }
        write(new SideBySide(stacks, Catalogue.bundled().requirements()));
        return worst;
    }

    /** The folder, or file, of a stack's run: given, or to be made. */
    private Path place(String name, List<String> known) {
        if (known.contains(name)) {
            return out.resolve(name);
        }
        if (!Files.exists(Path.of(name))) {
            throw new BrokenInputException("There is no IUT '" + name + "' and no report in a folder of that name; the"
                    + " IUTs are " + String.join(", ", known) + ".");
        }
        return Path.of(name);
    }

    /** A run that fails is a column like any other; one that ends in an error is, too, but is told. */
    private int play(String name, Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run", "--iut", name, "--out", folder.toString()));
        tags.ifPresent(t -> arguments.addAll(List.of("--tags", t)));
        int code = player.play(arguments);
        if (!Files.isRegularFile(folder.resolve("conformance.json"))) {
            throw new BrokenInputException(
                    "The run of " + name + " left no report (exit code " + code + "); its message stands above.");
        }
        return code == ExitCode.ERROR ? ExitCode.ERROR : ExitCode.OK;
    }

    private void write(SideBySide matrix) throws IOException {
        String markdown = Markdown.of(matrix, diff);
        Files.writeString(out.resolve("matrix.md"), markdown);
        Files.writeString(out.resolve("matrix.html"), SideBySidePage.of(matrix, diff));
        terminal.out().print(diff ? Markdown.plain(matrix) : markdown);
        terminal.out().println("Page: " + out.resolve("matrix.html"));
    }
}
