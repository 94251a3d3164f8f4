package org.tcpspec.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tcpspec.reports.journal.JournalReader;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.ledger.Ledger;
import org.tcpspec.reports.ledger.LedgerPage;
import org.tcpspec.reports.ledger.LedgerText;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.read.Catalogue;
import org.tcpspec.reports.read.Crosswalk;
import org.tcpspec.reports.read.Dispositions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tcpspec coverage}: what a finished run has covered. */
@Command(
        name = "coverage",
        description = "Tells what a finished run has covered, and what is covered in another way.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.ERROR)
final class CoverageCommand implements Callable<Integer> {
    @Option(
            names = "--run",
            paramLabel = "DIR",
            defaultValue = "tcpspec-report",
            description = "The report of the run; default: ${DEFAULT-VALUE}.")
    private Path run;

    @Option(
            names = "--crosswalk",
            paramLabel = "NAME",
            description = "How the cases of another test specification map to the scenarios: tc8.")
    private Optional<String> crosswalk = Optional.empty();

    @Option(names = "--requirements", description = "Every requirement, one a line.")
    private boolean requirements;

    private final Terminal terminal;

    CoverageCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Crosswalk> wanted = crosswalk.map(Crosswalk::named);
        Path journal = run.resolve("journal.jsonl");
        if (!Files.isRegularFile(journal)) {
            throw new BrokenInputException(
                    "There is no finished run in " + run + "; play one by 'tcpspec run', or name its folder by --run.");
        }
        Judgement judgement = Judgement.of(JournalReader.read(journal));
        if (wanted.isPresent()) {
            terminal.out().print(LedgerText.of(wanted.get(), judgement));
            return ExitCode.OK;
        }
        Ledger ledger = Ledger.of(Catalogue.bundled().requirements().values(), Dispositions.bundled(), judgement);
        terminal.out().print(requirements ? LedgerText.lines(ledger) : LedgerText.summary(ledger));
        Path page = run.resolve(LedgerPage.NAME);
        Files.writeString(page, LedgerPage.of(ledger, Crosswalk.named("tc8"), judgement));
        terminal.out().println("Page: " + page);
        return ExitCode.OK;
    }
}
