package org.tcpspec.steps.words;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.steps.observe.Arrival;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Expected;
import org.tcpspec.steps.observe.InitialNumbers;
import org.tcpspec.steps.observe.InitialNumbers.Sample;
import org.tcpspec.steps.observe.Phrase;
import org.tcpspec.steps.play.Verdicts;

/** Sentences about many initial sequence numbers at once. Each open is reset as soon as its number is seen. */
public final class InitialNumberWords implements Words {

    private final World world;
    private final List<Sample> samples = new ArrayList<>();

    public InitialNumberWords(World world) {
        this.world = world;
    }

    @Needs(value = Capability.PASSIVE_OPEN, rtos = 1)
    @When("the peer opens the same connection {int} times, {time} apart")
    public void thePeerOpens(int times, TimeSpan apart) {
        world.when(() -> {
            for (int i = 0; i < times; i++) {
                opens(world.main());
                world.pass(apart);
            }
        });
    }

    @Needs(Capability.PASSIVE_OPEN)
    @When("the peer opens from {int} ports, one after the other")
    public void thePeerOpensFromPorts(int ports) {
        world.when(() -> {
            for (int i = 0; i < ports; i++) {
                opens(world.scene().converseBeside(world.main()));
            }
        });
    }

    @Needs(Capability.PASSIVE_OPEN)
    @When("the peer opens to {int} ports, one after the other")
    public void thePeerOpensToPorts(int ports) {
        world.when(() -> {
            for (int i = 1; i <= ports; i++) {
                Conversation c = world.scene()
                        .converse(new Endpoint(
                                world.scene().bench().iutAddress(),
                                world.scene().bench().port(i)));
                world.paths().passiveOpen(c, world.setup().options());
                opens(c);
            }
        });
    }

    private void opens(Conversation c) {
        long now = world.scene().now();
        world.peerSends(c, Phrase.parse("SYN"));
        sample(now, world.judge().expect(c, Expected.of(Phrase.parse("SYN,ACK"))));
        world.peerSends(c, Phrase.parse("RST"));
    }

    @Needs(
            value = {Capability.ACTIVE_OPEN, Capability.CHOOSE_LOCAL_PORT},
            rtos = 1)
    @When("the user opens the same connection {int} times, {time} apart, and the peer refuses")
    public void theUserOpens(int times, TimeSpan apart) {
        world.when(() -> {
            for (int i = 0; i < times; i++) {
                Conversation c = world.main();
                long now = world.scene().now();
                world.called(world.paths().activeOpen(c, world.wishes()));
                sample(now, world.judge().expect(c, Expected.of(Phrase.parse("SYN"))));
                world.peerSends(c, Phrase.parse("RST"));
                world.pass(apart);
                c.connection().ifPresent(world.scene().user()::closeBothWays);
                world.scene().untold().clear();
            }
        });
    }

    private void sample(long earliest, Arrival arrival) {
        samples.add(
                new Sample(arrival.segment().seq(), earliest, arrival.frame().nanos()));
    }

    @Then("each ISS is above the one before by a tick for every 4 microseconds at least")
    public void theClockTicks() {
        world.then(() -> {
            OptionalLong slow = InitialNumbers.tooSlow(samples);
            if (slow.isPresent()) {
                throw Verdicts.fail(
                        "The initial sequence number of open " + (slow.getAsLong() + 1)
                                + " is not as far above the one before as a clock of 4 microseconds would have come.",
                        world.scene().causePacket());
            }
        });
    }

    @Then("their ISSs grow as one clock does")
    public void theyGrowAsOneClockDoes() {
        world.then(() -> {
            if (!InitialNumbers.isOneClock(
                    samples, world.run().statement().ixit().tick().toNanos())) {
                throw Verdicts.fail(
                        "The initial sequence numbers of one 4-tuple do not grow with time at any one rate.",
                        world.scene().causePacket());
            }
        });
    }

    @Then("their ISSs have nothing to do with each other")
    public void nothingToDoWithEachOther() {
        world.then(() -> {
            Optional<String> relation = InitialNumbers.relation(samples);
            if (relation.isPresent()) {
                throw Verdicts.fail(relation.get(), world.scene().causePacket());
            }
        });
    }
}
