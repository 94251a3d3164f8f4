package org.tcpspec.reports.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.reports.gate.Baseline;
import org.tcpspec.reports.gate.Gate;
import org.tcpspec.reports.journal.JournalFile;
import org.tcpspec.reports.journal.Recorded;
import org.tcpspec.reports.journal.RunEnd;
import org.tcpspec.reports.journal.RunInfo;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.merge.Shards;
import org.tcpspec.reports.play.Comparison;
import org.tcpspec.reports.play.Performance;
import org.tcpspec.reports.play.Planning;
import org.tcpspec.reports.play.Preparation;
import org.tcpspec.reports.play.Prospect;
import org.tcpspec.reports.play.RunOptions;
import org.tcpspec.reports.play.Shard;
import org.tcpspec.reports.verify.Manifest;
import org.tcpspec.reports.verify.PlayedFeatures;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.reports.write.Evidence;
import org.tcpspec.reports.write.ReportFolder;
import org.tcpspec.spi.iut.Iut;

/** One call of {@code tcpspec run}, from the options to the exit code. */
final class RunSession {
    private final RunOptions options;
    private final Planning planning;
    private final Terminal terminal;
    private final Path out;
    private final boolean report;
    private final int repeat;
    private final GateOptions.Asked asked;
    private final Optional<Part> part;
    private boolean brief;

    /**
     * A part of the run that is played here.
     *
     * @param durations known from an earlier run, if any
     */
    record Part(Shard shard, Optional<Baseline> durations) {}

    RunSession(
            RunOptions options,
            Planning planning,
            Terminal terminal,
            Path out,
            boolean report,
            int repeat,
            GateOptions.Asked asked,
            Optional<Part> part) {
        this.options = options;
        this.planning = planning;
        this.terminal = terminal;
        this.out = out;
        this.report = report;
        this.repeat = repeat;
        this.asked = asked;
        this.part = part;
    }

    /** Of a whole run without a gate. */
    RunSession(RunOptions options, Planning planning, Terminal terminal, Path out, boolean report, int repeat) {
        this(options, planning, terminal, out, report, repeat, GateOptions.Asked.NOTHING, Optional.empty());
    }

    /** Says no more than a ladder for each scenario, if they are few. */
    RunSession briefly() {
        brief = true;
        return this;
    }

    /**
     * Plays and reports.
     *
     * @param command the command line of this process
     * @return the exit code
     */
    int run(List<String> command) throws IOException {
        ReportFolder.check(out);
        Preparation prepared = prepare(options);
        prepared.provider().enter(command);
        try (ReportFolder folder = ReportFolder.open(out)) {
            int code = options.drawn() ? draws(folder) : repeated(prepared, folder);
            Manifest.write(folder.path());
            return code;
        }
    }

    private Preparation prepare(RunOptions wanted) throws IOException {
        Preparation prepared = Preparation.of(wanted, planning).with(asked.waivers());
        return part.isPresent() ? prepared.with(part.get().shard(), part.get().durations()) : prepared;
    }

    private int repeated(Preparation prepared, ReportFolder folder) throws IOException {
        List<Judgement> runs = new ArrayList<>();
        for (int nth = 1; nth < repeat; nth++) {
            runs.add(Judgement.of(play(prepared, folder, earlier(folder, nth), nth)));
        }
        Judgement last = Judgement.of(play(prepared, folder, folder.resolve("journal.jsonl"), repeat));
        runs.add(last);
        conclude(prepared, folder, last);
        return exitCode(runs);
    }

    /** Each time what another seed draws. The report is that of the first draw that is not all well, else the last. */
    private int draws(ReportFolder folder) throws IOException {
        List<Integer> codes = new ArrayList<>();
        boolean concluded = false;
        for (int nth = 1; nth <= repeat; nth++) {
            Preparation prepared =
                    prepare(options.but().seed(options.seed() + nth - 1).build());
            Path journal = earlier(folder, nth);
            Judgement judgement = Judgement.of(play(prepared, folder, journal, nth));
            codes.add(codeOf(judgement));
            boolean well = codeOf(judgement) == ExitCode.OK;
            if (!concluded && (!well || nth == repeat)) {
                Files.move(journal, folder.resolve("journal.jsonl"));
                conclude(prepared, folder, judgement);
                concluded = true;
            } else if (well) {
                Files.delete(journal);
            } else {
                new Summary(judgement, prepared.catalogue().requirements(), new Evidence(Map.of()), out, terminal.out())
                        .print(false);
            }
        }
        long well = codes.stream().filter(code -> code == ExitCode.OK).count();
        terminal.out()
                .println(repeat + " draws, seeds " + options.seed() + " to " + (options.seed() + repeat - 1) + ": "
                        + (well == repeat ? "all well" : well + " all well, " + (repeat - well) + " not"));
        return ExitCode.worst(codes);
    }

    private static Path earlier(ReportFolder folder, int nth) throws IOException {
        return Files.createDirectories(folder.resolve("runs")).resolve(nth + ".jsonl");
    }

    private int codeOf(Judgement judgement) {
        return asked.judge(judgement.recorded()).map(Gate::exitCode).orElseGet(judgement::exitCode);
    }

    private int exitCode(List<Judgement> runs) {
        if (runs.size() == 1) {
            return codeOf(runs.get(0));
        }
        List<String> differences = Comparison.differences(runs);
        differences.forEach(line -> terminal.out().println("Differs: " + Escape.line(line)));
        terminal.out()
                .println(runs.size() + " runs: "
                        + (differences.isEmpty()
                                ? "all verdicts the same"
                                : differences.size() + " scenarios with verdicts that differ"));
        int worst = ExitCode.worst(runs.stream().map(this::codeOf).toList());
        return worst == ExitCode.OK && !differences.isEmpty() ? ExitCode.INCONCLUSIVE : worst;
    }

    private Recorded play(Preparation prepared, ReportFolder folder, Path file, int nth) throws IOException {
        Instant started = Instant.now();
        try (Iut iut = prepared.provider().open(prepared.request())) {
            RunInfo info = info(prepared, iut, started);
            try (Progress progress = Progress.on(
                            terminal,
                            info.selected(),
                            info.statement().on(info.day()).deviations(),
                            info.virtualTime(),
                            System::nanoTime);
                    JournalFile journal = JournalFile.in(file, info, progress::ended)) {
                Performance performance = new Performance(prepared, planning, iut, journal);
                Interruption interruption = Interruption.watch(() -> partial(prepared, folder, journal, performance));
                announce(
                        info, nth, Prospect.of(prepared, info.statement()).not().size());
                performance.play();
                journal.failure().ifPresent(e -> {
                    throw new UncheckedIOException(e);
                });
                if (!interruption.ended()) {
                    return awaitTheEnd();
                }
                journal.end(new RunEnd(true, Instant.now(), iut.notes()));
                return journal.recorded();
            }
        }
    }

    /** The process is being ended by a hook that reports what there is; this thread has nothing more to do. */
    private static Recorded awaitTheEnd() {
        while (true) {
            java.util.concurrent.locks.LockSupport.park();
        }
    }

    private void partial(Preparation prepared, ReportFolder folder, JournalFile journal, Performance performance) {
        performance.cancel();
        try {
            journal.end(new RunEnd(false, Instant.now(), List.of()));
            conclude(prepared, folder, Judgement.of(journal.recorded()));
            Manifest.write(folder.path());
        } catch (IOException | UncheckedIOException e) {
            Main.report(e, terminal);
        }
    }

    private void conclude(Preparation prepared, ReportFolder folder, Judgement judgement) throws IOException {
        PlayedFeatures.write(folder.path(), prepared.features(), prepared.chosen());
        new Conclusion(prepared.catalogue().requirements(), out, report, brief, asked, terminal)
                .conclude(folder, judgement);
    }

    private RunInfo info(Preparation prepared, Iut iut, Instant started) {
        RunInfo whole = prepared.info(Version.text(), iut, started);
        return part.map(p -> whole.with(Shards.OPTION, p.shard().toString())).orElse(whole);
    }

    private void announce(RunInfo info, int nth, int notApplicable) {
        if (brief) {
            return;
        }
        String which = repeat == 1 ? "" : " (run " + nth + " of " + repeat + ")";
        terminal.err()
                .println("Playing " + info.selected() + " scenarios against "
                        + Escape.line(info.statement().name())
                        + (notApplicable == 0 ? "" : ", " + notApplicable + " of them not applicable") + ", seed "
                        + info.seed() + which);
    }
}
