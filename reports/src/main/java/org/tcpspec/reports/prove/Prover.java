package org.tcpspec.reports.prove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tcpspec.reports.play.Planning;
import org.tcpspec.reports.read.Catalogue;
import org.tcpspec.reports.read.Implications;
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

    /** The ids of all scenarios that were applicable on some ground. */
    public Set<String> scenarios() {
        return new TreeSet<>(grounds.scenarios());
    }

    /** How many scenarios will be played against {@code fault}. */
    public int reaching(Fault fault) {
        return grounds.all().stream()
                .mapToInt(g -> grounds.playedOn(g, fault).size())
                .sum();
    }

    /** Plays {@code fault}. */
    public Tried play(Fault fault) {
        Set<String> reached = new TreeSet<>();
        List<Kill> kills = new ArrayList<>();
        List<String> undecided = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        for (Ground ground : grounds.all()) {
            List<PlannedScenario> scenarios = grounds.playedOn(ground, fault);
            scenarios.forEach(s -> reached.add(s.id()));
            for (Played played : ground.play(scenarios, Seeding.of(fault.id()), cancelled::get)) {
                String id = played.scenario().id();
                switch (played.grade()) {
                    case FAIL ->
                        kills.add(new Kill(
                                played.scenario(),
                                ground.name(),
                                played.verdict(),
                                blame(fault, played.verdict()),
                                played.ladder()));
                    case INCONCLUSIVE ->
                        undecided.add(id + ": " + played.verdict().reason());
                    case ERROR -> errors.add(id + ": " + played.verdict().reason());
                    case PASS, NOT_APPLICABLE -> {
                        // the fault did not show
                    }
                }
            }
        }
        kills.sort(java.util.Comparator.comparing(Kill::blame)
                .thenComparing(k -> k.scenario().id()));
        return new Tried(fault, List.copyOf(reached), kills, undecided, errors);
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
