package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import org.tcpspec.steps.play.PendingWait;
import org.tcpspec.steps.play.ScaledWindows;

/** Sentences about windows that are scaled (RFC 7323 section 2). */
public final class ScalingWords implements Words {

    private final World world;

    public ScalingWords(World world) {
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

    @Then("the window on its SYN was in octets")
    public void theWindowOnItsSynWasInOctets() {
        world.then(() -> windows().expectSynUnscaled(world.main()));
    }

    @Then("its windows are still in octets")
    public void itsWindowsAreStillInOctets() {
        world.then(() -> windows().expectNotScaled(world.main()));
    }

    private ScaledWindows windows() {
        return new ScaledWindows(world.scene(), world.judge());
    }
}
