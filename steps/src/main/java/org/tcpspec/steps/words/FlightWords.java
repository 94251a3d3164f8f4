package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Phrase;
import org.tcpspec.steps.play.Flight;

/** Sentences about how much text is in flight (RFC 5681). A segment is one of the MSS that the peer offers. */
public final class FlightWords implements Words {

    private final World world;

    public FlightWords(World world) {
        this.world = world;
    }

    private Flight flight() {
        return new Flight(world.scene(), world.judge(), world.setup().habits().mss());
    }

    /** At once, and no more text waits. */
    @Needs(Capability.SEND)
    @Given("{int} segments of text are in flight")
    public void segmentsAreInFlight(int segments) {
        world.given(() -> {
            Calls calls = new Calls(world);
            flight().grow(world.main(), segments, n -> world.called(calls.send(n)), this::acknowledgeEach);
        });
    }

    @When("the peer acknowledges each segment in flight")
    public void thePeerAcknowledgesEach() {
        world.when(this::acknowledgeEach);
    }

    private void acknowledgeEach() {
        Conversation c = world.main();
        for (SequenceNumber end : flight().ends(c)) {
            acknowledge(end.minus(c.shadow().sndUna()));
        }
    }

    /** Each of them as many octets as the others. */
    @When("the peer acknowledges {int} octets in {int} ACKs")
    public void thePeerAcknowledgesIn(int octets, int acks) {
        world.when(() -> {
            for (int i = 0; i < acks; i++) {
                acknowledge(octets / acks);
            }
        });
    }

    private void acknowledge(int octets) {
        world.peerSends(world.main(), Phrase.parse("ACK with ACK=SND.UNA+" + octets));
    }

    @When("the peer sends {int} duplicate ACK(s)")
    public void thePeerSendsDuplicates(int times) {
        world.when(() -> {
            for (int i = 0; i < times; i++) {
                world.peerSends(world.main(), Phrase.parse("ACK with ACK=SND.UNA"));
            }
        });
    }

    @Then("the IUT sends no more than slow start allows")
    public void noMoreThanSlowStartAllows() {
        world.then(() -> flight().withinSlowStart(world.main()));
    }

    @Then("the IUT has at most {int} segment(s) in flight")
    public void atMostInFlight(int segments) {
        world.then(() -> flight().atMost(world.main(), segments));
    }

    @Then("the IUT has at least {int} segments in flight")
    public void atLeastInFlight(int segments) {
        world.then(() -> flight().atLeast(world.main(), segments));
    }

    /** RFC 3168 section 6.1.2. */
    @Then("the first segment of its new text carries CWR, and no other")
    public void theFirstCarriesCwr() {
        world.then(() -> flight().reduced(world.main()));
    }

    @Then("the IUT sends at most {int} segment(s) of text")
    public void sendsAtMost(int segments) {
        world.then(() -> flight().sendsAtMost(world.main(), segments));
    }

    @Then("the IUT retransmits the oldest segment in flight at once")
    public void retransmitsAtOnce() {
        world.then(() -> flight().fastRetransmit(world.main()));
    }

    @Needs(rtos = 2)
    @Then("the IUT retransmits the oldest segment in flight, and no other")
    public void retransmitsNoOther() {
        world.then(() -> flight().timeoutRetransmitsOne(world.main()));
    }
}
