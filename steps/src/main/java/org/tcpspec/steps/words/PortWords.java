package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Supplier;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Shadow;
import org.tcpspec.steps.play.Paths.FromAnyPort;
import org.tcpspec.steps.play.Paths.Opening;
import org.tcpspec.steps.play.Verdicts;

/**
 * Sentences about a client: active OPENs that leave the local port to the IUT. They all go to the same socket of the
 * peer, unless the scenario says otherwise.
 */
public final class PortWords implements Words {

    private static final int SERVICE = 19_000;

    private final World world;

    public PortWords(World world) {
        this.world = world;
    }

    private Endpoint service() {
        return new Endpoint(world.scene().bench().peer().address(), SERVICE);
    }

    @Needs(path = true, active = true)
    @Given("{int} connections in {state}, each from a port that the IUT chose")
    public void connectionsFromChosenPorts(int count, State state) {
        world.given(() -> {
            for (int i = 1; i <= count; i++) {
                Conversation c = open(service()).connection().orElseThrow(() -> refused());
                world.paths().reach(c, state, Opening.ACTIVE, world.wishes());
                world.main(c);
            }
            world.states().is(world.main(), state);
        });
    }

    private RuntimeException refused() {
        return Verdicts.inconclusive("An active OPEN on the way was refused.");
    }

    private FromAnyPort open(Endpoint remote) {
        world.setup().opening(Opening.ACTIVE);
        return world.paths().activeOpenFromAnyPort(remote, world.wishes());
    }

    @Needs(Capability.ACTIVE_OPEN)
    @When("the user calls active OPEN from any port")
    public void activeOpenFromAnyPort() {
        activeOpenTo(this::service);
    }

    @Needs(Capability.ACTIVE_OPEN)
    @When("the user calls active OPEN from any port to another port of the peer")
    public void toAnotherPort() {
        activeOpenTo(() -> new Endpoint(service().address(), SERVICE + 1));
    }

    @Needs(Capability.ACTIVE_OPEN)
    @When("the user calls active OPEN from any port to another address of the peer")
    public void toAnotherAddress() {
        activeOpenTo(() -> {
            InetAddress other = world.scene().bench().otherPeerAddress();
            return new Endpoint(other, SERVICE);
        });
    }

    private void activeOpenTo(Supplier<Endpoint> remote) {
        world.when(() -> {
            FromAnyPort opened = open(remote.get());
            world.called(opened.outcome());
            opened.connection().ifPresent(world::main);
        });
    }

    /** RFC 6191 section 3: so that PAWS can tell the two incarnations apart. */
    @Then("its timestamps are larger than those of the old connection")
    public void itsTimestampsAreLarger() {
        world.then(() -> {
            Conversation c = world.main();
            Optional<SequenceNumber> old = c.formerIncarnation().flatMap(Shadow::iutTsClock);
            Optional<SequenceNumber> now = c.shadow().iutTsClock();
            if (old.isEmpty() || now.isEmpty()) {
                throw Verdicts.inconclusive("The IUT did not use timestamps in both connections.");
            }
            if (!now.get().isAfter(old.get())) {
                throw Verdicts.fail(
                        "The timestamps of the new connection begin "
                                + old.get().minus(now.get()) + " below the last one of the old.",
                        world.scene().causePacket());
            }
        });
    }

    /** The new connection has the ends of one that was in TIME-WAIT. */
    @Then("it takes the place of a connection in TIME-WAIT")
    public void itTakesThePlace() {
        world.then(() -> {
            if (world.main().formerIncarnation().isEmpty()) {
                throw Verdicts.fail(
                        "The IUT opened from a port that no connection in TIME-WAIT had.",
                        world.scene().causePacket());
            }
        });
    }
}
