package org.tcpspec.reports.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tcpspec.reports.coverage.CoveragePage;
import org.tcpspec.reports.coverage.CoverageSection;
import org.tcpspec.reports.journal.Journals;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.ledger.Ledger;
import org.tcpspec.reports.ledger.LedgerPage;
import org.tcpspec.reports.ledger.LedgerText;
import org.tcpspec.reports.play.Planning;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.read.Catalogue;
import org.tcpspec.reports.read.Crosswalk;
import org.tcpspec.reports.read.Dispositions;
import org.tcpspec.reports.verify.Manifest;
import org.tcpspec.reports.write.Places;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tcpspec coverage}: what one run, or several together, have covered. */
@Command(
        name = "coverage",
        description = "Tells what finished runs have covered: the states and events of RFC 9293 as measured, and the"
                + " requirements.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.ERROR)
final class CoverageCommand implements Callable<Integer> {
    private static final Path LAST = Path.of("tcpspec-report");
    private static final List<String> PROFILES = List.of("full", "plain-9293", "rfc793-style");

    @Option(
            names = "--run",
            paramLabel = "DIR",
            description = "The report of a run; given several times, what the runs exercised together counts, and the"
                    + " first one's requirements. Default: tcpspec-report.")
    private List<Path> runs = List.of();

    @Option(
            names = "--model",
            description = "Plays the model under each ICS profile and tells what these runs covered together.")
    private boolean model;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the pages go; default: the folder of the first run, or tcpspec-coverage with --model.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--crosswalk",
            paramLabel = "NAME",
            description = "How the cases of another test specification map to the scenarios: tc8.")
    private Optional<String> crosswalk = Optional.empty();

    @Option(names = "--requirements", description = "Every requirement, one a line.")
    private boolean requirements;

    private final Terminal terminal;
    private final Planning planning;

    CoverageCommand(Terminal terminal, Planning planning) {
        this.terminal = terminal;
        this.planning = planning;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Crosswalk> wanted = crosswalk.map(Crosswalk::named);
        List<Path> given = runs.isEmpty() ? List.of(LAST) : runs;
        Path folder = out.orElse(model ? Path.of("tcpspec-coverage") : given.get(0));
        List<Judgement> judgements = new ArrayList<>();
        for (Path run : model ? play(folder) : given) {
            judgements.add(Judgement.of(Journals.of(run)));
        }
        if (wanted.isPresent()) {
            terminal.out().print(LedgerText.of(wanted.get(), judgements.get(0)));
            return ExitCode.OK;
        }
        Places.folder("--out", folder);
        table(judgements, folder);
        ledger(judgements.get(0), folder);
        Manifest.note(folder, List.of("coverage.html", "coverage.json", LedgerPage.NAME));
        return ExitCode.OK;
    }

    private void table(List<Judgement> judgements, Path folder) throws IOException {
        List<CoverageSection> sections = CoverageSection.of(judgements);
        CoveragePage.write(folder, "Coverage", sections);
        if (!requirements) {
            sections.forEach(section -> section.print(terminal.out()));
            terminal.out().println("Page: " + folder.resolve("coverage.html"));
        }
    }

    private void ledger(Judgement judgement, Path folder) throws IOException {
        Ledger ledger = Ledger.of(Catalogue.bundled().requirements().values(), Dispositions.bundled(), judgement);
        terminal.out().print(requirements ? LedgerText.lines(ledger) : LedgerText.summary(ledger));
        Path page = folder.resolve(LedgerPage.NAME);
        Files.writeString(page, LedgerPage.of(ledger, Crosswalk.named("tc8"), judgement));
        terminal.out().println("Page: " + page);
    }

    /** One run of the model for each profile, each in a folder of its own. */
    private List<Path> play(Path folder) throws IOException {
        List<Path> played = new ArrayList<>();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal quiet = new Terminal(nowhere, terminal.err(), terminal.interactive());
        Places.folder("--out", folder);
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
