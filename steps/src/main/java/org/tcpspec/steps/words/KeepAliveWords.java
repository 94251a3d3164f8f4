package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.User;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Explanation;
import org.tcpspec.steps.play.PendingWait;
import org.tcpspec.steps.play.Verdicts;

/** Sentences about keep-alives (3.8.4). Their interval is how long a connection must have been idle. */
public final class KeepAliveWords implements Words {

    /** MUST-28. */
    private static final Duration DEFAULT_INTERVAL = Duration.ofHours(2);

    private final World world;
    private Duration interval = DEFAULT_INTERVAL;
    private boolean on;

    public KeepAliveWords(World world) {
        this.world = world;
    }

    @Needs(Capability.KEEP_ALIVE)
    @Given("the user has switched keep-alives on")
    public void theUserHasSwitchedThemOn() {
        world.given(() -> turn(true));
    }

    @Needs(Capability.KEEP_ALIVE)
    @When("the user switches keep-alives on")
    public void theUserSwitchesThemOn() {
        world.when(() -> turn(true));
    }

    @Needs(Capability.KEEP_ALIVE)
    @When("the user switches keep-alives off")
    public void theUserSwitchesThemOff() {
        world.when(() -> turn(false));
    }

    private void turn(boolean wanted) {
        world.endWait(PendingWait::exactly);
        on = wanted;
        due();
        call("KEEP-ALIVE " + (on ? "on" : "off"), () -> user().keepAlive(handle(), on));
    }

    private void due() {
        world.main().explainer().keepAlive(on ? Optional.of(interval) : Optional.empty());
    }

    @Needs(Capability.KEEP_ALIVE)
    @Given("the user has set the keep-alive interval to {time}")
    public void theUserHasSetTheInterval(TimeSpan time) {
        world.given(() -> setInterval(time));
    }

    @Needs(Capability.KEEP_ALIVE)
    @When("the user sets the keep-alive interval to {time}")
    public void theUserSetsTheInterval(TimeSpan time) {
        world.when(() -> setInterval(time));
    }

    private void setInterval(TimeSpan time) {
        world.endWait(PendingWait::exactly);
        interval = time.in(world.run().statement().ixit());
        due();
        call("KEEP-ALIVE interval " + interval, () -> user().keepAliveInterval(handle(), interval.toMillis()));
    }

    /** With no text, or an octet of garbage (MAY-6). One that comes before its time is a segment that nobody asked for. */
    @Then("the IUT sends a keep-alive")
    public void theIutSendsAKeepAlive() {
        world.then(() -> {
            world.endWait(w -> w.gone(world.run().statement().ixit()));
            world.judge()
                    .expectExplained(
                            world.main(), Explanation.KEEP_ALIVE, world.judge().patience(), "a keep-alive");
        });
    }

    private void call(String name, Supplier<Outcome> call) {
        world.called(world.scene().call(name, call));
    }

    private User user() {
        return world.scene().user();
    }

    private ConnectionId handle() {
        Conversation c = world.main();
        return c.connection()
                .orElseThrow(() -> Verdicts.inconclusive("The user has no handle of a connection in "
                        + c.shadow().state() + "."));
    }
}
