package org.tcpspec.steps.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.PeerSegment;
import org.tcpspec.steps.observe.Phrase;
import org.tcpspec.steps.play.Flow;
import org.tcpspec.steps.play.Intake;
import org.tcpspec.steps.play.Judge;
import org.tcpspec.steps.play.Paths;
import org.tcpspec.steps.play.PendingWait;
import org.tcpspec.steps.play.Punctuality;
import org.tcpspec.steps.play.Scene;
import org.tcpspec.steps.play.Sizes;
import org.tcpspec.steps.play.States;
import org.tcpspec.steps.play.Stopped;
import org.tcpspec.steps.play.Verdicts;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.Run;
import org.tcpspec.steps.run.Turnstile;
import org.tcpspec.steps.tape.Recorder;
import org.tcpspec.steps.tape.Tape;

/**
 * One scenario being played: what all its steps share. Dies with it.
 *
 * <p>Every step runs inside {@link #given}, {@link #when} or {@link #then}: they keep the rules on who may fail a
 * scenario, and take note of the verdict when one stops it.
 */
public final class World {

    private final Run run;
    private final Setup setup;
    private final Finding finding = new Finding();

    private PlannedScenario planned;
    private Optional<Stage> stage = Optional.empty();
    private Optional<Turnstile.Place> place = Optional.empty();
    private Optional<Conversation> main = Optional.empty();
    private int mainPort;
    private Optional<Outcome> refusal = Optional.empty();
    private Optional<Outcome> ofReceive = Optional.empty();
    private Optional<PendingWait> pendingWait = Optional.empty();
    private final List<Bench> others = new ArrayList<>();
    private final Recorder recorder = new Recorder();
    private boolean judged;
    private boolean ownWords;

    /** The bench and those who work on it, once the scenario has touched it. */
    private record Stage(Scene scene, Judge judge, Flow flow, Intake intake, Paths paths, States states) {}

    public World(Run run) {
        this.run = run;
        this.setup = new Setup(run.ip());
    }

    void begin(PlannedScenario scenario) {
        planned = scenario;
    }

    Run run() {
        return run;
    }

    PlannedScenario planned() {
        return planned;
    }

    /** What the scenario asks for before its first connection. */
    Setup setup() {
        return setup;
    }

    /** What the scenario has come to. */
    Finding finding() {
        return finding;
    }

    /** What the play has read from its bench besides the record. */
    Tape tape() {
        return recorder.tape(stage.map(s -> s.scene().record()).orElse(List.of()));
    }

    /** Step definitions of a user are at work, whose Thens are known by their keyword only. */
    void hasOwnWords() {
        ownWords = true;
    }

    /** A Then has ended, by its keyword. */
    void thenHasEnded() {
        judged |= ownWords;
    }

    boolean hasStage() {
        return stage.isPresent();
    }

    // ---- the three kinds of steps

    /** Part of the way to what is judged: what is missed here makes the scenario inconclusive. */
    void given(Runnable step) {
        noted(() -> {
            refusalMustBeAskedFor();
            preamble(step);
        });
    }

    /** Something crosses the IUT's boundary. Only the background checker may fail it. */
    void when(Runnable step) {
        given(step);
    }

    /** Judges. */
    void then(Runnable step) {
        noted(() -> {
            refusalMustBeAskedFor();
            judged = true;
            step.run();
        });
    }

    /** A Then about the outcome of the call before it. */
    void thenOfCall(Runnable step) {
        noted(() -> {
            judged = true;
            step.run();
            refusal = Optional.empty();
        });
    }

    /** A Then about text: that RECEIVE was refused does not stand in its way, for then the text is missing. */
    void thenOfText(Runnable step) {
        if (refusal.isPresent() && refusal.equals(ofReceive)) {
            thenOfCall(step);
        } else {
            then(step);
        }
    }

    private void preamble(Runnable step) {
        try {
            step.run();
        } catch (Stopped.Failure failure) {
            if (failure.byChecker()) {
                throw failure;
            }
            throw Verdicts.inconclusive(
                    "The preamble was not reached. " + failure.verdict().reason());
        }
    }

    private void refusalMustBeAskedFor() {
        if (refusal.isPresent()) {
            Outcome outcome = refusal.get();
            throw Verdicts.inconclusive("A call of the user was refused: "
                    + outcome.refusal().orElseThrow().words() + " " + outcome.words());
        }
    }

    private void noted(Runnable step) {
        finding.of(step, () -> scene().causePacket());
    }

    // ---- the stage

    /** A setting of the IUT, which holds from the first moment on. */
    void setting(String name, String value) {
        if (stage.isPresent()) {
            throw new Stopped.Inconclusive(
                    Verdict.of(Grade.ERROR, "A setting must be given before anything else happens."));
        }
        setup.setting(name, value);
    }

    /** Another instance of the IUT, which has that setting, lives while the scenario is played. */
    void anotherInstance(String name, String value) {
        String id = planned.id() + "/another instance";
        others.add(run.iut().bench(new BenchRequest(id, run.ip(), run.seedFor(id), Map.of(name, value))));
    }

    /** Gives back what the scenario used besides its own bench. */
    void leave() {
        place.ifPresent(Turnstile.Place::leave);
        others.forEach(Bench::close);
        others.clear();
    }

    Paths.Wishes wishes() {
        return setup.wishes(planned, run.statement());
    }

    private Stage stage() {
        if (stage.isEmpty()) {
            Turnstile.Place entered = Run.turnstile().enter();
            place = Optional.of(entered);
            long seed = run.seedFor(planned.id());
            Scene scene = new Scene(
                    recorder.open(
                            () -> run.iut().bench(new BenchRequest(planned.id(), run.ip(), seed, setup.settings()))),
                    run.statement(),
                    seed);
            scene.whenAtRest(entered::leave);
            Judge judge = new Judge(scene);
            stage = Optional.of(new Stage(
                    scene,
                    judge,
                    new Flow(scene, judge),
                    new Intake(scene, judge),
                    new Paths(scene, judge),
                    new States(scene, judge)));
        }
        return stage.get();
    }

    Scene scene() {
        return stage().scene();
    }

    Judge judge() {
        return stage().judge();
    }

    Flow flow() {
        return stage().flow();
    }

    Sizes sizes() {
        return new Sizes(scene());
    }

    Intake intake() {
        return stage().intake();
    }

    Paths paths() {
        return stage().paths();
    }

    States states() {
        return stage().states();
    }

    /** The connection that the scenario is about. */
    Conversation main() {
        if (main.isEmpty()) {
            main = Optional.of(setup.peerIss()
                    .map(iss -> scene().converse(mainPort, iss))
                    .orElseGet(() -> scene().converse(mainPort)));
        }
        return main.get();
    }

    /** The connection that the scenario is about will be at the IUT's port of that index; by default 0. */
    void mainAtPort(int index) {
        mainPort = index;
    }

    /** From now on the scenario is about {@code c}. */
    void main(Conversation c) {
        main = Optional.of(c);
    }

    // ---- what happens

    /** A call of the user in a When; a refusal must be what the next Then is about. */
    Outcome called(Outcome outcome) {
        states().stirred();
        refusal = outcome.isRefused() ? Optional.of(outcome) : Optional.empty();
        return outcome;
    }

    /** What came of a RECEIVE. */
    void receiveCalled(Outcome outcome) {
        ofReceive = Optional.of(outcome);
    }

    Optional<Outcome> refusal() {
        return refusal;
    }

    /** The peer sends what the scenario says on {@code c}. */
    void peerSends(Conversation c, Phrase phrase) {
        PeerSegment.Built built = PeerSegment.build(phrase, c, setup.habits(), judge().values(c));
        if (phrase.namesWindow()) {
            // What a later step does not name stays as it is.
            boolean scaled = !built.segment().has(Flag.SYN);
            int octets = built.segment().window() << (scaled ? c.shadow().sndShift() : 0);
            setup.habits(setup.habits().withWindow(octets));
        }
        peerSends(built);
    }

    void peerSends(PeerSegment.Built built) {
        endWait(PendingWait::exactly);
        states().stirred();
        judge().stimulus(built);
        scene().inject(built);
    }

    // ---- time

    /** From the last packet on {@code time} passes; a later step says when exactly it ends. */
    void begin(TimeSpan time) {
        PendingWait wait = new PendingWait(
                scene().lastPacketNanos(), time.in(run.statement().ixit()));
        endWait(PendingWait::exactly);
        states().stirred();
        pendingWait = Optional.of(wait);
    }

    /** The same, and it has passed. */
    void pass(TimeSpan time) {
        begin(time);
        endWait(PendingWait::exactly);
    }

    /** The IUT sends nothing. Silence while time is to pass is judged when it has passed. */
    void silence() {
        if (pendingWait.isEmpty()) {
            judge().expectNothing(judge().quiet());
        }
    }

    Optional<PendingWait> pendingWait() {
        return pendingWait;
    }

    /** What {@code end} says of a wait's last moment. */
    @FunctionalInterface
    interface End {
        long of(PendingWait wait);
    }

    /** Lets the time pass that a step has announced; until its end the IUT says nothing unexplained. */
    void endWait(End end) {
        if (pendingWait.isPresent()) {
            PendingWait wait = pendingWait.get();
            pendingWait = Optional.empty();
            scene().pumpAll(end.of(wait));
            Punctuality.check(scene(), wait, end.of(wait));
        }
    }

    // ---- the end

    /** Closes the last silence and probes the last state, if the scenario came that far. */
    void atTheEnd() {
        if (stage.isEmpty() || finding.verdict().grade() != Grade.PASS) {
            return;
        }
        noted(() -> {
            refusalMustBeAskedFor();
            endWait(w -> w.gone(run.statement().ixit()));
            scene().pumpAll(
                            scene().bench().clock().isVirtual()
                                    ? scene().bench().clock().in(judge().patience())
                                    : scene().now());
            judge().nothingUnexplained();
            if (!judged) {
                throw Verdicts.inconclusive("The scenario has no Then, so nothing was judged.");
            }
            states().atTheEnd(main(), setup.habits());
        });
    }
}
