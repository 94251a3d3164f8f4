package org.tcpspec.reports.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tcpspec.reports.capture.Capture;
import org.tcpspec.reports.capture.Connection;
import org.tcpspec.reports.capture.Finding;
import org.tcpspec.reports.capture.PairLadder;
import org.tcpspec.reports.capture.Ruling;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.write.Escape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tcpspec judge}: reads a capture of anybody's traffic and says what each end did wrong. */
@Command(
        name = "judge",
        description =
                "Judges the TCP connections of a capture (pcapng or pcap): who broke which clause in which packet."
                        + " It accuses only of what the capture proves. Ends with 0 if all that could be judged is clean, with 1"
                        + " if a MUST is broken, with 2 if nothing could be judged, with 64 if the file is damaged.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.ERROR)
final class JudgeCommand implements Callable<Integer> {
    private static final int MOST = 10;

    @Parameters(paramLabel = "FILE", description = "The capture.")
    private Path file;

    @Option(
            names = "--complete",
            description = "You know that the capture dropped nothing and keeps the order of sending: then an"
                    + " acknowledgment, an echo or text beyond what was seen is the sender's fault.")
    private boolean complete;

    @Option(names = "--ladders", description = "Draws every connection, not only those with findings.")
    private boolean ladders;

    private final Terminal terminal;

    JudgeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Capture capture = read();
        if (capture.packets() == 0 && capture.damage().isPresent()) {
            throw new BrokenInputException(file + " is no capture that can be read: "
                    + capture.damage().get());
        }
        List<Ruling> rulings = capture.judge(complete);
        rulings.forEach(this::print);
        long unjudged = rulings.stream().filter(r -> r.unjudged().isPresent()).count();
        long accused = rulings.stream().filter(Ruling::isAccused).count();
        terminal.out()
                .println(rulings.size() + " connections in " + capture.packets() + " packets: "
                        + (rulings.size() - unjudged - accused) + " clean, " + accused + " with a MUST broken, "
                        + unjudged + " cannot be judged"
                        + (capture.others() == 0
                                ? ""
                                : "; " + capture.others() + " packets hold no TCP segment that can be read")
                        + (capture.dropped() == 0
                                ? ""
                                : "; " + capture.dropped() + " more were dropped by the capturing program"));
        if (capture.damage().isPresent()) {
            terminal.err()
                    .println("tcpspec: "
                            + Escape.line(file + " is damaged after packet " + capture.packets() + ": "
                                    + capture.damage().get()));
            return ExitCode.USAGE;
        }
        if (accused > 0) {
            return ExitCode.FAILED;
        }
        return unjudged == rulings.size() ? ExitCode.INCONCLUSIVE : ExitCode.OK;
    }

    private Capture read() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BrokenInputException("There is no file " + file + "; name a capture of the form pcapng or pcap.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Capture.read(in);
        }
    }

    private void print(Ruling ruling) {
        Connection c = ruling.connection();
        String heading = c.opener() + " -> " + c.other() + ", " + c.size() + " segments, packets " + c.first() + " to "
                + c.last() + ": ";
        terminal.out().println(Escape.line(heading + verdict(ruling)));
        if (ladders || !ruling.findings().isEmpty()) {
            terminal.out().print(PairLadder.of(ruling));
        }
        ruling.findings().stream().limit(MOST).forEach(this::print);
        if (ruling.findings().size() > MOST) {
            terminal.out().println("  ... and " + (ruling.findings().size() - MOST) + " more");
        }
    }

    private static String verdict(Ruling ruling) {
        if (ruling.unjudged().isPresent()) {
            return "cannot be judged. " + ruling.unjudged().get();
        }
        if (ruling.isAccused()) {
            return ruling.findings().stream().filter(Finding::must).count() + " violations";
        }
        return ruling.findings().isEmpty() ? "clean" : "clean, with advice";
    }

    private void print(Finding finding) {
        String name =
                (finding.violation().requirement() + " (" + finding.violation().clause() + ")").strip();
        terminal.out()
                .println(Escape.line("  packet " + finding.packet() + ", by " + finding.by() + ": "
                        + (finding.must() ? "" : "advice, ") + name + ": "
                        + finding.violation().sentence()));
    }
}
