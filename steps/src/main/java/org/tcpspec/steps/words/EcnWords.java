package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import org.tcpspec.steps.play.EcnMarks;

/** Sentences about Explicit Congestion Notification (RFC 3168). */
public final class EcnWords implements Words {

    private final World world;

    public EcnWords(World world) {
        this.world = world;
    }

    /** Its SYN carries ECE and CWR, its SYN,ACK ECE alone. */
    @Given("the peer uses ECN")
    public void thePeerUsesEcn() {
        world.given(() -> world.setup().habits(world.setup().habits().withEcn()));
    }

    @Then("no segment of the IUT carries ECT")
    public void noneCarriesEct() {
        world.then(() -> marks().expectNoEct(world.main()));
    }

    /** What it says of a bare FIN or a RST the RFC leaves open. */
    @Then("only new text of the IUT carries ECT")
    public void onlyNewTextCarriesEct() {
        world.then(() -> marks().expectEctOnNewTextOnly(world.main()));
    }

    @Then("no segment of the IUT carries CWR")
    public void noneCarriesCwr() {
        world.then(() -> marks().expectNoCwr(world.main()));
    }

    private EcnMarks marks() {
        return new EcnMarks(world.scene());
    }
}
