package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Arrays;
import java.util.List;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Expected;
import org.tcpspec.steps.observe.Phrase;

/** Sentences about streams of text, windows and acknowledgments (RFC 9293 section 3.8.6). */
public final class WindowWords implements Words {

    private static final int MUCH = 65_536;

    /** A send buffer that takes more than 64 MiB is taken for bottomless. */
    private static final int MOST_SENDS = 1024;

    private final World world;
    private final Calls calls;

    public WindowWords(World world) {
        this.world = world;
        this.calls = new Calls(world);
    }

    // ---- before the connection

    @Needs(Capability.NAGLE_SWITCH)
    @Given("Nagle's algorithm is on")
    public void nagleIsOn() {
        world.given(() -> world.setup().options(world.setup().options().withNagle()));
    }

    /** As it is unless a scenario says so; but here it matters. */
    @Needs(Capability.NAGLE_SWITCH)
    @Given("the user has switched Nagle's algorithm off")
    public void nagleIsOff() {
        world.given(() -> {});
    }

    @Given("the peer's sequence numbers wrap after {int} octet(s)")
    public void thePeersNumbersWrap(int octets) {
        world.given(() -> world.setup().peerIss(SequenceNumber.of(-1L - octets)));
    }

    /** 2^31: where a comparison of signed numbers turns. */
    @Given("the peer's sequence numbers pass the middle after {int} octet(s)")
    public void thePeersNumbersPassTheMiddle(int octets) {
        world.given(() -> world.setup().peerIss(SequenceNumber.of(Integer.MAX_VALUE - (long) octets)));
    }

    @Given("the peer does not acknowledge the IUT's FIN")
    public void thePeerDoesNotAcknowledgeTheFin() {
        world.given(() -> world.main().spareFin());
    }

    // ---- what the peer sends

    @When("the peer fills the IUT's window")
    public void thePeerFillsTheWindow() {
        world.when(() -> fill(0));
    }

    @Given("the peer has filled the IUT's window")
    public void thePeerHasFilledTheWindow() {
        world.given(() -> {
            fill(0);
            world.intake().expectAllAcknowledged(world.main());
        });
    }

    @Given("the peer has filled the IUT's window but for {int} octet(s)")
    public void thePeerHasFilledTheWindowButFor(int octets) {
        world.given(() -> {
            fill(octets);
            world.intake().expectAllAcknowledged(world.main());
        });
    }

    private void fill(int rest) {
        world.intake().fill(world.main(), rest, this::thePeerSendsFrom);
    }

    /** The pieces are numbered from 1, in the order of the stream. */
    @When("the peer sends pieces of {int} octet(s) in the order {word}")
    public void thePeerSendsPieces(int size, String order) {
        List<Integer> numbers =
                Arrays.stream(order.split(",")).map(Integer::valueOf).toList();
        world.when(() -> world.intake().pieces(world.main(), size, numbers, this::thePeerSendsFrom));
    }

    @When("the peer sends {int} full segments")
    public void thePeerSendsFullSegments(int segments) {
        world.when(() -> stream(segments, 1));
    }

    /** The divisor says how many of them make a full one. */
    @When("the peer sends {int} segments, each a full one's {int}th part")
    public void thePeerSendsPartsOfFullSegments(int segments, int parts) {
        world.when(() -> stream(segments, parts));
    }

    private void stream(int segments, int parts) {
        Conversation c = world.main();
        int size = Math.max(1, world.intake().fullSegment(c) / parts);
        world.intake().stream(c, segments, size, this::thePeerSendsFrom);
    }

    @When("the peer sends {int} segments of {int} octet(s), each after the ACK of the one before")
    public void thePeerSendsSingles(int segments, int octets) {
        world.when(() -> world.intake().singles(world.main(), segments, octets, this::thePeerSendsFrom));
    }

    private void thePeerSendsFrom(SequenceNumber seq, int octets) {
        Conversation c = world.main();
        long offset = seq.minus(c.figures().peerBase()) & 0xffff_ffffL;
        world.peerSends(c, Phrase.parse("ACK,PSH with SEQ=IRS+" + offset + " and " + octets + " octets of text"));
    }

    // ---- what the user does

    @Needs(Capability.RECEIVE_ON_DEMAND)
    @When("the user reads {int} octet(s), {int} times")
    public void theUserReadsAgainAndAgain(int octets, int times) {
        world.when(() -> {
            for (int i = 0; i < times; i++) {
                world.called(calls.receive(octets));
                world.scene().catchUp();
            }
        });
    }

    /** How much of it leaves at once is for other steps to say. */
    @Needs(Capability.SEND)
    @Given("the user has queued {int} octet(s) of text")
    public void theUserHasQueued(int octets) {
        world.given(() -> world.called(calls.send(octets)));
    }

    @Given("the IUT has sent {int} octet(s) of its text")
    public void theIutHasSent(int octets) {
        world.given(() -> world.flow().expectOctets(world.main(), octets));
    }

    /** Everything that the IUT has acknowledged. */
    @Needs(Capability.RECEIVE_ON_DEMAND)
    @When("the user reads all its text")
    public void theUserReadsAll() {
        world.when(() -> {
            // The last RECEIVE gets nothing; after the peer's FIN it is refused for that.
            boolean more = true;
            while (more) {
                Outcome outcome = calls.receive(MUCH);
                more = !outcome.isRefused() && !outcome.text().isEmpty();
            }
            world.called(Outcome.OK);
        });
    }

    /** The last SEND is the one that took nothing. */
    @Needs(Capability.SEND)
    @When("the user sends until SEND takes nothing more")
    public void theUserSendsAllItCan() {
        world.when(() -> {
            Outcome outcome = calls.send(MUCH);
            for (int i = 0; i < MOST_SENDS && !outcome.isRefused(); i++) {
                outcome = calls.send(MUCH);
            }
            world.called(outcome);
        });
    }

    // ---- what the IUT acknowledges

    @Then("the IUT has acknowledged all of it")
    @Then("the IUT acknowledges all of it")
    public void theIutAcknowledgesAll() {
        world.then(() -> world.intake().expectAllAcknowledged(world.main()));
    }

    @Then("the IUT sends {expected} within half a second")
    public void theIutSendsWithinHalfASecond(Expected expected) {
        world.then(() -> world.flow().expectWithinHalfASecond(world.main(), expected));
    }

    /** Not when a delayed ACK is due, but before. */
    @Then("the IUT sends {expected} without delay")
    public void theIutSendsWithoutDelay(Expected expected) {
        world.then(() -> world.flow().expectWithoutDelay(world.main(), expected));
    }

    @Then("the IUT has acknowledged each within half a second")
    public void eachWithinHalfASecond() {
        world.then(() -> world.intake().expectTimelyAcks(world.main()));
    }

    @Then("the IUT has acknowledged at least every second full segment")
    public void everySecondSegment() {
        world.then(() -> world.intake().expectEverySecondAcknowledged(world.main()));
    }

    @Then("the IUT has delayed an ACK")
    public void theIutHasDelayedAnAck() {
        world.then(() -> world.intake().expectDelay());
    }

    @Then("the user has received all that the IUT acknowledged")
    public void theUserHasReceivedAll() {
        world.then(() -> world.intake().expectAllReceived(world.main()));
    }

    // ---- the IUT's window

    @Then("the right edge of its window moves by a full segment or half the buffer, or not at all")
    public void theRightEdgeMovesWorthwhile() {
        world.then(() -> world.intake()
                .expectWorthwhileMoves(world.main(), world.setup().habits().mss()));
    }

    @Then("the IUT offers a window of 0")
    public void theIutOffersNoWindow() {
        world.then(() -> world.intake().expectClosedWindow(world.main()));
    }

    @Then("the IUT opens its window")
    public void theIutOpensItsWindow() {
        world.then(() -> world.intake().expectOpening(world.main()));
    }

    // ---- what the IUT sends

    /** In any number of segments; more than that is for the next step to judge. */
    @Then("the IUT sends {int} octet(s) of its text")
    public void theIutSendsOctets(int octets) {
        world.then(() -> world.flow().expectOctets(world.main(), octets));
    }

    /** 3.8.6.2.1: the override timeout lies between 0.1 and 1.0 seconds. */
    @Then("the IUT holds its text back, and sends {int} octet(s) when the override timeout is over")
    public void theIutHoldsItsTextBack(int octets) {
        world.then(() -> world.flow().expectOverride(world.main(), octets));
    }

    /** All that SEND took crosses the wire, in order and as it was. */
    @Then("all of its text comes, as the peer acknowledges it")
    public void allOfItsTextComes() {
        Conversation c = world.main();
        world.then(() -> world.flow().expectAll(c, () -> world.peerSends(c, Phrase.parse("ACK"))));
    }

    /** In any number of segments; the FIN may wait until the text before it is acknowledged (RFC 5681 3.1). */
    @Then("the rest of its text and its FIN come, as the peer acknowledges it")
    public void theRestAndFinCome() {
        Conversation c = world.main();
        world.then(() -> world.flow().expectRestAndFin(c, () -> world.peerSends(c, Phrase.parse("ACK"))));
    }

    /** What the window no longer covers stays where it is. */
    @Needs(rtos = 2)
    @Then("the IUT retransmits its text up to the edge of the window, and nothing beyond")
    public void theIutRetransmitsUpToTheEdge() {
        world.then(() -> world.flow().expectRetransmissionInWindow(world.main()));
    }

    /** The last octet that SEND took travels with PSH. */
    @Then("the last of its text carries PSH")
    public void theLastOfItsTextCarriesPsh() {
        world.then(() -> world.flow().expectPush(world.main()));
    }
}
