package org.tcpspec.reports.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tcpspec.reports.coverage.CoveragePage;
import org.tcpspec.reports.coverage.CoverageSection;
import org.tcpspec.reports.journal.JournalReader;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.play.Planning;
import org.tcpspec.reports.read.BrokenInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tcpspec coverage}: what one run, or several together, exercised. */
@Command(
        name = "coverage",
        description =
                "Tells which states and events of RFC 9293 were exercised, as measured. Without --run it plays the"
                        + " model under each ICS profile and tells what these runs exercised together.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.ERROR)
final class CoverageCommand implements Callable<Integer> {
    private static final List<String> PROFILES = List.of("full", "plain-9293", "rfc793-style");

    @Option(
            names = "--run",
            paramLabel = "DIR",
            description = "Takes the finished run in that folder; may be given several times: what they exercised"
                    + " together counts.")
    private List<Path> runs = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where coverage.html and coverage.json go; default: the folder of the first --run, else"
                    + " tcpspec-coverage.")
    private Path out;

    private final Terminal terminal;
    private final Planning planning;

    CoverageCommand(Terminal terminal, Planning planning) {
        this.terminal = terminal;
        this.planning = planning;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = folder();
        List<Judgement> judgements = new ArrayList<>();
        for (Path run : runs.isEmpty() ? play(folder) : runs) {
            judgements.add(read(run));
        }
        List<CoverageSection> sections = CoverageSection.of(judgements);
        Files.createDirectories(folder);
        CoveragePage.write(folder, "Coverage", sections);
        sections.forEach(section -> section.print(terminal.out()));
        terminal.out().println("Page: " + folder.resolve("coverage.html"));
        return ExitCode.OK;
    }

    private Path folder() {
        if (out != null) {
            return out;
        }
        return runs.stream().findFirst().orElse(Path.of("tcpspec-coverage"));
    }

    private static Judgement read(Path run) throws IOException {
        Path journal = run.resolve("journal.jsonl");
        if (!Files.isRegularFile(journal)) {
            throw new BrokenInputException("--run " + run + " is not the folder of a finished run: it has no journal.");
        }
        return Judgement.of(JournalReader.read(journal));
    }

    /** One run of the model for each profile, each in a folder of its own. */
    private List<Path> play(Path folder) throws IOException {
        List<Path> played = new ArrayList<>();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal quiet = new Terminal(nowhere, terminal.err(), terminal.interactive());
        Files.createDirectories(folder);
        for (String profile : PROFILES) {
            Path run = folder.resolve(profile);
            String[] command = {"run", "--ics", profile, "--no-report", "--seed", "1", "--out", run.toString()};
            int code = Main.run(command, quiet, planning);
            if (code == ExitCode.ERROR || code == ExitCode.USAGE) {
                throw new BrokenInputException("The model could not be played under the ICS profile " + profile + ".");
            }
            played.add(run);
        }
        return played;
    }
}
