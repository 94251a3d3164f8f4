package org.tcpspec.reports.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.tcpspec.reports.play.Planning;
import org.tcpspec.reports.play.Preparation;
import org.tcpspec.reports.play.Prospect;
import org.tcpspec.reports.play.RunOptions;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tcpspec plan}: what a run would play, what it would not and why, and how long it would take. */
@Command(
        name = "plan",
        description =
                "Tells before a run which scenarios, requirements and rows of the transition table can be reached,"
                        + " which cannot and why, and how long it will take. Opens the IUT to ask what it offers; plays nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.ERROR)
final class PlanCommand implements Callable<Integer> {
    private static final int MOST_NAMED = 12;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Mixin
    private final StackOptions stack = new StackOptions();

    @Option(names = "--tags", paramLabel = "EXPRESSION", description = "As for 'run'.")
    private Optional<String> tags = Optional.empty();

    @Option(names = "--name", paramLabel = "REGEX", description = "As for 'run'.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--features", paramLabel = "DIR", description = "As for 'run'.")
    private Optional<Path> features = Optional.empty();

    @Option(names = "--parallel", paramLabel = "N", description = "As for 'run'.")
    private Optional<Integer> parallel = Optional.empty();

    @Option(names = "--ip", paramLabel = "4|6", defaultValue = "4", description = "As for 'run'.")
    private int ip;

    @Option(names = "--all", description = "As for 'run'.")
    private boolean all;

    @Option(names = "--list", description = "Every chosen scenario, one a line, with the reason if it is not played.")
    private boolean list;

    private final Terminal terminal;
    private final Planning planning;

    PlanCommand(Terminal terminal, Planning planning) {
        this.terminal = terminal;
        this.planning = planning;
    }

    @Override
    public Integer call() throws Exception {
        RunOptions options = stack.begin()
                .tags(tags)
                .name(name)
                .features(features)
                .parallel(parallel.map(OptionalInt::of).orElse(OptionalInt.empty()))
                .all(all)
                .ip(ip == 6 ? IpVersion.IPV6 : IpVersion.IPV4)
                .build();
        Preparation prepared = Preparation.of(options, planning);
        prepared.provider()
                .enter(CommandLines.ofProcess(
                        spec.commandLine().getParent().getParseResult().originalArgs()));
        try (Iut open = prepared.provider().open(prepared.request())) {
            Statement inForce = prepared.inForce(open);
            Prospect prospect = Prospect.of(prepared, inForce);
            if (list) {
                prepared.chosen().forEach(s -> line(prospect.not().getOrDefault(s, "played") + "  " + s.id()));
            }
            tell(prepared, inForce, prospect);
        }
        return ExitCode.OK;
    }

    private void tell(Preparation prepared, Statement statement, Prospect prospect) {
        line(statement.name() + " (--iut " + stack.iut() + ")");
        line(prospect.playable().size() + " of " + prepared.plan().scenarios().size() + " scenarios can be played; "
                + prospect.not().size() + " are not applicable, " + left(prepared) + " are left out.");
        prospect.reasons().forEach((reason, count) -> line(String.format(Locale.ROOT, "%8d  %s", count, reason)));
        if (prepared.selection().verySlow() > 0) {
            line(String.format(
                    Locale.ROOT,
                    "%8d  %s",
                    prepared.selection().verySlow(),
                    "Left out: " + (all ? "they wait longer than an hour." : "they wait longer than 3 MSL (--all).")));
        }
        reach(
                "requirements",
                Prospect.requirements(prospect.playable()),
                Prospect.requirements(prepared.plan().scenarios()));
        reach(
                "rows of the transition table",
                Prospect.rows(prospect.playable()),
                Prospect.rows(prepared.plan().scenarios()));
        line("It takes " + inWords(prospect.duration()) + " or so.");
    }

    private int left(Preparation prepared) {
        return prepared.plan().scenarios().size() - prepared.chosen().size();
    }

    private void reach(String what, Set<String> reached, Set<String> known) {
        Set<String> missing = new TreeSet<>(known);
        missing.removeAll(reached);
        List<String> named = missing.stream().limit(MOST_NAMED).toList();
        String rest = missing.size() > named.size() ? " and " + (missing.size() - named.size()) + " more" : "";
        line(reached.size() + " of " + known.size() + " " + what + " can be reached"
                + (missing.isEmpty() ? "." : "; not " + String.join(", ", named) + rest + "."));
    }

    private static String inWords(Duration duration) {
        long seconds = Math.max(1, duration.toSeconds());
        return seconds < 120 ? seconds + " s" : (seconds + 30) / 60 + " minutes";
    }

    private void line(String text) {
        terminal.out().println(Escape.line(text));
    }
}
