package org.tcpspec.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tcpspec.reports.play.FeatureFile;
import org.tcpspec.reports.play.FeatureFiles;
import org.tcpspec.reports.play.Planning;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.words.EditorFiles;
import org.tcpspec.reports.words.PhraseText;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.steps.words.plan.Phrasebook;
import org.tcpspec.steps.words.plan.Usage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tcpspec steps}: the phrases that a scenario may use. */
@Command(
        name = "steps",
        description = "Lists the phrases that scenarios are made of: what their parameters may be, an example, where it"
                + " is used, and what it needs.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.ERROR)
final class StepsCommand implements Callable<Integer> {
    @Option(
            names = "--search",
            paramLabel = "WORD",
            arity = "1..*",
            description = "Only phrases with all these words in them, or in a step that uses them.")
    private List<String> search = List.of();

    @Option(
            names = "--features",
            paramLabel = "DIR",
            description = "Shows where your own feature files use them, instead of the bundled ones.")
    private Optional<Path> features = Optional.empty();

    @Option(
            names = "--editor",
            paramLabel = "DIR",
            description = "Writes what VS Code's Cucumber extension needs to know them into DIR/.vscode, and lists"
                    + " nothing; DIR is the folder that you open in the editor.")
    private Optional<Path> editor = Optional.empty();

    @CommandLine.Mixin
    private GlueJars glue = new GlueJars();

    private final Terminal terminal;
    private final Planning planning;

    StepsCommand(Terminal terminal, Planning planning) {
        this.terminal = terminal;
        this.planning = planning;
    }

    @Override
    public Integer call() throws IOException {
        if (editor.isPresent()) {
            EditorFiles.write(editor.get(), planning.phrasebook())
                    .forEach(line -> terminal.out().println(Escape.line(line)));
            return ExitCode.OK;
        }
        List<FeatureFile> files = features.isPresent() ? FeatureFiles.in(features.get()) : FeatureFiles.bundled();
        Map<Phrasebook.Entry, List<Usage.Use>> uses = Usage.of(
                planning.phrasebook(), files.stream().map(FeatureFile::source).toList());
        long shown = uses.entrySet().stream()
                .filter(e -> PhraseText.has(e.getKey(), e.getValue(), search))
                .peek(e -> PhraseText.lines(e.getKey(), e.getValue())
                        .forEach(line -> terminal.out().println(Escape.line(line))))
                .count();
        terminal.out().println(shown + " of " + uses.size() + " phrases");
        if (shown == 0) {
            throw new BrokenInputException("No phrase has " + String.join(" and ", search)
                    + " in it; search for fewer words, or for a part of one.");
        }
        return ExitCode.OK;
    }
}
