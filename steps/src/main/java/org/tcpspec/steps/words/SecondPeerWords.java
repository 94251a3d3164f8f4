package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.net.InetAddress;
import java.util.Optional;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Expected;
import org.tcpspec.steps.observe.Phrase;
import org.tcpspec.steps.play.Verdicts;

/** Sentences about another peer of the same local socket of the IUT: a connection of its own. */
public final class SecondPeerWords implements Words {

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

    /** Than the one that the IUT has seen last of the first peer, which has the same address. */
    @Given("the second peer's timestamps are {int} ticks older")
    public void olderTimestamps(int ticks) {
        newerTimestamps(-ticks);
    }

    @Given("the second peer's timestamps are {int} ticks newer")
    public void newerTimestamps(int ticks) {
        world.given(() -> second().peerClockIs(world.main()
                .shadow()
                .tsRecent()
                .orElseThrow(() -> Verdicts.inconclusive("The first peer has sent no timestamp."))
                .plus(ticks)));
    }

    @When("a second peer sends {segment}")
    @When("the second peer sends {segment}")
    public void theSecondPeerSends(Phrase segment) {
        world.when(() -> world.peerSends(second(), segment));
    }

    /** The port is that of the first connection; the address is the IUT's other one. */
    @Needs(Capability.SECOND_ADDRESS)
    @When("a second peer sends {segment} to the IUT's other address")
    public void theSecondPeerSendsToTheOtherAddress(Phrase segment) {
        world.when(() -> {
            second = Optional.of(world.scene().converse(other()));
            if (world.paths().namesNoLocalAddress() && world.main().listener().isPresent()) {
                second().shadow().passiveOpen();
            }
            world.peerSends(second(), segment);
        });
    }

    private Endpoint other() {
        Endpoint first = world.main().ends().iut();
        Bench bench = world.scene().bench();
        InetAddress next = bench.localNet()
                .map(Bench.LocalNet::second)
                .orElseThrow(() -> Verdicts.inconclusive("The IUT has no second address."));
        return new Endpoint(first.address().equals(next) ? bench.iutAddress() : next, first.port());
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
