package org.tcpspec.steps.words;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.steps.cover.Coverage;
import org.tcpspec.steps.cover.Exercised;
import org.tcpspec.steps.cover.Monitor;
import org.tcpspec.steps.cover.Options;
import org.tcpspec.steps.observe.Ladder;
import org.tcpspec.steps.observe.LadderRow;
import org.tcpspec.steps.play.Paths;
import org.tcpspec.steps.play.Postamble;
import org.tcpspec.steps.run.Applicability;
import org.tcpspec.steps.run.Listed;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.Reasons;
import org.tcpspec.steps.run.Requirement;
import org.tcpspec.steps.run.Run;
import org.tcpspec.steps.run.ScenarioResult;
import org.tcpspec.steps.run.StepResult;

/** Begins and ends each scenario, and writes its result into the journal. */
public final class Hooks {

    /** How often a pass that a late kit may have made is played again. */
    private static final int TRIES = 2;

    private static final Pattern DEMANDED = Pattern.compile("Expected (<[^ ]+>|nothing)");

    private final World world;
    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();
    private String key = "";

    public Hooks(World world) {
        this.world = world;
    }

    @Before
    public void begin(Scenario scenario) {
        key = Run.key(scenario.getUri().toString(), scenario.getLine());
        PlannedScenario planned = world.run()
                .planned(scenario.getUri().toString(), scenario.getLine())
                .orElseThrow(() -> new IllegalStateException("no plan knows the scenario at " + scenario.getUri() + ":"
                        + scenario.getLine() + "; it cannot be played"));
        world.begin(planned);
        Optional<String> reason = Applicability.reasonAgainst(planned, world.run());
        if (reason.isPresent()) {
            world.finding().notApplicable(reason.get());
            throw new TestAbortedException(reason.get());
        }
    }

    @After
    public void end() {
        world.run().steps().takeThrown(key).ifPresent(t -> world.finding().thrownByOwnWords(t, judged()));
        if (judged()) {
            world.thenHasEnded();
        }
        RuntimeException late = null;
        AssertionError failed = null;
        try {
            world.atTheEnd();
        } catch (AssertionError e) {
            failed = e;
        } catch (RuntimeException e) {
            late = e;
        }
        try {
            if (world.hasStage()) {
                Postamble.play(world.scene()).ifPresent(world.finding()::addNote);
            }
        } finally {
            world.leave();
            world.run().journal().add(result());
        }
        if (failed != null) {
            throw failed;
        }
        if (late != null) {
            throw late;
        }
    }

    /** The step that stopped was a Then, or stood below one. */
    private boolean judged() {
        return world.run().steps().of(key).stream()
                .filter(s -> s.status() != StepResult.Status.SKIPPED)
                .map(StepResult::keyword)
                .filter(k -> k.equals("Given") || k.equals("When") || k.equals("Then"))
                .reduce((a, b) -> b)
                .filter("Then"::equals)
                .isPresent();
    }

    private ScenarioResult result() {
        PlannedScenario planned = world.planned();
        Verdict verdict = complete(punctual(world.finding().verdict()), planned);
        boolean played = world.hasStage();
        List<LadderRow> ladder =
                played ? Ladder.decide(world.scene().rows(), verdict.packet(), decidingComment(verdict)) : List.of();
        return new ScenarioResult(
                planned,
                world.run().attempt(),
                verdict,
                level(verdict, planned),
                interpretation(planned),
                played ? String.join(", ", world.states().knownBy()) : "",
                world.setup().opening() == Paths.Opening.PASSIVE ? "passive OPEN" : "active OPEN",
                played ? world.scene().conversations().stream().findFirst().map(c -> c.ends()) : Optional.empty(),
                steps(verdict),
                played ? world.scene().record() : List.of(),
                ladder,
                start,
                System.nanoTime() - startNanos,
                played ? world.scene().now() - world.scene().begun() : 0,
                world.run().seedFor(planned.id()),
                List.copyOf(world.finding().notes()),
                played ? exercised() : List.of(),
                world.tape());
    }

    private List<Exercised> exercised() {
        Statement statement =
                Options.inForce(world.run().statement(), world.setup().settings());
        return Coverage.of(Monitor.observe(world.scene().happenings(), statement), statement);
    }

    private String interpretation(PlannedScenario planned) {
        return Stream.concat(planned.interpretations().stream(), planned.otherReadings().stream())
                .distinct()
                .map(name -> name + (world.run().otherReadings().contains(name) ? "=other" : "=default"))
                .collect(Collectors.joining(", "));
    }

    /** A verdict that falls after the last step belies the last one. */
    private List<StepResult> steps(Verdict verdict) {
        List<StepResult> steps = new ArrayList<>(world.run().steps().take(key));
        boolean stopped = steps.stream().anyMatch(s -> s.status() == StepResult.Status.STOPPED);
        if (!stopped && !steps.isEmpty() && verdict.grade().compareTo(Grade.PASS) > 0) {
            StepResult last = steps.remove(steps.size() - 1);
            steps.add(
                    new StepResult(last.keyword(), last.text(), last.line(), StepResult.Status.STOPPED, last.nanos()));
        }
        return steps;
    }

    /** Beside the deciding row stands what was demanded there; the whole sentence stands below the ladder. */
    private static String decidingComment(Verdict verdict) {
        Matcher demanded = DEMANDED.matcher(verdict.reason());
        return verdict.grade() == Grade.FAIL && demanded.find() ? "expected " + demanded.group(1) : "";
    }

    /**
     * What a play proves that the kit itself held up. Not a fail, unless it is a listed one; nor, as long as there is
     * another play to come, that a listed one has stopped occurring.
     */
    private Verdict punctual(Verdict v) {
        if (!world.hasStage() || v.tellsOfDeath()) {
            return v;
        }
        Duration late = world.scene().kitLate();
        Duration limit = world.run().statement().ixit().reaction().dividedBy(2);
        List<Deviation> listed = listed();
        boolean known = listed.stream().anyMatch(d -> Reasons.contains(v.reason(), d.reason()));
        if (v.grade() == Grade.FAIL && !known && late.compareTo(limit) > 0) {
            return heldUp(v, late, v.reason());
        }
        boolean stopped =
                v.grade() == Grade.PASS && !listed.isEmpty() && world.run().attempt() <= TRIES;
        return stopped && late.compareTo(limit.dividedBy(4)) > 0
                ? heldUp(v, late, "a listed deviation may not have shown.")
                : v;
    }

    private List<Deviation> listed() {
        PlannedScenario planned = world.planned();
        return world.run().statement().deviations().stream()
                .filter(d -> Listed.names(d, planned))
                .toList();
    }

    private static Verdict heldUp(Verdict v, Duration late, String what) {
        String by = String.format(Locale.ROOT, "%.3f s", late.toNanos() / 1e9);
        return new Verdict(
                Grade.INCONCLUSIVE, v.requirement(), v.clause(), "The kit was late by " + by + ": " + what, v.packet());
    }

    /** A fail that names no requirement breaks the one that the scenario is about. */
    private static Verdict complete(Verdict v, PlannedScenario planned) {
        if (v.grade() != Grade.FAIL) {
            return v;
        }
        boolean named = !v.requirement().isEmpty() || !v.clause().isEmpty();
        String requirement = named
                ? v.requirement()
                : planned.requirements().stream().findFirst().orElse("");
        String clause = v.clause().isEmpty() ? planned.clause() : v.clause();
        return new Verdict(v.grade(), requirement, clause, v.reason(), v.packet());
    }

    private String level(Verdict verdict, PlannedScenario planned) {
        String id = verdict.requirement().isEmpty()
                ? planned.requirements().stream().findFirst().orElse("")
                : verdict.requirement();
        return Optional.ofNullable(world.run().requirements().get(id))
                .map(Requirement::level)
                .map(l -> l.replace(" NOT", ""))
                .orElse("MUST");
    }
}
