package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.play.Urgency;
import org.tcpspec.steps.play.Verdicts;

/** Sentences about urgent data (RFC 9293 section 3.8.5). */
public final class UrgentWords implements Words {

    private final World world;
    private final Calls calls;
    private SequenceNumber end = SequenceNumber.ZERO;
    private int recordBefore;
    private long sentAt;

    public UrgentWords(World world) {
        this.world = world;
        this.calls = new Calls(world);
    }

    @Needs({Capability.SEND, Capability.URGENT})
    @When("the user sends {int} octet(s) of urgent text")
    public void theUserSendsUrgent(int octets) {
        world.when(() -> sendUrgent(octets));
    }

    @Needs({Capability.SEND, Capability.URGENT})
    @Given("the user has sent {int} octet(s) of urgent text")
    public void theUserHasSentUrgent(int octets) {
        world.given(() -> {
            sendUrgent(octets);
            world.flow().expectRest(world.main(), false);
        });
    }

    private void sendUrgent(int octets) {
        Conversation c = world.main();
        world.scene().catchUp();
        recordBefore = world.scene().record().size();
        sentAt = world.scene().now();
        world.called(calls.sendUrgent(octets));
        end = c.figures().iutBase().plus(1 + world.scene().view(c).sentOctets());
    }

    /** Each segment that lies before the end of urgent data, in whole or in part, points to it. */
    @Needs(Capability.URGENT)
    @Then("each of its segments up to the end of urgent data points to that end")
    public void eachSegmentPointsToTheEnd() {
        world.then(() -> urgency().expectMarked(world.main(), new Urgency.Since(recordBefore, sentAt), end));
    }

    @Needs(Capability.URGENT)
    @Then("the user is told of urgent data")
    public void theUserIsToldOfUrgentData() {
        world.then(() -> urgency().expectTold());
    }

    /** The pointer goes beyond the text that is there. */
    @Needs({Capability.URGENT, Capability.URGENT_AHEAD})
    @Then("the user is told of urgent data ahead")
    public void theUserIsToldOfUrgentDataAhead() {
        world.then(() -> urgency().expectTold());
    }

    @Needs(Capability.URGENT)
    @Then("the user is told of no urgent data")
    public void theUserIsToldOfNoUrgentData() {
        world.then(() -> {
            world.scene().pumpAll(world.judge().quiet());
            if (world.scene().untold().stream().anyMatch(s -> s.kind() == SignalKind.URGENT)) {
                throw Verdicts.fail(
                        "Expected the user to be told of no urgent data, but it was told.",
                        world.scene().causePacket());
            }
        });
    }

    @Needs(Capability.URGENT)
    @Then("the user learns that {int} octet(s) is/are left to the end of urgent data")
    public void theUserLearns(int octets) {
        world.then(() -> {
            Conversation c = world.main();
            Outcome outcome = world.scene()
                    .call("STATUS of urgent data", () -> world.scene().user().urgentLeft(Calls.handle(c)));
            if (outcome.isRefused() || outcome.count() != octets) {
                throw Verdicts.fail(
                        "Expected " + octets + " octets to be left to the end of urgent data, but the user learned "
                                + (outcome.isRefused() ? "nothing" : Integer.toString(outcome.count())) + ".",
                        world.scene().causePacket());
            }
        });
    }

    private Urgency urgency() {
        return new Urgency(world.scene(), world.judge());
    }
}
