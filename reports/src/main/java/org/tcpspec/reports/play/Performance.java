package org.tcpspec.reports.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.platform.engine.CancellationToken;
import org.tcpspec.reports.journal.JournalFile;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.judge.Level;
import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.Requirement;
import org.tcpspec.steps.run.Run;
import org.tcpspec.steps.run.ScenarioResult;
import org.tcpspec.steps.run.StepLog;

/** Plays what was prepared against an open IUT; every scenario leaves a result in the journal. */
public final class Performance {
    /** A play that says nothing, and two fails that must agree. */
    public static final int MOST_PLAYS = 3;

    private final Preparation prepared;
    private final Planning planning;
    private final Iut iut;
    private final JournalFile journal;
    private final Statement statement;
    private final CancellationToken cancellation = CancellationToken.create();

    public Performance(Preparation prepared, Planning planning, Iut iut, JournalFile journal) {
        this.prepared = prepared;
        this.planning = planning;
        this.iut = iut;
        this.statement = prepared.inForce(iut).on(journal.recorded().run().day());
        this.journal = journal;
    }

    /** Ends it early: scenarios that have not begun are not played. */
    public void cancel() {
        cancellation.cancel();
    }

    /** Plays all chosen scenarios and, in real time, those again whose verdict another play must confirm or find. */
    public void play() {
        play(prepared.chosen(), 1, prepared.options().parallel());
        int most = prepared.provider().virtualTime() ? 1 : MOST_PLAYS;
        for (int attempt = 2; attempt <= most; attempt++) {
            List<ScenarioResult> results = journal.recorded().results();
            List<Deviation> listed = statement.deviations();
            Set<String> lonely = Judgement.lonely(results, listed);
            Map<Boolean, List<PlannedScenario>> again = Judgement.undecided(results, listed).stream()
                    .collect(Collectors.partitioningBy(s -> lonely.contains(s.id())));
            play(again.get(false), attempt, prepared.options().parallel());
            play(again.get(true), attempt, OptionalInt.of(1));
        }
    }

    private void play(List<PlannedScenario> scenarios, int attempt, OptionalInt parallel) {
        if (scenarios.isEmpty() || cancellation.isCancellationRequested()) {
            return;
        }
        Map<String, PlannedScenario> byPlace =
                scenarios.stream().collect(Collectors.toMap(s -> Run.key(s.uri(), s.line()), Function.identity()));
        RunOptions options = prepared.options();
        Run run = new Run(
                iut,
                statement,
                options.ip(),
                options.seed(),
                options.otherReadings(),
                attempt,
                byPlace,
                prepared.catalogue().requirements(),
                this::write,
                new StepLog());
        Schedule schedule = Schedule.of(
                scenarios,
                statement.ixit(),
                parallel,
                prepared.provider().virtualTime(),
                Runtime.getRuntime().availableProcessors());
        Execution execution = new Execution(planning.configuration(), cancellation);
        run.during(() -> play(schedule, execution));
        if (!cancellation.isCancellationRequested()) {
            accountFor(scenarios, attempt, execution);
        }
    }

    /** Nothing more is worth playing once the journal cannot be written. */
    private void write(ScenarioResult result) {
        try {
            journal.add(result);
        } finally {
            if (journal.failure().isPresent()) {
                cancellation.cancel();
            }
        }
    }

    private static void play(Schedule schedule, Execution execution) {
        if (!schedule.together()) {
            execution.play(schedule.slow(), schedule.slowPool());
            execution.play(schedule.rest(), schedule.restPool());
            return;
        }
        CompletableFuture<Void> slow = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        execution.play(schedule.slow(), schedule.slowPool());
                        slow.complete(null);
                    } catch (RuntimeException | Error e) {
                        slow.completeExceptionally(e);
                    }
                },
                "tcpspec-slow");
        thread.setDaemon(true);
        thread.start();
        execution.play(schedule.rest(), schedule.restPool());
        slow.join();
    }

    /** A scenario that left no result is an error of the kit, and its result says so. */
    private void accountFor(List<PlannedScenario> scenarios, int attempt, Execution execution) {
        Set<String> left = new HashSet<>();
        journal.recorded().results().stream()
                .filter(r -> r.attempt() == attempt)
                .forEach(r -> left.add(r.scenario().id()));
        List<PlannedScenario> missing = new ArrayList<>(scenarios);
        missing.removeIf(s -> left.contains(s.id()));
        for (PlannedScenario scenario : missing) {
            Optional<Throwable> thrown = execution.thrownBy(Run.key(scenario.uri(), scenario.line()));
            String why = thrown.map(t -> ": " + t.getClass().getSimpleName() + ", " + t.getMessage())
                    .orElse("");
            journal.add(withoutResult(scenario, attempt, "The scenario ended without a verdict" + why));
        }
    }

    private ScenarioResult withoutResult(PlannedScenario scenario, int attempt, String reason) {
        String level = scenario.requirements().stream()
                .map(prepared.catalogue().requirements()::get)
                .filter(r -> r != null)
                .map(Requirement::level)
                .findFirst()
                .map(l -> Level.of(l).toString())
                .orElse("");
        return new ScenarioResult(
                scenario,
                attempt,
                Verdict.of(Grade.ERROR, reason),
                level,
                "",
                "",
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Instant.now(),
                0,
                0,
                0,
                List.of(),
                List.of());
    }
}
