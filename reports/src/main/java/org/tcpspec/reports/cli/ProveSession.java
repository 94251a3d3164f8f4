package org.tcpspec.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.tcpspec.reports.play.Iuts;
import org.tcpspec.reports.play.Planning;
import org.tcpspec.reports.prove.Blame;
import org.tcpspec.reports.prove.Kill;
import org.tcpspec.reports.prove.Matrix;
import org.tcpspec.reports.prove.MatrixFiles;
import org.tcpspec.reports.prove.Proof;
import org.tcpspec.reports.prove.Prover;
import org.tcpspec.reports.prove.Tried;
import org.tcpspec.reports.read.KillsNothing;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.spi.iut.Fault;

/** One call of {@code tcpspec prove}, from the options to the exit code. */
final class ProveSession {
    private static final int MOST = 5;

    private final Proof proof;
    private final List<Fault> faults;
    private final Planning planning;
    private final Terminal terminal;
    private final boolean verbose;
    private final List<Tried> tried = new ArrayList<>();
    private final List<Matrix.Spot> idle = new ArrayList<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    ProveSession(Proof proof, List<Fault> faults, Planning planning, Terminal terminal, boolean verbose) {
        this.proof = proof;
        this.faults = faults;
        this.planning = planning;
        this.terminal = terminal;
        this.verbose = verbose;
    }

    /**
     * Plays and tells.
     *
     * @param folder where the matrix is written
     * @return the exit code
     */
    int run(Optional<Path> folder) throws IOException {
        terminal.err().println("Playing everything once without a fault ...");
        boolean clean;
        try (Prover prover = Prover.survey(proof, faults, planning, cancelled)) {
            List<String> unclean = prover.unclean();
            unclean.forEach(line -> line("Not passed, though no fault is seeded: " + line));
            clean = unclean.isEmpty();
            if (folder.isPresent()) {
                played(prover, folder.get());
            } else {
                for (Fault fault : faults) {
                    take(prover.play(fault), true);
                }
            }
        }
        long survivors = tried.stream().filter(t -> !t.isKilled()).count();
        line(summary(survivors));
        idle.forEach(s -> line("Kills nothing, and kills-nothing.csv does not say why it stays: " + s.id()));
        folder.ifPresent(f -> line("Matrix: " + f.resolve("kill-matrix.html")));
        boolean errors = tried.stream().anyMatch(t -> !t.errors().isEmpty());
        if (errors || !clean) {
            return ExitCode.ERROR;
        }
        return survivors > 0 || !idle.isEmpty() ? ExitCode.FAILED : ExitCode.OK;
    }

    private void played(Prover prover, Path folder) throws IOException {
        List<Matrix.Spot> scenarios = prover.scenarios();
        List<Fault> all = Iuts.named(proof.iut()).faults();
        try (MatrixFiles files = MatrixFiles.in(folder, MatrixFiles.digest(proof), scenarios, all)) {
            Interruption interruption = Interruption.watch(() -> partial(files, scenarios, all));
            for (Fault fault : faults) {
                Optional<Tried> earlier = files.earlier().stream()
                        .filter(t -> t.fault().id().equals(fault.id()))
                        .findFirst();
                if (earlier.isPresent()) {
                    take(earlier.get(), false);
                    continue;
                }
                Tried played = prover.play(fault);
                if (cancelled.get()) {
                    break;
                }
                files.add(played);
                take(played, true);
            }
            if (!interruption.ended()) {
                java.util.concurrent.locks.LockSupport.park();
            }
            Matrix matrix = matrix(scenarios, all);
            files.write(matrix);
            idle.addAll(proof.isStrict() ? matrix.idle(KillsNothing.bundled()) : List.of());
        }
    }

    /** On Ctrl-C: what was measured so far. */
    private void partial(MatrixFiles files, List<Matrix.Spot> scenarios, List<Fault> all) {
        cancelled.set(true);
        try {
            files.write(matrix(scenarios, all));
        } catch (IOException e) {
            Main.report(e, terminal);
        }
    }

    private Matrix matrix(List<Matrix.Spot> scenarios, List<Fault> all) {
        String model = Iuts.named(proof.iut()).description();
        synchronized (tried) {
            return new Matrix(Version.text(), model, proof.seed(), proof.statusWithheld(), scenarios, all, tried);
        }
    }

    private void take(Tried each, boolean told) {
        synchronized (tried) {
            tried.add(each);
        }
        if (terminal.interactive()) {
            terminal.err().print("\r" + tried.size() + " of " + faults.size() + " faults ");
        }
        if (told) {
            tell(each);
        }
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

    /** The few that are named most often. */
    private static String most(Map<String, Integer> blamed) {
        String words = blamed.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST)
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
        return blamed.size() > MOST ? words + ", ..." : words;
    }

    private void details(Tried tried) {
        int most = verbose ? Integer.MAX_VALUE : MOST;
        if (!tried.isKilled()) {
            tried.reached().stream().limit(most).forEach(id -> line("         passes        " + id));
        }
        tried.undecided().stream().limit(most).forEach(u -> line("         inconclusive  " + u));
        tried.kills().stream().limit(most).forEach(k -> line("         " + said(k)));
    }

    private static String said(Kill kill) {
        return String.format("%-18s %s  %s: %s", kill.blame(), kill.scenario(), kill.blamed(), kill.reason());
    }

    private String summary(long survivors) {
        return tried.size() + " faults: " + (tried.size() - survivors) + " killed, " + by(Blame.RIGHT)
                + " rightly blamed, " + by(Blame.IMPLIED) + " through the table, " + by(Blame.MISLED)
                + " misled, " + survivors + " survived";
    }

    private long by(Blame blame) {
        return tried.stream().filter(t -> t.blame().equals(Optional.of(blame))).count();
    }

    private void line(String text) {
        terminal.out().println(Escape.line(text));
    }
}
