package org.tcpspec.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tcpspec.reports.gate.Waivers;
import org.tcpspec.reports.journal.Journals;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.read.GateReader;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.reports.write.Places;
import org.tcpspec.spi.iut.Deviation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tcpspec waive}: writes waivers of what failed in a run. */
@Command(
        name = "waive",
        description = "Adds waivers to a file that a gate names: each for a failure of a finished run, with the reason"
                + " that it expects, an owner and a last day.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.ERROR)
final class WaiveCommand implements Callable<Integer> {
    private static final String HEAD = "# waivers: see docs/gates.md\ndeviations:\n";

    @Option(names = "--scenario", paramLabel = "ID", description = "Waives that scenario; may be given several times.")
    private List<String> scenarios = List.of();

    @Option(
            names = "--requirement",
            paramLabel = "ID",
            description = "Waives that requirement, whichever scenario shows it; may be given several times.")
    private List<String> requirements = List.of();

    @Option(names = "--everything", description = "Waives each failure that nothing covers yet, by its scenario.")
    private boolean everything;

    @Option(names = "--owner", paramLabel = "NAME", required = true, description = "Who answers for it.")
    private String owner;

    @Option(names = "--expires", paramLabel = "DATE", required = true, description = "The last day, as 2027-01-31.")
    private String expires;

    @Option(names = "--because", paramLabel = "TEXT", required = true, description = "Why it is accepted until then.")
    private String because;

    @Option(
            names = "--run",
            paramLabel = "DIR",
            defaultValue = "tcpspec-report",
            description = "The report of the run; default: ${DEFAULT-VALUE}.")
    private Path run;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            defaultValue = "tcpspec-waivers.yaml",
            description = "The file that the waivers are added to; default: ${DEFAULT-VALUE}.")
    private Path file;

    private final Terminal terminal;

    WaiveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (scenarios.isEmpty() && requirements.isEmpty() && !everything) {
            throw new BrokenInputException("Name what is waived: --scenario ID, --requirement ID or --everything.");
        }
        if (owner.isBlank() || because.isBlank()) {
            throw new BrokenInputException("--owner and --because must say something.");
        }
        Waivers.Terms terms = new Waivers.Terms(owner, day(), because);
        Places.file("--file", file);
        Judgement judgement = Judgement.of(Journals.of(run));
        List<Deviation> made = new ArrayList<>(everything ? Waivers.ofAll(judgement, terms) : List.of());
        scenarios.forEach(id -> made.add(Waivers.ofScenario(id, judgement, terms)));
        requirements.forEach(id -> made.addAll(Waivers.ofRequirement(id, judgement, terms)));
        if (made.isEmpty()) {
            throw new BrokenInputException(
                    "Nothing in " + run + " failed that is not covered: there is nothing to waive.");
        }
        add(made);
        made.forEach(w -> terminal.out().println(Escape.line("Waived until " + expires + ": " + w.subject())));
        terminal.out()
                .println(Escape.line(
                        made.size() + " added to " + file + "; a gate names it by 'waivers: " + file + "'"));
        return ExitCode.OK;
    }

    private LocalDate day() {
        try {
            LocalDate day = LocalDate.parse(expires);
            if (day.isBefore(LocalDate.now(ZoneOffset.UTC))) {
                throw new BrokenInputException("--expires " + expires + " is over already; name a day to come.");
            }
            return day;
        } catch (DateTimeException e) {
            throw new BrokenInputException("--expires is a day such as 2027-01-31, not '" + expires + "'.", e);
        }
    }

    /** The new text is read back before the file is replaced, so that no file is ever spoilt. */
    private void add(List<Deviation> made) throws IOException {
        List<Deviation> before = Files.exists(file) ? GateReader.waivers(file) : List.of();
        String old = before.isEmpty() ? HEAD : Files.readString(file);
        Path folder = file.toAbsolutePath().getParent();
        Path written = Files.createTempFile(folder, ".tcpspec-waivers", ".yaml");
        try {
            Files.writeString(written, old + (old.endsWith("\n") ? "" : "\n") + Waivers.yaml(made));
            if (!readsAs(written, before, made)) {
                throw new BrokenInputException(file + " is written in a form that nothing can be added to; name another"
                        + " --file, or indent its list by two blanks.");
            }
            Files.move(written, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static boolean readsAs(Path written, List<Deviation> before, List<Deviation> made) {
        List<Deviation> together = new ArrayList<>(before);
        together.addAll(made);
        try {
            return GateReader.waivers(written).equals(together);
        } catch (BrokenInputException unreadable) {
            return false;
        }
    }
}
