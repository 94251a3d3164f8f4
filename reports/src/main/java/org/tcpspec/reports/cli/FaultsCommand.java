package org.tcpspec.reports.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.tcpspec.reports.play.Iuts;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.spi.iut.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tcpspec faults}: the mistakes that {@code run --fault} can seed, one a line. */
@Command(
        name = "faults",
        description = "Lists the mistakes that can be seeded into an IUT: id, the requirement that it then violates,"
                + " what it does, and which stack did so.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.ERROR)
final class FaultsCommand implements Callable<Integer> {

    @Option(
            names = "--iut",
            paramLabel = "NAME",
            defaultValue = "model",
            description = "The implementation under test; default: ${DEFAULT-VALUE}.")
    private String iut;

    private final Terminal terminal;

    FaultsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Fault> faults = Iuts.named(iut).faults();
        if (faults.isEmpty()) {
            throw new BrokenInputException("No mistake can be seeded into the IUT '" + iut + "'; leave --iut out.");
        }
        faults.forEach(fault -> terminal.out().println(Escape.line(line(fault))));
        return ExitCode.OK;
    }

    private static String line(Fault fault) {
        String rest = fault.notSeeded().map(why -> "  Not seeded: " + why).orElse("");
        return String.format(
                "%-8s %-36s %s (%s)%s", fault.id(), fault.requirement(), fault.story(), fault.source(), rest);
    }
}
