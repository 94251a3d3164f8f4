package org.tcpspec.reports.prove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.tcpspec.reports.play.Planning;
import org.tcpspec.reports.read.Catalogue;
import org.tcpspec.reports.read.Implications;
import org.tcpspec.reports.write.LadderText;
import org.tcpspec.spi.iut.Fault;
import org.tcpspec.spi.iut.Seeding;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.Requirement;
import org.tcpspec.steps.words.Players;

/** Plays each fault against the scenarios that come by its place. */
public final class Prover implements AutoCloseable {
    private final Players players;
    private final Grounds grounds;
    private final Map<String, Requirement> requirements = Catalogue.bundled().requirements();
    private final Implications implications = Implications.bundled();
    private final AtomicBoolean cancelled;

    private Prover(Players players, Grounds grounds, AtomicBoolean cancelled) {
        this.players = players;
        this.grounds = grounds;
        this.cancelled = cancelled;
    }

    /**
     * Plays everything once without a mistake.
     *
     * @param faults those that will be played
     * @param cancelled once true nothing more is begun
     */
    public static Prover survey(Proof proof, List<Fault> faults, Planning planning, AtomicBoolean cancelled)
            throws IOException {
        Players players = Grounds.players(proof.features(), proof.parallel());
        return new Prover(players, Grounds.survey(proof, faults, planning, players, cancelled::get), cancelled);
    }

    /** What failed, or came to no end, though there was no mistake: one sentence each. */
    public List<String> unclean() {
        List<String> found = new ArrayList<>();
        for (Ground ground : grounds.all()) {
            ground.unclean()
                    .forEach(p -> found.add(p.scenario().id() + " (" + ground.name() + "): " + p.grade() + ", "
                            + p.verdict().reason()));
        }
        return found;
    }

    /** All scenarios that were applicable on some ground, in the order of the files. */
    public List<Matrix.Spot> scenarios() {
        return grounds.scenarios();
    }

    /** How many scenarios will be played against {@code fault}. */
    public int reaching(Fault fault) {
        return grounds.all().stream()
                .mapToInt(g -> grounds.playedOn(g, fault).size())
                .sum();
    }

    /**
     * Plays scenarios that do not come by {@code fault}, on the first ground: none can end otherwise than without it.
     *
     * @param chosen which of them
     * @return those that did, in words
     */
    List<String> differing(Fault fault, Predicate<PlannedScenario> chosen) {
        Ground own = grounds.all().get(0);
        Set<PlannedScenario> meeting = new HashSet<>(own.reaching(fault.id()));
        List<PlannedScenario> others = own.clean().values().stream()
                .map(Played::scenario)
                .sorted(Comparator.comparing(PlannedScenario::id))
                .filter(s -> !meeting.contains(s))
                .filter(chosen)
                .toList();
        return own.play(others, Seeding.of(fault.id()), cancelled::get).stream()
                .filter(p ->
                        !p.verdict().equals(own.clean().get(p.scenario().id()).verdict()))
                .map(p -> fault.id() + ", " + p.scenario().id() + ": "
                        + p.verdict().reason())
                .toList();
    }

    /** Plays {@code fault}. */
    public Tried play(Fault fault) {
        Set<String> reached = new TreeSet<>();
        List<Kill> kills = new ArrayList<>();
        Map<String, String> ladders = new HashMap<>();
        List<String> undecided = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        for (Ground ground : grounds.all()) {
            List<PlannedScenario> scenarios = grounds.playedOn(ground, fault);
            scenarios.forEach(s -> reached.add(s.id()));
            for (Played played : ground.play(scenarios, Seeding.of(fault.id()), cancelled::get)) {
                String id = played.scenario().id();
                switch (played.grade()) {
                    case FAIL -> {
                        kills.add(kill(fault, ground, played));
                        ladders.put(id, LadderText.rows(played.ladder()));
                    }
                    case INCONCLUSIVE ->
                        undecided.add(id + ": " + played.verdict().reason());
                    case ERROR -> errors.add(id + ": " + played.verdict().reason());
                    case PASS, NOT_APPLICABLE -> {
                        // the fault did not show
                    }
                }
            }
        }
        kills.sort(Comparator.comparing(Kill::blame).thenComparing(Kill::scenario));
        return new Tried(fault, List.copyOf(reached), kills, undecided, errors, shown(kills, ladders));
    }

    private Kill kill(Fault fault, Ground ground, Played played) {
        Verdict verdict = played.verdict();
        return new Kill(
                played.scenario().id(),
                ground.name(),
                verdict.requirement(),
                verdict.clause(),
                verdict.reason(),
                blame(fault, verdict));
    }

    /** The shortest among those that blame best. */
    private static Optional<Tried.Shown> shown(List<Kill> kills, Map<String, String> ladders) {
        return kills.stream()
                .filter(k -> k.blame() == kills.get(0).blame())
                .min(Comparator.comparingInt(k -> ladders.get(k.scenario()).length()))
                .map(k -> new Tried.Shown(k.scenario(), ladders.get(k.scenario()) + "      " + k.reason()));
    }

    /** A verdict without a requirement blames a clause. */
    private Blame blame(Fault fault, Verdict verdict) {
        String violated = fault.requirement();
        String named = verdict.requirement();
        if (named.equals(violated)) {
            return Blame.RIGHT;
        }
        if (!named.isEmpty()) {
            return implications.lead(violated, named) ? Blame.IMPLIED : Blame.MISLED;
        }
        if (clause(violated).equals(verdict.clause())) {
            return Blame.RIGHT;
        }
        return implications.rows().stream()
                        .filter(r -> r.requirement().equals(violated))
                        .anyMatch(r -> clause(r.impliedBy()).equals(verdict.clause()))
                ? Blame.IMPLIED
                : Blame.MISLED;
    }

    private String clause(String requirement) {
        Requirement row = requirements.get(requirement);
        return row == null ? "" : row.clause();
    }

    @Override
    public void close() {
        players.close();
    }
}
