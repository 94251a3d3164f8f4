package org.tcpspec.reports.prove;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tcpspec.reports.play.Preparation;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.Seeding;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.Run;
import org.tcpspec.steps.run.ScenarioResult;
import org.tcpspec.steps.run.StepLog;
import org.tcpspec.steps.words.Players;

/**
 * One way to play: a profile, a version of IP, and how open points are read. It knows from a play without any mistake
 * which scenarios come by which fault.
 */
final class Ground {
    private final String name;
    private final Preparation prepared;
    private final Players players;
    private final Map<String, Played> clean = new HashMap<>();
    private final Map<String, Set<String>> reached = new ConcurrentHashMap<>();

    /** @param name for people */
    Ground(String name, Preparation prepared, Players players) {
        this.name = name;
        this.prepared = prepared;
        this.players = players;
    }

    String name() {
        return name;
    }

    /** Plays without a mistake those of {@code scenarios} that are applicable here. */
    void survey(List<PlannedScenario> scenarios, BooleanSupplier cancelled) {
        Set<String> ids = scenarios.stream().map(PlannedScenario::id).collect(Collectors.toSet());
        Seeding watched =
                Seeding.watched((request, fault) -> reached.computeIfAbsent(fault, id -> ConcurrentHashMap.newKeySet())
                        .add(scenario(request, ids)));
        play(scenarios, watched, cancelled).stream()
                .filter(p -> p.grade() != Grade.NOT_APPLICABLE)
                .forEach(p -> clean.put(p.scenario().id(), p));
    }

    /** A scenario may have another instance beside its own bench, whose name begins with its id. */
    private static String scenario(BenchRequest request, Set<String> ids) {
        String id = request.scenario();
        while (!ids.contains(id) && id.contains("/")) {
            id = id.substring(0, id.lastIndexOf('/'));
        }
        return id;
    }

    /** The scenarios of this ground's plan. */
    List<PlannedScenario> planned() {
        return prepared.chosen();
    }

    /** Those that were applicable when it was surveyed, by id. */
    Map<String, Played> clean() {
        return clean;
    }

    /** Those that came by the place of {@code fault}, the longest first. */
    List<PlannedScenario> reaching(String fault) {
        return reached.getOrDefault(fault, Set.of()).stream()
                .map(clean::get)
                .sorted(Comparator.comparingLong(Played::nanos).reversed())
                .map(Played::scenario)
                .toList();
    }

    /** Plays {@code scenarios} against the IUT with {@code seeding}. */
    List<Played> play(List<PlannedScenario> scenarios, Seeding seeding, BooleanSupplier cancelled) {
        List<Played> played = new ArrayList<>();
        if (scenarios.isEmpty()) {
            return played;
        }
        Map<String, PlannedScenario> byPlace =
                scenarios.stream().collect(Collectors.toMap(s -> Run.key(s.uri(), s.line()), Function.identity()));
        try (Iut iut = prepared.provider().open(prepared.request().with(seeding))) {
            Run run = new Run(
                    iut,
                    prepared.inForce(iut),
                    prepared.options().ip(),
                    prepared.options().seed(),
                    prepared.options().otherReadings(),
                    1,
                    byPlace,
                    prepared.catalogue().requirements(),
                    result -> keep(result, played),
                    new StepLog());
            run.during(() -> players.play(scenarios, cancelled));
        }
        return played;
    }

    private static void keep(ScenarioResult result, List<Played> played) {
        Played kept = Played.of(result);
        synchronized (played) {
            played.add(kept);
        }
    }

    /**
     * What did not pass though there was no mistake. Without STATUS some states cannot be told by the wire, and what is
     * inconclusive for that is no blemish.
     */
    List<Played> unclean() {
        boolean mayDoubt = prepared.options().statusWithheld();
        return clean.values().stream()
                .filter(p -> p.grade() != Grade.PASS)
                .filter(p -> !mayDoubt || p.grade() != Grade.INCONCLUSIVE)
                .toList();
    }
}
