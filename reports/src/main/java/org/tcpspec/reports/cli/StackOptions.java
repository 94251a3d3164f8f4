package org.tcpspec.reports.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.tcpspec.reports.play.RunOptions;
import org.tcpspec.reports.play.RunOptionsBuilder;
import picocli.CommandLine.Option;

/** Which stack a command drives, and as what: the same for every command that plays or asks one. */
final class StackOptions {
    @Option(
            names = "--iut",
            paramLabel = "NAME|FILE",
            defaultValue = "model",
            order = -2,
            description =
                    "The implementation under test: a name that 'tcpspec iuts' lists, or a YAML file that describes"
                            + " a stack on the network; default: ${DEFAULT-VALUE}.")
    private String iut;

    @Option(
            names = "--lib",
            paramLabel = "FILE",
            order = -1,
            description =
                    "Your own build of a stack that is a library, such as my/liblwip.so with --iut lwip; its layout,"
                            + " my/liblwip.layout, stands beside it (docs/lwip.md).")
    private Optional<Path> library = Optional.empty();

    @Option(
            names = "--ics",
            paramLabel = "PROFILE",
            order = -1,
            description = "Judges by these options instead of those that the IUT claims: full, plain-9293,"
                    + " rfc793-style, or a YAML file. An IUT that can choose plays them, too.")
    private Optional<String> ics = Optional.empty();

    @Option(
            names = "--allow-public-target",
            order = -1,
            description = "Segments may go to an address that any host on the Internet may have. Only for --iut with a"
                    + " file, and only with the consent of who runs that host.")
    private boolean allowPublicTarget;

    /** A name, or the path of a YAML file. */
    String iut() {
        return iut;
    }

    boolean namesProfile() {
        return ics.isPresent();
    }

    /** The options of a run against it; the command adds its own. */
    RunOptionsBuilder begin() {
        return RunOptions.of(iut).ics(ics).allowPublicTarget(allowPublicTarget).library(library);
    }
}
