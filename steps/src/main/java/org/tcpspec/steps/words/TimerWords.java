package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Expected;
import org.tcpspec.steps.observe.Phrase;
import org.tcpspec.steps.play.Paths.Opening;
import org.tcpspec.steps.play.PendingWait;
import org.tcpspec.steps.play.Timing;
import org.tcpspec.steps.play.Verdicts;

/** Sentences about the timers of a connection: RTO, the probes of a zero window, the user timeout. */
public final class TimerWords implements Words {

    private final World world;

    public TimerWords(World world) {
        this.world = world;
    }

    private Timing timing() {
        return new Timing(world.scene(), world.judge());
    }

    // ---- round trips

    /** The peer's ACK of the IUT's SYN comes that late: the first sample of the round trip. */
    @Needs(path = true)
    @Given("a connection in {state} after a handshake of {time}")
    public void aConnectionAfterAHandshakeOf(State state, TimeSpan time) {
        world.given(() -> {
            Conversation c = mustBeEstablished(state);
            world.paths().reach(c, State.SYN_RECEIVED, Opening.PASSIVE, world.wishes());
            takes(time);
            world.peerSends(c, Phrase.parse("ACK"));
            world.paths().told(c, SignalKind.ACCEPTED);
            world.paths().closeListener(c);
            world.states().is(c, state);
        });
    }

    @Needs(path = true, active = true)
    @Given("an active OPEN, and a connection in {state} after a handshake of {time}")
    public void anActiveConnectionAfterAHandshakeOf(State state, TimeSpan time) {
        world.given(() -> {
            Conversation c = mustBeEstablished(state);
            world.paths().reach(c, State.SYN_SENT, Opening.ACTIVE, world.wishes());
            takes(time);
            world.peerSends(c, Phrase.parse("SYN,ACK"));
            world.judge().expect(c, Expected.of(Phrase.parse("ACK")));
            world.paths().told(c, SignalKind.OPENED);
            world.states().is(c, state);
        });
    }

    private Conversation mustBeEstablished(State state) {
        if (state != State.ESTABLISHED) {
            throw Verdicts.inconclusive("A handshake leads to ESTABLISHED, not to " + state + ".");
        }
        return world.main();
    }

    /** One segment there, one ACK back: one sample of the round trip. */
    @Needs(Capability.SEND)
    @Given("a round trip of {time}")
    @Given("another round trip of {time}")
    public void aRoundTripOf(TimeSpan time) {
        world.given(() -> roundTrip(time));
    }

    @Given("{int} round trips of {time}")
    public void roundTripsOf(int times, TimeSpan time) {
        world.given(() -> {
            for (int i = 0; i < times; i++) {
                roundTrip(time);
            }
        });
    }

    /** A round trip that turns out longer is as good: RTO is computed from what the capture shows. */
    private void takes(TimeSpan time) {
        long from = world.scene().lastPacketNanos();
        world.scene().pumpAll(from + time.in(world.run().statement().ixit()).toNanos());
    }

    private void roundTrip(TimeSpan time) {
        world.called(new Calls(world).send(10));
        world.judge().expect(world.main(), Expected.of(Phrase.parse("ACK with 10 octets of text")));
        takes(time);
        world.peerSends(world.main(), Phrase.parse("ACK"));
    }

    // ---- RTO

    /** By the timer of RFC 6298, computed from what the wire has shown. */
    @Needs(rtos = 2)
    @Then("the IUT retransmits its {item} when RTO has passed")
    public void theIutRetransmitsAfterRto(String item) {
        world.then(() -> {
            Conversation c = world.main();
            timing().retransmissionAfterRto(c, Items.number(c, item), item);
        });
    }

    @Needs(rtos = 8)
    @Then("the IUT retransmits its {item} {int} times, each time when RTO has passed")
    public void theIutRetransmitsEachTimeAfterRto(String item, int times) {
        for (int i = 0; i < times; i++) {
            theIutRetransmitsAfterRto(item);
        }
    }

    /** Each of the segments gets through in the end; after it one gets through at once, as a sample. */
    @Needs(rtos = 8)
    @Given("{int} segments of text have each been lost {int} times")
    public void segmentsHaveEachBeenLost(int segments, int times) {
        world.given(() -> loseEach(segments, times));
    }

    @Needs(rtos = 8)
    @Then("{int} segments of text get through, after each has been lost {int} times")
    public void segmentsGetThrough(int segments, int times) {
        world.then(() -> loseEach(segments, times));
    }

    private void loseEach(int segments, int times) {
        Conversation c = world.main();
        for (int i = 0; i < segments; i++) {
            world.called(new Calls(world).send(10));
            world.judge().expect(c, Expected.of(Phrase.parse("ACK with 10 octets of text")));
            for (int lost = 0; lost < times; lost++) {
                world.judge().expectRetransmission(c, c.shadow().sndUna(), "text");
            }
            world.peerSends(c, Phrase.parse("ACK"));
            roundTrip(new TimeSpan(BigDecimal.valueOf(0.01), TimeSpan.Unit.RTO));
        }
    }

    @Needs(rtos = 1)
    @Then("the IUT retransmits its {item} no sooner than {time} after it was sent")
    public void theIutRetransmitsNoSoonerThan(String item, TimeSpan time) {
        world.then(() -> {
            Conversation c = world.main();
            Duration least = time.in(world.run().statement().ixit());
            timing().retransmissionNotBefore(c, Items.number(c, item), item, least);
        });
    }

    // ---- zero windows

    @Needs(rtos = 2)
    @Then("the IUT probes the zero window when it has been closed for RTO")
    public void theIutProbesAfterRto() {
        world.then(() -> timing().firstProbeAfterRto(world.main()));
    }

    @Needs(rtos = 8)
    @Then("the IUT probes the zero window {int} times, each wait longer than the one before")
    public void theIutProbesEverMoreSlowly(int times) {
        world.then(() -> timing().probesBackOff(world.main(), times, () -> {}));
    }

    @Needs(rtos = 8)
    @Then("the IUT probes the zero window {int} times, each wait longer, though the peer answers")
    public void theIutProbesEverMoreSlowlyThoughAnswered(int times) {
        world.then(() -> timing().probesBackOff(world.main(), times, this::windowStillClosed));
    }

    /** With an ACK of what was acknowledged before, and the window still closed. */
    @When("the peer answers every probe of the zero window for {time}")
    public void thePeerAnswersEveryProbe(TimeSpan time) {
        world.when(() -> timing().answerProbes(
                        world.main(),
                        world.scene()
                                .bench()
                                .clock()
                                .in(time.in(world.run().statement().ixit())),
                        this::windowStillClosed));
    }

    private void windowStillClosed() {
        world.peerSends(world.main(), Phrase.parse("ACK with ACK=SND.UNA and window 0"));
    }

    // ---- the user timeout

    @Needs(Capability.USER_TIMEOUT)
    @Given("the user has set the user timeout to {time}")
    public void theUserHasSetTheUserTimeout(TimeSpan time) {
        world.given(() -> setUserTimeout(time));
    }

    @Needs(Capability.USER_TIMEOUT)
    @When("the user sets the user timeout to {time}")
    public void theUserSetsTheUserTimeout(TimeSpan time) {
        world.when(() -> setUserTimeout(time));
    }

    private void setUserTimeout(TimeSpan time) {
        world.endWait(PendingWait::exactly);
        ConnectionId handle = handle(world.main());
        User user = world.scene().user();
        long millis = time.in(world.run().statement().ixit()).toMillis();
        world.called(world.scene().call("USER TIMEOUT " + time, () -> user.userTimeout(handle, millis)));
    }

    @Needs(Capability.ERROR_REPORTS)
    @Then("the user is told of an error before the connection ends")
    public void theUserIsToldOfAnError() {
        world.then(() -> {
            world.endWait(w -> w.stillThere(world.run().statement().ixit()));
            if (world.scene().untold().stream().noneMatch(s -> s.kind() == SignalKind.SOFT_ERROR)) {
                throw world.judge().silentIut("Expected the user to be told of an error, but it was told of none.");
            }
        });
    }

    /** Nor of a soft one, such as excessive retransmission (3.9.1.8). */
    @Needs(Capability.ERROR_REPORTS)
    @Then("the user is told of no error")
    public void theUserIsToldOfNoError() {
        world.then(() -> {
            world.scene().pumpAll(world.judge().quiet());
            boolean told = world.scene().untold().stream()
                    .anyMatch(s -> s.kind() == SignalKind.SOFT_ERROR || s.kind().isTerminal());
            if (told) {
                throw Verdicts.fail(
                        "Expected the user to be told of no error, but it was.",
                        world.scene().causePacket());
            }
        });
    }

    private static ConnectionId handle(Conversation c) {
        Optional<ConnectionId> handle = c.connection();
        return handle.orElseThrow(() -> Verdicts.inconclusive(
                "The user has no handle of a connection in " + c.shadow().state() + "."));
    }
}
