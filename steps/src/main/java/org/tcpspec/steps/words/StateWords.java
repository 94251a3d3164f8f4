package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Expected;
import org.tcpspec.steps.observe.Phrase;
import org.tcpspec.steps.play.Paths.Opening;
import org.tcpspec.steps.play.Paths.Wishes;
import org.tcpspec.steps.play.PendingWait;
import org.tcpspec.steps.play.Verdicts;

/** Sentences about the state of the connection. */
public final class StateWords implements Words {

    private final World world;

    public StateWords(World world) {
        this.world = world;
    }

    @Needs(path = true)
    @Given("a connection in {state}")
    public void aConnectionIn(State state) {
        world.given(() -> reach(state, shortestTo(state)));
    }

    /** Some text before it was acknowledged; these octets are not, as far as the state allows that. */
    @Needs(path = true, value = Capability.SEND)
    @Given("a connection in {state} with {int} octet(s) of text in flight")
    public void aConnectionWithTextInFlight(State state, int octets) {
        world.given(() -> {
            Wishes wishes = world.wishes();
            reach(
                    state,
                    shortestTo(state),
                    new Wishes(wishes.options(), wishes.habits(), wishes.keepListener(), octets));
        });
    }

    /** Passive, unless the state or what the user is to do in it needs an active OPEN. */
    private Opening shortestTo(State state) {
        boolean active = state == State.SYN_SENT
                || state == State.SYN_RECEIVED && world.planned().needs().contains(Capability.ACTIVE_OPEN);
        return active ? Opening.ACTIVE : Opening.PASSIVE;
    }

    @Needs(path = true)
    @Given("a passive OPEN, and a connection in {state}")
    @Given("the user closed first, and the connection has just entered {state}")
    @Given("the peer closed first, and the connection has just entered {state}")
    public void aPassiveConnectionIn(State state) {
        world.given(() -> reach(state, Opening.PASSIVE));
    }

    @Needs(path = true, active = true)
    @Given("an active OPEN, and a connection in {state}")
    public void anActiveConnectionIn(State state) {
        world.given(() -> reach(state, Opening.ACTIVE));
    }

    private void reach(State state, Opening opening) {
        reach(state, opening, world.wishes());
    }

    private void reach(State state, Opening opening, Wishes wishes) {
        world.setup().opening(opening);
        if (closesFirst(state) && !world.run().statement().can(Capability.DRIVEN_USER)) {
            world.mainAtPort(Bench.SERVICE_THAT_CLOSES);
        }
        Conversation c = world.main();
        world.paths().reach(c, state, opening, wishes);
        world.states().is(c, state);
    }

    private static boolean closesFirst(State state) {
        return switch (state) {
            case FIN_WAIT_1, FIN_WAIT_2, CLOSING, TIME_WAIT -> true;
            default -> false;
        };
    }

    @Then("the IUT is in {state}")
    @Then("the IUT enters {state}")
    @Then("the IUT returns to {state}")
    public void theIutIsIn(State state) {
        world.then(() -> isIn(state));
    }

    @Then("the IUT is still in {state}")
    @Then("the IUT remains in {state}")
    public void theIutIsStillIn(State state) {
        world.then(() -> isStillIn(state));
    }

    @Then("the IUT sends {expected} and enters {state}")
    @Then("the IUT sends {expected} and returns to {state}")
    @Then("the IUT sends {expected} and remains in {state}")
    public void theIutSendsAndEnters(Expected expected, State state) {
        world.then(() -> {
            world.endWait(PendingWait::exactly);
            world.judge().expect(world.main(), expected);
            isIn(state);
        });
    }

    @Then("the IUT sends nothing and enters {state}")
    @Then("the IUT sends nothing and returns to {state}")
    public void theIutSendsNothingAndEnters(State state) {
        world.then(() -> {
            world.silence();
            isIn(state);
        });
    }

    @Then("the IUT sends nothing and remains in {state}")
    public void theIutSendsNothingAndRemains(State state) {
        world.then(() -> {
            world.silence();
            isStillIn(state);
        });
    }

    /** After a wait so long that whatever was to happen has happened: what is not yet there never comes. */
    @Then("the IUT is at last in {state}")
    public void theIutIsAtLastIn(State state) {
        world.then(() -> {
            world.endWait(w -> w.gone(world.run().statement().ixit()));
            world.judge().nothingUnexplained();
            world.main().shadow().inState(state);
            world.states().is(world.main(), state);
        });
    }

    private void isIn(State state) {
        boolean waited = world.pendingWait().isPresent();
        world.endWait(w -> w.gone(world.run().statement().ixit()));
        if (waited) {
            world.judge().nothingUnexplained();
            notYet(state);
        }
        world.states().is(world.main(), state);
    }

    /** What should be gone by now and is still there is late; the RFC sets no upper bound. */
    private void notYet(State state) {
        Conversation c = world.main();
        State before = c.shadow().state();
        boolean late = world.states()
                .statusNow(c)
                .filter(s -> s == before && s != state)
                .isPresent();
        if (late) {
            throw Verdicts.inconclusive(
                    "The IUT is in " + before + " for longer than the time that the scenario names.");
        }
        c.shadow().inState(state);
    }

    private void isStillIn(State state) {
        boolean waited = world.pendingWait().isPresent();
        world.endWait(w -> w.stillThere(world.run().statement().ixit()));
        if (waited) {
            world.judge().nothingUnexplained();
        }
        world.states().is(world.main(), state);
    }

    @Needs(Capability.PASSIVE_OPEN)
    @Then("the next SYN is answered with {expected}")
    public void theNextSyn(Expected expected) {
        world.then(() -> {
            Conversation next = world.scene().converseBeside(world.main());
            world.peerSends(next, Phrase.parse("SYN"));
            world.judge().expect(next, expected);
            if (expected.flags().has(Flag.SYN)) {
                world.peerSends(next, Phrase.parse("RST"));
            }
        });
    }
}
