package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Expected;
import org.tcpspec.steps.observe.Phrase;
import org.tcpspec.steps.play.Stopped;

/** Sentences about the user above the IUT. */
public final class UserWords {

    /** How long the user may take to learn of something. */
    private static final Duration TOLD = Duration.ofSeconds(2);

    private static final int SOME_TEXT = 10;

    /** Where CLOSE sends a FIN. */
    private static final Set<State> FIN_LEAVES = EnumSet.of(State.SYN_RECEIVED, State.ESTABLISHED, State.CLOSE_WAIT);

    /** What a Then that asks for something else passes over. */
    private static final Set<SignalKind> MAY_GO_UNASKED =
            EnumSet.of(SignalKind.ACCEPTED, SignalKind.OPENED, SignalKind.SOFT_ERROR);

    private final World world;

    public UserWords(World world) {
        this.world = world;
    }

    // ---- before the connection

    @Needs(Capability.RECEIVE_ON_DEMAND)
    @Given("the user does not read")
    public void theUserDoesNotRead() {
        world.given(() -> world.setup().options(world.setup().options().notReading()));
    }

    @Given("a backlog of {int}")
    public void aBacklogOf(int backlog) {
        world.given(() -> world.setup().options(world.setup().options().withBacklog(backlog)));
    }

    @Needs(value = Capability.SETTINGS, setting = true)
    @Given("the setting {string} is {word}")
    public void theSettingIs(String name, String value) {
        world.given(() -> world.setting(name, value));
    }

    // ---- calls

    @When("{call}")
    @When("the user calls {call}")
    public void theUserCalls(UserCall call) {
        world.when(() -> world.called(make(call)));
    }

    @Given("the user has called {call}")
    public void theUserHasCalled(UserCall call) {
        world.given(() -> {
            State before = world.main().shadow().state();
            world.called(make(call));
            boolean close = call == UserCall.CLOSE || call == UserCall.CLOSE_BOTH_WAYS;
            if (close && FIN_LEAVES.contains(before)) {
                world.judge().expect(world.main(), Expected.of(Phrase.parse("FIN,ACK")));
            }
        });
    }

    @Needs(Capability.SEND)
    @When("the user sends {int} octet(s) of text")
    public void theUserSends(int octets) {
        world.when(() -> world.called(send(octets)));
    }

    @Needs(Capability.SEND)
    @Given("the user has sent {int} octet(s) of text")
    public void theUserHasSent(int octets) {
        world.given(() -> {
            world.called(send(octets));
            world.judge().expect(world.main(), Expected.of(Phrase.parse("ACK with " + octets + " octets of text")));
        });
    }

    @Needs(Capability.RECEIVE_ON_DEMAND)
    @When("the user reads {int} octet(s)")
    public void theUserReads(int octets) {
        world.when(() -> world.called(receive(octets)));
    }

    private Outcome make(UserCall call) {
        Conversation c = world.main();
        User user = world.scene().user();
        boolean fromListen = c.listener().isPresent() && c.shadow().state() == State.LISTEN;
        return switch (call) {
            case PASSIVE_OPEN -> passiveOpen(c);
            case ACTIVE_OPEN -> fromListen ? openFromListen(c) : world.paths().activeOpen(c, world.wishes());
            case SEND -> fromListen ? sendFromListen(c) : send(SOME_TEXT);
            case RECEIVE -> receive(65535);
            case CLOSE -> close(c, user);
            case CLOSE_BOTH_WAYS -> closeBothWays(c, user);
            case ABORT -> abort(c, user);
            case STATUS -> world.scene().call("STATUS", () -> user.status(c.ends()));
        };
    }

    private Outcome passiveOpen(Conversation c) {
        Outcome outcome = world.scene()
                .call(
                        "passive OPEN",
                        () -> world.scene()
                                .user()
                                .openPassive(c.ends().iut(), world.setup().options()));
        outcome.listener().ifPresent(l -> {
            c.listener(outcome.listener());
            c.shadow().passiveOpen();
        });
        return outcome;
    }

    private Outcome openFromListen(Conversation c) {
        OpenOptions options = world.setup().options();
        return fromListen(
                c,
                world.scene()
                        .call(
                                "active OPEN",
                                () -> world.scene()
                                        .user()
                                        .openFromListen(
                                                c.listener().orElseThrow(),
                                                c.ends().peer(),
                                                options)));
    }

    private Outcome sendFromListen(Conversation c) {
        Outcome outcome = world.scene()
                .call(
                        "SEND",
                        () -> world.scene()
                                .user()
                                .sendFromListen(
                                        c.listener().orElseThrow(),
                                        c.ends().peer(),
                                        c.userStream(0, SOME_TEXT),
                                        world.setup().options()));
        if (!outcome.isRefused()) {
            world.scene().view(c).sent(SOME_TEXT);
        }
        return fromListen(c, outcome);
    }

    private Outcome fromListen(Conversation c, Outcome outcome) {
        outcome.connection().ifPresent(handle -> {
            world.scene().bind(c, handle);
            c.listener(Optional.empty());
            c.shadow().listenerClosed();
            c.shadow().activeOpen();
        });
        return outcome;
    }

    private Outcome send(int octets) {
        Conversation c = world.main();
        long offset = world.scene().view(c).sentOctets();
        // The text counts as taken before it can be on the wire; a refusal takes it back.
        world.scene().view(c).sent(octets);
        Outcome outcome =
                world.scene().call("SEND", () -> world.scene().user().send(handle(c), c.userStream(offset, octets)));
        int taken = outcome.isRefused() ? 0 : outcome.count();
        world.scene().view(c).sent(taken - octets);
        // An interface that takes nothing says by that what 3.10.2 calls insufficient resources.
        return outcome.isRefused() || taken > 0
                ? outcome
                : Outcome.refused(Refusal.INSUFFICIENT_RESOURCES, "SEND took nothing.");
    }

    private Outcome receive(int octets) {
        Conversation c = world.main();
        Outcome outcome =
                world.scene().call("RECEIVE", () -> world.scene().user().receive(handle(c), octets));
        world.scene().received(c, outcome.text());
        return outcome;
    }

    private Outcome close(Conversation c, User user) {
        if (c.connection().isEmpty() && c.listener().isPresent()) {
            Outcome outcome = world.scene()
                    .call("CLOSE", () -> user.closeListener(c.listener().get()));
            c.listener(Optional.empty());
            c.shadow().listenerClosed();
            return outcome;
        }
        Outcome outcome = world.scene().call("CLOSE", () -> user.close(handle(c)));
        if (!outcome.isRefused()) {
            c.shadow().close();
        }
        return outcome;
    }

    private Outcome closeBothWays(Conversation c, User user) {
        Outcome outcome = world.scene().call("close() both ways", () -> user.closeBothWays(handle(c)));
        c.shadow().close();
        return outcome;
    }

    private Outcome abort(Conversation c, User user) {
        if (c.connection().isEmpty() && c.listener().isPresent()) {
            return close(c, user);
        }
        Outcome outcome = world.scene().call("ABORT", () -> user.abort(handle(c)));
        world.scene().catchUp();
        c.shadow().abort();
        return outcome;
    }

    private static ConnectionId handle(Conversation c) {
        return c.connection()
                .orElseThrow(() -> new Stopped.Inconclusive(Verdict.of(
                        Grade.INCONCLUSIVE,
                        "The user has no handle of a connection in "
                                + c.shadow().state() + ".")));
    }

    // ---- what the user learns

    @Then("the call is refused with {string}")
    public void theCallIsRefusedWith(String words) {
        world.thenOfCall(() -> {
            String told = world.refusal()
                    .flatMap(Outcome::refusal)
                    .map(r -> r.words())
                    .orElseThrow(() -> fail("Expected the call to be refused, but it was granted."));
            if (!told.equals(words)) {
                throw fail("Expected \"" + words + "\", but the call was refused with \"" + told + "\".");
            }
        });
    }

    @Then("the call is refused")
    public void theCallIsRefused() {
        world.thenOfCall(
                () -> world.refusal().orElseThrow(() -> fail("Expected the call to be refused, but it was granted.")));
    }

    /** The RFC lets the stack grant the call or refuse it so. */
    @Then("the call may be refused with {string}")
    public void theCallMayBeRefusedWith(String words) {
        if (world.refusal().isPresent()) {
            theCallIsRefusedWith(words);
        }
    }

    /** Both are right; what the call does is for other steps to say. */
    @Then("the call may be refused")
    public void theCallMayBeRefused() {
        world.thenOfCall(() -> {});
    }

    @Then("the user is told {string}")
    public void theUserIsTold(String words) {
        theUserIsToldEither(words, words);
    }

    @Then("the user is told {string} or {string}")
    public void theUserIsToldEither(String words, String other) {
        world.then(() -> {
            world.endWait(w -> w.gone(world.run().statement().ixit()));
            long deadline = world.scene().bench().clock().in(TOLD);
            do {
                Optional<Observed.Signal> next = world.scene().untold().stream()
                        .filter(s -> !MAY_GO_UNASKED.contains(s.kind())
                                || s.kind().words().equals(words))
                        .findFirst();
                if (next.isPresent()) {
                    world.scene().untold().remove(next.get());
                    String told = next.get().kind().words();
                    if (!told.equals(words) && !told.equals(other)) {
                        throw fail("Expected the user to be told \"" + words + "\", but it was told \"" + told + "\".");
                    }
                    return;
                }
            } while (world.scene().pump(deadline));
            world.judge().silentIut("Expected the user to be told \"" + words + "\", but it was told nothing.");
        });
    }

    @Then("the user is told nothing")
    public void theUserIsToldNothing() {
        world.then(() -> {
            world.scene().pumpAll(world.judge().quiet());
            world.scene().untold().stream()
                    .filter(s -> s.kind() != SignalKind.SOFT_ERROR)
                    .findFirst()
                    .ifPresent(s -> {
                        throw fail("Expected the user to be told nothing, but it was told \""
                                + s.kind().words() + "\".");
                    });
        });
    }

    @Then("the user receives {int} octet(s) of text")
    @Then("the user has received {int} octet(s) of text")
    public void theUserReceives(int octets) {
        world.then(() -> {
            long deadline = world.scene().bench().clock().in(TOLD);
            Conversation c = world.main();
            boolean more = true;
            while (more && world.scene().view(c).receivedOctets() < octets) {
                more = world.scene().pump(deadline);
            }
            world.scene().pumpAll(world.judge().quiet());
            long received = world.scene().view(c).receivedOctets();
            if (received != octets) {
                throw fail("Expected the user to receive " + octets + " octets of text in all, but it received "
                        + received + ".");
            }
        });
    }

    @Then("the user receives no text")
    public void theUserReceivesNoText() {
        world.then(() -> {
            world.scene().pumpAll(world.judge().quiet());
            long received = world.scene().view(world.main()).receivedOctets();
            if (received != 0) {
                throw fail("Expected the user to receive no text, but it received " + received + " octets.");
            }
        });
    }

    private Stopped.Failure fail(String reason) {
        return new Stopped.Failure(
                new Verdict(Grade.FAIL, "", "", reason, world.scene().causePacket()), false);
    }
}
