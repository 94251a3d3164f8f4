package org.tcpspec.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tcpspec.reports.play.Iuts;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.reports.write.Paragraph;
import org.tcpspec.spi.iut.Checkup;
import org.tcpspec.spi.iut.IutProvider;
import org.tcpspec.spi.iut.LabException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tcpspec doctor}: whether this machine has what the IUTs need. */
@Command(
        name = "doctor",
        description = "Checks what this machine has of what each IUT needs, and says what to do about the rest.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.ERROR,
        footer = {"", "Exit codes: 0 if every IUT, or the one of --iut, can be played here; 3 otherwise."})
final class DoctorCommand implements Callable<Integer> {
    private static final int LEAST_JAVA = 17;
    private static final int WIDTH = 90;

    @Option(names = "--iut", paramLabel = "NAME", description = "Only what this one needs; default: all of them.")
    private Optional<String> iut = Optional.empty();

    private final Terminal terminal;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<IutProvider> providers = iut.map(name -> List.of(Iuts.named(name))).orElseGet(Iuts::all);
        boolean well = told("the kit", List.of(java(), folder()));
        for (IutProvider provider : providers) {
            well &= told("--iut " + provider.name(), provider.checkups());
        }
        terminal.out().println(well ? "All is well." : "Something is missing; what to do stands beside it.");
        return well ? ExitCode.OK : ExitCode.ERROR;
    }

    private boolean told(String who, List<Checkup> checkups) {
        terminal.out().println(who + (checkups.isEmpty() ? ": needs nothing more" : ""));
        for (Checkup checkup : checkups) {
            List<String> lines = new ArrayList<>(Paragraph.lines(Escape.line(checkup.found()), WIDTH));
            String head = String.format("  %s %-12s ", checkup.well() ? "✓" : "✗", checkup.name());
            for (String line : lines) {
                terminal.out().println((head + line).stripTrailing());
                head = " ".repeat(head.length());
            }
        }
        return checkups.stream().allMatch(Checkup::well);
    }

    private static Checkup java() {
        return Checkup.of("Java", () -> {
            if (Runtime.version().feature() < LEAST_JAVA) {
                throw new LabException("Java " + Runtime.version() + " is too old. Install JDK " + LEAST_JAVA
                        + " or later: apt-get install openjdk-17-jdk-headless");
            }
            return Runtime.version() + ", " + System.getProperty("java.home");
        });
    }

    /** Native libraries are unpacked there. */
    private static Checkup folder() {
        return Checkup.of("temporary", () -> {
            Path folder = Path.of(System.getProperty("java.io.tmpdir"));
            try {
                Path probe = Files.createTempFile(folder, "tcpspec", ".probe");
                Files.delete(probe);
                return folder + " can be written";
            } catch (IOException e) {
                throw new LabException(
                        folder + " cannot be written (" + e.getMessage()
                                + "). Free some space, or set JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR",
                        e);
            }
        });
    }
}
