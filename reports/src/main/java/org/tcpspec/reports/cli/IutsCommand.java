package org.tcpspec.reports.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.tcpspec.reports.play.Iuts;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.spi.iut.IutProvider;
import picocli.CommandLine.Command;

/** {@code tcpspec iuts}: what can be tested on this machine, what is missing, and the command that mends it. */
@Command(
        name = "iuts",
        description =
                "Lists what --iut takes: what can be tested on this machine, what is missing for the rest, and the"
                        + " command that installs it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.ERROR)
final class IutsCommand implements Callable<Integer> {
    private final Terminal terminal;

    IutsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        for (IutProvider provider : Iuts.all()) {
            Optional<String> missing = Iuts.missing(provider);
            line(String.format(
                    "%-10s %-8s %s",
                    provider.name(), missing.isPresent() ? "missing" : "ready", provider.description()));
            missing.ifPresent(why -> line(" ".repeat(20) + why));
        }
        line(String.format(
                "%-10s %-8s %s",
                "FILE.yaml",
                Iuts.canReachStacks() ? "ready" : "missing",
                "any stack on an interface or a TAP device: docs/your-own-stack.md"));
        return ExitCode.OK;
    }

    private void line(String text) {
        terminal.out().println(Escape.line(text));
    }
}
