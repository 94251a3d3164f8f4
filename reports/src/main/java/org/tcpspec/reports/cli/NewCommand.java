package org.tcpspec.reports.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tcpspec.reports.play.FeatureFile;
import org.tcpspec.reports.play.FeatureFiles;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.read.Catalogue;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.reports.write.Places;
import org.tcpspec.steps.run.Requirement;
import org.tcpspec.steps.words.plan.Sketch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tcpspec new}: the beginning of a scenario. */
@Command(
        name = "new",
        description = "Writes a feature file with one scenario for a requirement: its tag, where the demand stands, and"
                + " steps that play.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.ERROR)
final class NewCommand implements Callable<Integer> {
    private static final int LONGEST = 60;

    @Parameters(index = "0", paramLabel = "REQUIREMENT", description = "Its id in the catalogue, such as MUST-13.")
    private String id;

    @Parameters(index = "1", paramLabel = "NAME", description = "What is so, such as 'A late FIN is acknowledged'.")
    private String name;

    @Option(
            names = "--in",
            paramLabel = "DIR",
            defaultValue = "my-features",
            description = "The folder of the file, made if need be; default: ${DEFAULT-VALUE}.")
    private Path folder;

    private final Terminal terminal;

    NewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Requirement requirement = requirement();
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (slug.isEmpty() || !name.equals(Escape.line(name))) {
            throw new BrokenInputException("'" + name + "' is no name for a scenario; write a short sentence.");
        }
        Path file = folder.resolve(slug.substring(0, Math.min(slug.length(), LONGEST)) + ".feature");
        String text = Sketch.of(
                requirement,
                name,
                FeatureFiles.bundled().stream().map(FeatureFile::source).toList());
        Places.folder("--in", folder);
        try {
            Files.writeString(
                    file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new BrokenInputException(file + " exists; give the scenario another name, or remove the file.", e);
        }
        terminal.out().println("Wrote " + Escape.line(file.toString()) + ". Play it, again and again as you edit it:");
        terminal.out().println("  ./tcpspec run --watch " + Escape.line(folder.toString()));
        return ExitCode.OK;
    }

    private Requirement requirement() {
        var all = Catalogue.bundled().requirements();
        if (all.containsKey(id)) {
            return all.get(id);
        }
        String like = all.keySet().stream()
                .filter(k -> letters(k).contains(letters(id)))
                .limit(5)
                .collect(Collectors.joining(", "));
        throw new BrokenInputException("There is no requirement '" + id + "'"
                + (like.isEmpty() ? "" : " (did you mean " + like + "?)")
                + "; './tcpspec coverage --requirements' lists those of the last run.");
    }

    /** The id as one may have heard it: MUST-13, must13. */
    private static String letters(String id) {
        return id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
