package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Expected;
import org.tcpspec.steps.observe.Phrase;
import org.tcpspec.steps.play.PendingWait;
import org.tcpspec.steps.play.Stopped;
import org.tcpspec.steps.play.Verdicts;

/** Sentences about the user's calls, and whether they are granted. */
public final class CallWords implements Words {

    /** Where CLOSE sends a FIN. */
    private static final Set<State> FIN_LEAVES = EnumSet.of(State.SYN_RECEIVED, State.ESTABLISHED, State.CLOSE_WAIT);

    /** Octets of a SEND that is one of many. */
    private static final int BLOCK = 1 << 16;

    /** No send buffer holds more than 64 MiB. */
    private static final int MOST_BLOCKS = 1 << 10;

    private final World world;
    private final Calls calls;

    public CallWords(World world) {
        this.world = world;
        this.calls = new Calls(world);
    }

    @When("{call}")
    @When("the user calls {call}")
    public void theUserCalls(UserCall call) {
        whenCalled(() -> calls.make(call));
    }

    /** Time that is to pass before the call passes first. */
    private void whenCalled(Supplier<Outcome> call) {
        world.when(() -> {
            world.endWait(PendingWait::exactly);
            world.called(call.get());
        });
    }

    @Given("the user has called {call}")
    public void theUserHasCalled(UserCall call) {
        world.given(() -> {
            State before = world.main().shadow().state();
            world.called(calls.make(call));
            boolean close = call == UserCall.CLOSE || call == UserCall.CLOSE_BOTH_WAYS;
            if (close && FIN_LEAVES.contains(before)) {
                world.judge().expect(world.main(), Expected.of(Phrase.parse("FIN,ACK")));
            }
        });
    }

    @Needs(Capability.SEND)
    @When("the user sends {int} octet(s) of text")
    public void theUserSends(int octets) {
        whenCalled(() -> calls.send(octets));
    }

    /** SEND again and again, until one is refused; the next Then is about that. */
    @Needs(Capability.SEND)
    @When("the user sends until there is no more room")
    public void theUserSendsUntilThereIsNoRoom() {
        world.when(() -> {
            Outcome outcome = calls.send(BLOCK);
            for (int i = 0; i < MOST_BLOCKS && !outcome.isRefused(); i++) {
                outcome = calls.send(BLOCK);
            }
            world.called(outcome);
        });
    }

    @Needs(Capability.SEND)
    @Given("the user has sent {int} octet(s) of text")
    public void theUserHasSent(int octets) {
        world.given(() -> {
            world.called(calls.send(octets));
            world.flow().expectOctets(world.main(), octets);
        });
    }

    @Needs(Capability.RECEIVE_ON_DEMAND)
    @When("the user reads {int} octet(s)")
    public void theUserReads(int octets) {
        whenCalled(() -> calls.receive(octets));
    }

    @Then("the call is refused with {string}")
    public void theCallIsRefusedWith(String words) {
        world.thenOfCall(() -> {
            String told = world.refusal()
                    .flatMap(Outcome::refusal)
                    .map(r -> r.words())
                    .orElseThrow(this::granted);
            if (!told.equals(words)) {
                throw fail("Expected \"" + words + "\", but the call was refused with \"" + told + "\".");
            }
        });
    }

    @Then("the call is refused")
    public void theCallIsRefused() {
        world.thenOfCall(() -> world.refusal().orElseThrow(this::granted));
    }

    /** The RFC lets the stack grant the call or refuse it so. */
    @Then("the call may be refused with {string}")
    public void theCallMayBeRefusedWith(String words) {
        if (world.refusal().isPresent()) {
            theCallIsRefusedWith(words);
        }
    }

    /** Both are right; what the call does is for other steps to say. */
    @Then("the call may be refused")
    public void theCallMayBeRefused() {
        world.thenOfCall(() -> {});
    }

    private Stopped.Failure granted() {
        return fail("Expected the call to be refused, but it was granted.");
    }

    private Stopped.Failure fail(String reason) {
        return Verdicts.fail(reason, world.scene().causePacket());
    }
}
