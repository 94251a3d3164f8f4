package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.Optional;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.steps.play.Loopback;

/** Sentences about connections of the IUT with itself; of them only what its user sees is judged. */
public final class LoopbackWords implements Words {

    private final World world;
    private Optional<Loopback> loopback = Optional.empty();

    public LoopbackWords(World world) {
        this.world = world;
    }

    private Loopback loopback() {
        if (loopback.isEmpty()) {
            loopback = Optional.of(new Loopback(world.scene(), world.run().ip()));
        }
        return loopback.get();
    }

    @Needs({Capability.LOOPBACK, Capability.PASSIVE_OPEN, Capability.ACTIVE_OPEN, Capability.CLOSE, Capability.STATUS})
    @Given("{int} connections over loopback in TIME-WAIT, each from a port that the IUT chose")
    public void connectionsOverLoopback(int count) {
        world.given(() -> {
            for (int i = 0; i < count; i++) {
                loopback().leaveTimeWait();
            }
        });
    }

    @Needs({Capability.LOOPBACK, Capability.PASSIVE_OPEN, Capability.ACTIVE_OPEN})
    @When("the user calls active OPEN over loopback from any port")
    public void activeOpenOverLoopback() {
        world.when(() -> world.called(loopback().open()));
    }
}
