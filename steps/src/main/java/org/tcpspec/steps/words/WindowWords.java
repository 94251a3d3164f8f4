package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import org.tcpspec.steps.play.PendingWait;
import org.tcpspec.steps.play.Windows;

/** Sentences about windows that are scaled, or filled to their edge (RFC 7323 section 2). */
public final class WindowWords {

    private final World world;

    public WindowWords(World world) {
        this.world = world;
    }

    @Given("the peer offers window scale {int}")
    public void thePeerOffersWindowScale(int shift) {
        world.given(() -> world.setup().habits(world.setup().habits().withScale(shift)));
    }

    /** The peer acknowledges meanwhile, so that nothing but its window is a limit. */
    @Then("the IUT fills the peer's window, and sends no more")
    public void theIutFillsTheWindow() {
        world.then(() -> {
            world.endWait(PendingWait::exactly);
            windows().expectFilled(world.main(), world.setup().habits());
        });
    }

    @When("the peer fills the IUT's window")
    public void thePeerFillsTheWindow() {
        world.when(() -> {
            world.endWait(PendingWait::exactly);
            world.states().stirred();
            windows().fill(world.main(), world.setup().habits());
        });
    }

    @Then("the IUT has acknowledged all of it")
    public void theIutHasAcknowledgedAll() {
        world.then(() -> windows().expectAllAcknowledged(world.main()));
    }

    @Then("the window on its SYN was in octets")
    public void theWindowOnItsSynWasInOctets() {
        world.then(() -> windows().expectSynUnscaled(world.main()));
    }

    private Windows windows() {
        return new Windows(world.scene(), world.judge());
    }
}
