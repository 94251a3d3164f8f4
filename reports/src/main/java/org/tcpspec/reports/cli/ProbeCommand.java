package org.tcpspec.reports.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tcpspec.reports.play.Planning;
import org.tcpspec.reports.play.Preparation;
import org.tcpspec.reports.play.RunOptions;
import org.tcpspec.reports.probe.Answer;
import org.tcpspec.reports.probe.Draft;
import org.tcpspec.reports.probe.Finding;
import org.tcpspec.reports.probe.Probing;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.read.StackFile;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.reports.write.LadderText;
import org.tcpspec.reports.write.Places;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tcpspec probe}: a draft of an IUT's description from what it does on the wire. */
@Command(
        name = "probe",
        description = "Drafts the description of an IUT (ICS and IXIT) from what it does on the wire, each value marked"
                + " probed or not, and finds claims of its present description that the wire contradicts.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.ERROR,
        footer = {
            "",
            "Exit codes: 0 no claim contradicted; 1 one is, or the IUT died; 3 an error of kit or lab; 64 wrong usage."
        })
final class ProbeCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Mixin
    private final StackOptions stack = new StackOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Where the draft goes; default: standard output.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--all",
            description =
                    "In real time waits up to an hour for what takes long: RTO's maximum, giving up, long TIME-WAITs.")
    private boolean all;

    @Option(names = "--ip", paramLabel = "4|6", defaultValue = "4", description = "As for 'run'.")
    private int ip;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "As for 'run'; default: ${DEFAULT-VALUE}.")
    private long seed;

    private final Terminal terminal;
    private final Planning planning;

    ProbeCommand(Terminal terminal, Planning planning) {
        this.terminal = terminal;
        this.planning = planning;
    }

    @Override
    public Integer call() throws Exception {
        Preparation prepared = Preparation.of(options(), planning);
        if (out.isPresent() && Files.exists(out.get())) {
            throw new BrokenInputException("--out " + out.get() + " is there already; a draft replaces nothing.");
        }
        out.ifPresent(file -> Places.file("--out", file));
        prepared.provider()
                .enter(CommandLines.ofProcess(
                        spec.commandLine().getParent().getParseResult().originalArgs()));
        long begun = System.nanoTime();
        try (Iut open = prepared.provider().open(prepared.request())) {
            Statement claims = prepared.inForce(open);
            boolean virtual = prepared.provider().virtualTime();
            Probing probing =
                    new Probing(open, claims, prepared.options().ip(), seed, virtual, all, (title, nth, of) -> {
                        if (!virtual) {
                            terminal.err()
                                    .println(String.format(
                                            Locale.ROOT,
                                            "%3d of %d after %5.1f s: %s",
                                            nth,
                                            of,
                                            seconds(begun),
                                            title));
                        }
                    });
            announce(probing);
            Probing.Result result = probing.ask();
            write(draft(prepared, claims, result));
            return conclude(result, begun);
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private RunOptions options() {
        return stack.begin()
                .seed(seed)
                .all(true)
                .ip(ip == 6 ? IpVersion.IPV6 : IpVersion.IPV4)
                .build();
    }

    private void announce(Probing probing) {
        probing.atMost()
                .ifPresent(time -> terminal.err()
                        .println(
                                probing.oneByOne()
                                        ? "One question after the other, since the IUT bears no more; each takes up to "
                                                + inWords(time) + "."
                                        : "All questions at once: it takes up to " + inWords(time)
                                                + ", twice that if a claim is contradicted."));
    }

    private static String inWords(Duration time) {
        return time.toSeconds() < 120 ? time.toSeconds() + " s" : (time.toSeconds() + 30) / 60 + " minutes";
    }

    private String draft(Preparation prepared, Statement claims, Probing.Result result) throws IOException {
        boolean file = StackFile.isMeant(stack.iut());
        Optional<String> described = file ? Optional.of(Files.readString(Path.of(stack.iut()))) : Optional.empty();
        List<String> head = List.of(
                "A draft by 'tcpspec probe --iut " + stack.iut() + "' " + LocalDate.now()
                        + ": go through it before you keep it.",
                "probed: seen on the wire. not probed: taken over, or left to you. docs/iut.md tells what each line means.",
                file
                        ? "Keep it in the folder of " + stack.iut() + ": its paths begin there."
                        : "The ICS and IXIT of an adapter; with a part 'stack' it describes a stack on the network.");
        return Draft.of(
                claims,
                result.answers(),
                head.stream().map(Escape::line).toList(),
                prepared.catalogue().options(),
                described.map(ProbeCommand::stackPart),
                described
                        .map(text -> text.lines().anyMatch(l -> l.startsWith("capabilities:")))
                        .orElse(true));
    }

    /** The part as its author wrote it, comments and all. */
    private static String stackPart(String text) {
        StringBuilder part = new StringBuilder();
        boolean within = false;
        for (String line : text.lines().toList()) {
            within = line.startsWith("stack:") || within && !line.matches("[\\w\"'].*");
            if (within && !line.startsWith("#")) {
                part.append(line).append('\n');
            }
        }
        return part.toString();
    }

    private void write(String draft) throws IOException {
        if (out.isEmpty()) {
            terminal.out().print(draft);
            return;
        }
        Files.writeString(out.get(), draft, StandardCharsets.UTF_8);
    }

    private int conclude(Probing.Result result, long begun) {
        PrintStream to = out.isPresent() ? terminal.out() : terminal.err();
        result.findings().forEach(finding -> tell(to, finding));
        result.troubles().forEach(trouble -> to.println("! " + Escape.line(trouble)));
        long known = keys(result, false);
        long unknown = keys(result, true);
        to.println(String.format(
                Locale.ROOT,
                "%d values probed, %d could not be; %d claims contradicted; %.1f s",
                known,
                unknown,
                result.findings().size(),
                seconds(begun)));
        out.ifPresent(file -> to.println("Draft: " + Escape.line(file.toString())));
        if (!result.troubles().isEmpty()) {
            return ExitCode.ERROR;
        }
        return result.findings().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static long keys(Probing.Result result, boolean unknown) {
        Set<String> told = result.answers().stream()
                .filter(a -> a instanceof Answer.Choice || a instanceof Answer.Measure)
                .map(Answer::key)
                .collect(Collectors.toSet());
        return unknown
                ? result.answers().stream()
                        .filter(Answer.Unknown.class::isInstance)
                        .map(Answer::key)
                        .filter(key -> !told.contains(key))
                        .distinct()
                        .count()
                : told.size();
    }

    private static void tell(PrintStream to, Finding finding) {
        to.println("✗ " + Escape.line(finding.key() + ": " + claimWords(finding)));
        to.println("      " + Escape.line(finding.seen()) + ".");
        to.print(LadderText.rows(finding.evidence()));
    }

    private static String claimWords(Finding finding) {
        return finding.claim().isEmpty()
                ? "the IUT died"
                : "described as " + finding.claim() + ", but the wire shows " + finding.found();
    }
}
