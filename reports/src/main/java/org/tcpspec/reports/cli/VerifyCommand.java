package org.tcpspec.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tcpspec.reports.play.Planning;
import org.tcpspec.reports.verify.Verification;
import org.tcpspec.reports.write.Escape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tcpspec verify}: judges a finished report again. */
@Command(
        name = "verify",
        description =
                "Judges every verdict of a report again from its record, without the IUT, and names every file that"
                        + " differs from the manifest SHA256SUMS. Ends with 0 if all is as it was, else with 5.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.ERROR)
final class VerifyCommand implements Callable<Integer> {
    private static final int MOST = 50;

    @Parameters(paramLabel = "DIR", description = "The folder of the report.")
    private Path report;

    @Mixin
    private GlueJars glue = new GlueJars();

    private final Terminal terminal;
    private final Planning planning;

    VerifyCommand(Terminal terminal, Planning planning) {
        this.terminal = terminal;
        this.planning = planning;
    }

    @Override
    public Integer call() throws IOException {
        Verification found = Verification.of(report, planning);
        print(found.files());
        print(found.verdicts());
        terminal.out()
                .println(found.judged() + " verdicts judged again from the record: "
                        + (found.verdicts().isEmpty()
                                ? "all the same"
                                : found.verdicts().size() + " differences")
                        + "; files: "
                        + (found.files().isEmpty()
                                ? "all as the manifest says"
                                : found.files().size() + " differ from the manifest"));
        if (found.left() > 0) {
            terminal.out().println(found.left() + " errors of the kit left no record to judge by.");
        }
        return found.holds() ? ExitCode.OK : ExitCode.DIFFERS;
    }

    private void print(List<String> sentences) {
        sentences.stream().limit(MOST).forEach(s -> terminal.out().println(Escape.line(s)));
        if (sentences.size() > MOST) {
            terminal.out().println("... and " + (sentences.size() - MOST) + " more");
        }
    }
}
