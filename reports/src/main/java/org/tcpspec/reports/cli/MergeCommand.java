package org.tcpspec.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tcpspec.reports.journal.JournalFile;
import org.tcpspec.reports.journal.Journals;
import org.tcpspec.reports.journal.Recorded;
import org.tcpspec.reports.journal.RunEnd;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.merge.Shards;
import org.tcpspec.reports.read.Catalogue;
import org.tcpspec.reports.verify.Manifest;
import org.tcpspec.reports.write.ReportFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tcpspec merge}: one report of the shards of a run. */
@Command(
        name = "merge",
        description =
                "Joins the reports of all shards of a run ('run --shard 3/8') into one, whose totals are those of a"
                        + " run that was not split, and ends as that run would have.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.ERROR)
final class MergeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SHARD", arity = "1..*", description = "The folders of the shards, in any order.")
    private List<Path> shards;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "tcpspec-report",
            description = "Where the report goes; default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--no-report", description = "Leaves out the Allure report and the evidence of what passed.")
    private boolean noReport;

    @Mixin
    private final GateOptions gates = new GateOptions();

    private final Terminal terminal;

    MergeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ReportFolder.check(out);
        GateOptions.Asked asked = gates.read(Optional.empty());
        Recorded joined = Shards.together(shards);
        Recorded whole = joined.with(asked.with(joined.run().statement().deviations()));
        try (ReportFolder folder = ReportFolder.open(out)) {
            try (JournalFile journal = JournalFile.in(folder.resolve(Journals.NAME), whole.run(), result -> {})) {
                whole.results().forEach(journal::add);
                whole.end().ifPresent(journal::end);
            }
            Shards.features(shards, folder.path());
            Conclusion conclusion =
                    new Conclusion(Catalogue.bundled().requirements(), out, !noReport, false, asked, terminal);
            Judgement judgement = Judgement.of(whole);
            conclusion.conclude(folder, judgement);
            Manifest.write(folder.path());
            return whole.end().filter(RunEnd::complete).isPresent()
                    ? conclusion.codeOf(judgement)
                    : ExitCode.INTERRUPTED;
        }
    }
}
