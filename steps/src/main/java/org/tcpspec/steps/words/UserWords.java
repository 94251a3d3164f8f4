package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.play.Stopped;
import org.tcpspec.steps.play.Verdicts;

/** Sentences about the user above the IUT: how it opens, and what it learns. Its calls are {@link CallWords}. */
public final class UserWords implements Words {

    /** How long the user may take to learn of something. */
    private static final Duration TOLD = Duration.ofSeconds(2);

    /** What a Then that asks for something else passes over. */
    private static final Set<SignalKind> MAY_GO_UNASKED =
            EnumSet.of(SignalKind.ACCEPTED, SignalKind.OPENED, SignalKind.SOFT_ERROR);

    private final World world;

    public UserWords(World world) {
        this.world = world;
    }

    // ---- before the connection

    @Needs(Capability.RECEIVE_ON_DEMAND)
    @Given("the user does not read")
    public void theUserDoesNotRead() {
        world.given(() -> world.setup().options(world.setup().options().notReading()));
    }

    @Given("a backlog of {int}")
    public void aBacklogOf(int backlog) {
        world.given(() -> world.setup().options(world.setup().options().withBacklog(backlog)));
    }

    @Needs(value = Capability.SETTINGS, setting = true)
    @Given("the setting {string} is {word}")
    public void theSettingIs(String name, String value) {
        world.given(() -> world.setting(name, value));
    }

    /** One that is a time. */
    @Needs(value = Capability.SETTINGS, setting = true)
    @Given("the setting {string} is {time}")
    public void theSettingIsTime(String name, TimeSpan time) {
        world.given(() -> set(name, time));
    }

    /** For what a lab may have switched off; where nobody can set it, it is as it is. */
    @Given("the setting {string}, where there is one, is {time}")
    public void theSettingWhereThereIsOneIsTime(String name, TimeSpan time) {
        Statement statement = world.run().statement();
        if (statement.can(Capability.SETTINGS) && statement.settings().containsKey(name)) {
            world.given(() -> set(name, time));
        }
    }

    private void set(String name, TimeSpan time) {
        Duration value = time.in(world.run().statement().ixit());
        world.setting(name, value.toMillisPart() == 0 ? value.toSeconds() + "s" : value.toMillis() + "ms");
    }

    @Needs(value = Capability.SETTINGS, setting = true)
    @Given("another instance of the IUT, where the setting {string} is {word}")
    public void anotherInstance(String name, String value) {
        world.given(() -> world.anotherInstance(name, value));
    }

    // ---- what the user learns

    @Then("the user is told {string}")
    public void theUserIsTold(String words) {
        theUserIsToldEither(words, words);
    }

    @Then("the user is told {string} or {string}")
    public void theUserIsToldEither(String words, String other) {
        world.then(() -> {
            world.endWait(w -> w.gone(world.run().statement().ixit()));
            long deadline = world.scene().bench().clock().in(TOLD);
            do {
                Optional<Observed.Signal> next = world.scene().untold().stream()
                        .filter(s -> !MAY_GO_UNASKED.contains(s.kind())
                                || s.kind().words().equals(words))
                        .findFirst();
                if (next.isPresent()) {
                    world.scene().untold().remove(next.get());
                    String told = next.get().kind().words();
                    if (!told.equals(words) && !told.equals(other)) {
                        throw fail("Expected the user to be told \"" + words + "\", but it was told \"" + told + "\".");
                    }
                    return;
                }
            } while (world.scene().pump(deadline));
            throw world.judge().silentIut("Expected the user to be told \"" + words + "\", but it was told nothing.");
        });
    }

    @Then("the user is told nothing")
    public void theUserIsToldNothing() {
        world.then(() -> {
            world.scene().pumpAll(world.judge().quiet());
            world.scene().untold().stream()
                    .filter(s -> s.kind() != SignalKind.SOFT_ERROR)
                    .findFirst()
                    .ifPresent(s -> {
                        throw fail("Expected the user to be told nothing, but it was told \""
                                + s.kind().words() + "\".");
                    });
        });
    }

    @Then("the user receives {int} octet(s) of text")
    @Then("the user has received {int} octet(s) of text")
    public void theUserReceives(int octets) {
        world.thenOfText(() -> {
            long deadline = world.scene().bench().clock().in(TOLD);
            Conversation c = world.main();
            boolean more = true;
            while (more && world.scene().view(c).receivedOctets() < octets) {
                more = world.scene().pump(deadline);
            }
            world.scene().pumpAll(world.judge().quiet());
            long received = world.scene().view(c).receivedOctets();
            if (received != octets) {
                throw fail("Expected the user to receive " + octets + " octets of text in all, but it received "
                        + received + ".");
            }
        });
    }

    @Then("the user receives no text")
    public void theUserReceivesNoText() {
        world.then(() -> {
            world.scene().pumpAll(world.judge().quiet());
            long received = world.scene().view(world.main()).receivedOctets();
            if (received != 0) {
                throw fail("Expected the user to receive no text, but it received " + received + " octets.");
            }
        });
    }

    private Stopped.Failure fail(String reason) {
        return Verdicts.fail(reason, world.scene().causePacket());
    }
}
