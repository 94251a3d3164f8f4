package org.tcpspec.reports.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tcpspec.reports.play.Iuts;
import org.tcpspec.reports.play.Planning;
import org.tcpspec.reports.prove.Blame;
import org.tcpspec.reports.prove.Kill;
import org.tcpspec.reports.prove.Proof;
import org.tcpspec.reports.prove.Prover;
import org.tcpspec.reports.prove.Tried;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.spi.iut.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tcpspec prove}: do the scenarios catch the mistakes that real stacks made? */
@Command(
        name = "prove",
        description = "Seeds each fault into the IUT in turn and plays the scenarios that come by its place: which of"
                + " them fail, and what do they blame?",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.ERROR,
        footer = {
            "",
            "Exit codes: 0 all faults killed; 1 a fault survived; 3 an error of the kit, or a scenario that does not"
                    + " pass though no fault is seeded; 64 wrong usage; 130 interrupted."
        })
final class ProveCommand implements Callable<Integer> {

    @Option(
            names = "--iut",
            paramLabel = "NAME",
            defaultValue = "model",
            description = "The implementation under test; default: ${DEFAULT-VALUE}.")
    private String iut;

    @Option(
            names = "--fault",
            paramLabel = "ID",
            split = ",",
            description = "Only these faults; FIN means all whose id begins with FIN-. Default: all.")
    private List<String> ids = List.of();

    @Option(
            names = "--features",
            paramLabel = "DIR",
            description = "Plays your own feature files, or a single one, instead of the bundled ones.")
    private Optional<Path> features = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--status-withheld", description = "Does without the IUT's STATUS call, as if it had none.")
    private boolean statusWithheld;

    @Option(names = "--verbose", description = "Names each scenario that fails, and what it blames.")
    private boolean verbose;

    private final Terminal terminal;
    private final Planning planning;

    ProveCommand(Terminal terminal, Planning planning) {
        this.terminal = terminal;
        this.planning = planning;
    }

    @Override
    public Integer call() throws Exception {
        List<Fault> faults = chosen(Iuts.named(iut).faults());
        int cores = Runtime.getRuntime().availableProcessors();
        Proof proof = new Proof(iut, features, seed, statusWithheld, cores);
        List<Tried> tried = new ArrayList<>();
        boolean clean;
        try (Prover prover = Prover.survey(proof, faults, planning, new AtomicBoolean())) {
            List<String> unclean = prover.unclean();
            unclean.forEach(line -> line("Not passed, though no fault is seeded: " + line));
            clean = unclean.isEmpty();
            for (Fault fault : faults) {
                Tried each = prover.play(fault);
                tried.add(each);
                tell(each);
            }
        }
        long survivors = tried.stream().filter(t -> !t.isKilled()).count();
        line(summary(tried, survivors));
        boolean errors = tried.stream().anyMatch(t -> !t.errors().isEmpty());
        return errors || !clean ? ExitCode.ERROR : survivors > 0 ? ExitCode.FAILED : ExitCode.OK;
    }

    private List<Fault> chosen(List<Fault> all) {
        List<Fault> seeded = all.stream().filter(f -> f.notSeeded().isEmpty()).toList();
        for (String id : ids) {
            if (all.stream().noneMatch(f -> named(f, id))) {
                throw new BrokenInputException("There is no fault '" + id + "'; 'tcpspec faults' lists them.");
            }
        }
        return ids.isEmpty()
                ? seeded
                : seeded.stream()
                        .filter(f -> ids.stream().anyMatch(id -> named(f, id)))
                        .toList();
    }

    private static boolean named(Fault fault, String id) {
        return fault.id().equals(id) || fault.id().startsWith(id + "-");
    }

    private void tell(Tried tried) {
        String blame = tried.blame().map(Blame::toString).orElse("SURVIVED");
        StringBuilder s = new StringBuilder(String.format(
                "%-8s killed by %d of %d scenarios, %s",
                tried.fault().id(), tried.kills().size(), tried.reached().size(), blame));
        if (tried.isKilled()) {
            s.append(String.format(
                    " (%d right, %d through the table, %d misled)",
                    tried.count(Blame.RIGHT), tried.count(Blame.IMPLIED), tried.count(Blame.MISLED)));
        }
        if (!tried.misleading().isEmpty()) {
            s.append("; instead of ")
                    .append(tried.fault().requirement())
                    .append(": ")
                    .append(tried.misleading());
        }
        line(s.toString());
        tried.errors().forEach(e -> line("         error " + e));
        boolean wrong = tried.blame().orElse(Blame.MISLED) == Blame.MISLED;
        if (verbose || wrong) {
            details(tried);
        }
    }

    private void details(Tried tried) {
        int most = verbose ? Integer.MAX_VALUE : 5;
        if (!tried.isKilled()) {
            tried.reached().stream().limit(most).forEach(id -> line("         passes        " + id));
        }
        tried.undecided().stream().limit(most).forEach(u -> line("         inconclusive  " + u));
        tried.kills().stream().limit(most).forEach(k -> line("         " + said(k)));
    }

    private static String said(Kill kill) {
        return String.format(
                "%-18s %s  %s: %s",
                kill.blame(),
                kill.scenario().id(),
                kill.blamed(),
                kill.verdict().reason());
    }

    private static String summary(List<Tried> tried, long survivors) {
        return tried.size() + " faults: " + (tried.size() - survivors) + " killed, " + by(tried, Blame.RIGHT)
                + " rightly blamed, " + by(tried, Blame.IMPLIED) + " through the table, " + by(tried, Blame.MISLED)
                + " misled, " + survivors + " survived";
    }

    private static long by(List<Tried> tried, Blame blame) {
        return tried.stream().filter(t -> t.blame().equals(Optional.of(blame))).count();
    }

    private void line(String text) {
        terminal.out().println(Escape.line(text));
    }
}
