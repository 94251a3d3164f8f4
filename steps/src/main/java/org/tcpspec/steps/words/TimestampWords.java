package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.util.List;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.PeerSegment.Habits;
import org.tcpspec.steps.play.IutClock;
import org.tcpspec.steps.play.Verdicts;

/** Sentences about the timestamps of either side (RFC 7323). */
public final class TimestampWords implements Words {

    private final World world;

    public TimestampWords(World world) {
        this.world = world;
    }

    @Given("the peer offers timestamps")
    public void thePeerOffersTimestamps() {
        world.given(() -> world.setup().habits(offering()));
    }

    /** Their clock shows 2^32 less so many ticks, and goes on. */
    @Given("the peer offers timestamps that wrap {int} ticks later")
    public void thePeerOffersTimestampsThatWrap(int ticks) {
        world.given(() -> {
            world.setup().habits(offering());
            world.main().peerClockWrapsIn(ticks);
        });
    }

    private Habits offering() {
        return world.setup().habits().withTimestamps();
    }

    @Then("the IUT's timestamps have moved on")
    public void theTimestampsHaveMovedOn() {
        world.then(() -> clock().hasMovedOn(world.main()));
    }

    @Then("the IUT's timestamps keep pace with time")
    public void theTimestampsKeepPace() {
        world.then(() -> clock().isProportional(world.main()));
    }

    @Then("the IUT's timestamps tick between once a millisecond and once a second")
    public void theTimestampsTickInRange() {
        world.then(() -> clock().ticksInRange(world.main()));
    }

    @Then("the IUT's timestamps do not wrap within 1 MSL")
    public void theTimestampsOutlastMsl() {
        world.then(() -> clock().outlastsMsl(world.main()));
    }

    @Then("the IUT's timestamps are laid out as NOP, NOP and the option")
    public void theTimestampsAreLaidOut() {
        world.then(() -> clock().isLaidOut(world.main()));
    }

    /** RFC 7323 section 7. */
    @Then("the IUT's timestamps differ from connection to connection")
    public void theTimestampsDiffer() {
        world.then(() -> {
            List<Conversation> all = world.scene().conversations();
            if (all.size() < 2) {
                throw Verdicts.inconclusive("There is only one connection.");
            }
            clock().areUnrelated(all.get(0), all.get(1));
        });
    }

    private IutClock clock() {
        return new IutClock(world.scene());
    }
}
