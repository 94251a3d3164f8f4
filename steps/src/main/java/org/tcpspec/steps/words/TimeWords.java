package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** Sentences about time that passes. */
public final class TimeWords implements Words {

    private final World world;

    public TimeWords(World world) {
        this.world = world;
    }

    @When("{time} pass")
    @When("{time} passes")
    @When("another {time} pass")
    @When("another {time} passes")
    public void timePasses(TimeSpan time) {
        world.when(() -> world.begin(time));
    }

    @Given("{time} have passed")
    @Given("{time} has passed")
    public void timeHasPassed(TimeSpan time) {
        world.given(() -> world.pass(time));
    }
}
