package org.tcpspec.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tcpspec.reports.gate.Gate;
import org.tcpspec.reports.gate.GateText;
import org.tcpspec.reports.gate.Profile;
import org.tcpspec.reports.journal.Journals;
import org.tcpspec.reports.journal.Recorded;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.reports.write.Places;
import org.tcpspec.reports.write.SummaryMarkdown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tcpspec gate}: judges finished results by a policy. */
@Command(
        name = "gate",
        description = "Judges the results of a finished run by a policy, a baseline, or both. Ends with 0 if the gate"
                + " holds and with 4 if it is broken, with one sentence for each broken rule.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.ERROR)
final class GateCommand implements Callable<Integer> {
    @Mixin
    private final GateOptions options = new GateOptions();

    @Option(
            names = "--run",
            paramLabel = "DIR",
            defaultValue = "tcpspec-report",
            description = "The report of the run; default: ${DEFAULT-VALUE}.")
    private Path run;

    @Option(names = "--summary", paramLabel = "FILE", description = "Writes the summary for a pull request there, too.")
    private Optional<Path> summary = Optional.empty();

    @Option(
            names = "--freeze",
            paramLabel = "FILE",
            description = "Judges nothing; writes the profile of the scenarios that the run has played, for a gate's"
                    + " 'profile:'.")
    private Optional<Path> freeze = Optional.empty();

    private final Terminal terminal;

    GateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        summary.ifPresent(file -> Places.file("--summary", file));
        if (freeze.isPresent()) {
            return freeze(freeze.get());
        }
        if (options.namesNothing() && !Files.exists(GateOptions.DEFAULT)) {
            throw new BrokenInputException("There is no " + GateOptions.DEFAULT
                    + " here; write one (docs/gates.md), or name a policy by --gate or an earlier run by --baseline.");
        }
        GateOptions.Asked asked =
                options.read(options.namesNothing() ? Optional.of(GateOptions.DEFAULT) : Optional.empty());
        Recorded recorded = Journals.of(run);
        Gate gate = asked.judge(recorded).orElseThrow();
        GateText.lines(gate, true).forEach(line -> terminal.out().println(Escape.line(line)));
        asked.annotate(gate.judgement(), Optional.of(gate), terminal);
        if (summary.isPresent()) {
            Files.writeString(summary.get(), SummaryMarkdown.of(gate.judgement(), Optional.of(gate)));
        }
        return gate.holds() ? ExitCode.OK : ExitCode.GATE;
    }

    private int freeze(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new BrokenInputException("--freeze " + file + " exists; a profile is never written over.");
        }
        Places.file("--freeze", file);
        Judgement judgement = Judgement.of(Journals.of(run));
        Files.writeString(file, Profile.freeze(judgement));
        terminal.out()
                .println("The profile of " + judgement.scenarios().size() + " scenarios: "
                        + Escape.line(file.toString()));
        return ExitCode.OK;
    }
}
