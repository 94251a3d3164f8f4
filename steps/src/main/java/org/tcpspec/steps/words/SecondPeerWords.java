package org.tcpspec.steps.words;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Optional;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Expected;
import org.tcpspec.steps.observe.Phrase;

/** Sentences about another peer of the same local socket of the IUT: a connection of its own. */
public final class SecondPeerWords {

    private final World world;
    private Optional<Conversation> second = Optional.empty();

    public SecondPeerWords(World world) {
        this.world = world;
    }

    private Conversation second() {
        if (second.isEmpty()) {
            second = Optional.of(world.scene().converseBeside(world.main()));
        }
        return second.get();
    }

    @When("a second peer sends {segment}")
    @When("the second peer sends {segment}")
    public void theSecondPeerSends(Phrase segment) {
        world.when(() -> world.peerSends(second(), segment));
    }

    @Then("the IUT sends {expected} to the second peer")
    public void theIutSendsToTheSecondPeer(Expected expected) {
        world.then(() -> world.judge().expect(second(), expected));
    }

    /** With anything, or not at all: what is judged is how the IUT goes on. */
    @Then("the IUT may answer the second peer")
    public void theIutMayAnswerTheSecondPeer() {
        world.then(() -> world.judge().allowAnything(second()));
    }

    @Then("the second peer's connection is in {state}")
    public void theSecondConnectionIsIn(State state) {
        world.then(() -> world.states().is(second(), state));
    }
}
