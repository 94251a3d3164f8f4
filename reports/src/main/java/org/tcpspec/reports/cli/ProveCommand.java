package org.tcpspec.reports.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tcpspec.reports.play.Iuts;
import org.tcpspec.reports.play.Planning;
import org.tcpspec.reports.prove.Proof;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.reports.write.Places;
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
            "Exit codes: 0 all faults killed; 1 a fault survived, or a scenario of the kit kills nothing and no reason"
                    + " is written why it stays; 3 an error of the kit, or a scenario that does not pass though no"
                    + " fault is seeded; 64 wrong usage; 130 interrupted."
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

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where kill-matrix.json and kill-matrix.html go; default: tcpspec-proof, or nowhere with"
                    + " --fault. What an equal proof that was cut off has left there is not played again.")
    private Optional<Path> out = Optional.empty();

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
        Optional<Path> folder = out.or(() -> ids.isEmpty() ? Optional.of(Path.of("tcpspec-proof")) : Optional.empty());
        folder.ifPresent(f -> Places.folder("--out", f));
        return new ProveSession(proof, faults, planning, terminal, verbose).run(folder);
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
}
