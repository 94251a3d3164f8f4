package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.util.List;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Expected;
import org.tcpspec.steps.observe.Phrase;
import org.tcpspec.steps.play.Checksums;
import org.tcpspec.steps.play.PendingWait;
import org.tcpspec.steps.play.Verdicts;

/** Sentences about what the IUT sends. */
public final class SegmentWords implements Words {

    private final World world;

    public SegmentWords(World world) {
        this.world = world;
    }

    @Then("the IUT sends {expected}")
    public void theIutSends(Expected expected) {
        world.then(() -> {
            world.endWait(PendingWait::exactly);
            world.judge().expect(world.main(), expected);
        });
    }

    /** Not even one that acknowledges something new may come first. */
    @Then("the IUT sends {expected} before any other ACK")
    public void theIutSendsFirst(Expected expected) {
        world.then(() -> {
            world.endWait(PendingWait::exactly);
            world.judge().expectFirst(world.main(), expected);
        });
    }

    @Given("the IUT has answered with {expected}")
    public void theIutHasAnsweredWith(Expected expected) {
        world.given(() -> world.judge().expect(world.main(), expected));
    }

    /** Where the text of the RFC can be read in two ways, or leaves the choice. */
    @Then("the IUT sends {expected} or {expected}")
    public void theIutSendsEither(Expected one, Expected other) {
        world.then(() -> {
            world.endWait(PendingWait::exactly);
            world.judge().expectAny(world.main(), List.of(one, other));
        });
    }

    /** The words of Figure 5: an FIN leaves with ACK, as 3.10 says. */
    @Then("snd {expected}")
    public void snd(Expected expected) {
        theIutSends(withAck(expected));
    }

    private static Expected withAck(Expected e) {
        return e.flags().has(Flag.FIN) ? e.withAck() : e;
    }

    @Then("x")
    @Then("the IUT sends nothing")
    @Then("the IUT sends nothing more")
    public void theIutSendsNothing() {
        world.then(world::silence);
    }

    /** Each answer is an empty ACK; one at least must have come (RFC 5961 section 7). */
    @Then("the IUT has answered fewer than {int} of them")
    public void theIutHasAnsweredFewer(int most) {
        world.then(() -> {
            Conversation c = world.main();
            world.judge().expect(c, Expected.of(Phrase.parse("ACK")));
            int answers = 1 + world.judge().allow(c, Expected.of(Phrase.parse("ACK")));
            if (answers >= most) {
                throw Verdicts.fail(
                        "The IUT answered all or most: it sent " + answers + " ACKs, where fewer than " + most
                                + " were expected.",
                        world.scene().causePacket());
            }
        });
    }

    @Then("the IUT may send {expected}")
    public void theIutMaySend(Expected expected) {
        world.then(() -> world.judge().allow(world.main(), expected));
    }

    /** In CLOSED, where the peer's ACK chooses the number of the RST. */
    @Then("a RST whose checksum comes out as zero carries zero")
    public void aChecksumOfZero() {
        world.then(() -> {
            Conversation c = world.main();
            Expected rst = Expected.of(Phrase.parse("RST"));
            world.peerSends(c, Phrase.parse("ACK"));
            long number =
                    Checksums.numberForZero(c, world.judge().expect(c, rst)).unsigned();
            world.peerSends(c, Phrase.parse("ACK with ACK=" + number));
            Checksums.expectZero(c, world.judge().expect(c, rst));
        });
    }

    /** The suggested answer to a segment that cannot be read (MUST-7). */
    @Then("the IUT may reset the connection")
    public void theIutMayReset() {
        world.then(() -> world.judge().allowReset(world.main()));
    }

    /** Text and options together, as 3.7.1 counts; a SYN is not looked at. */
    @Then("none of its segments exceeds {int} octet(s)")
    public void noneExceeds(int octets) {
        world.then(() -> world.sizes().expectAtMost(world.main(), octets));
    }

    /** The send MSS where the peer has announced none (MUST-15). */
    @Then("none of its segments exceeds the default MSS")
    public void noneExceedsTheDefault() {
        world.then(() -> world.sizes().expectAtMostDefault(world.main()));
    }

    /** The MTU without the fixed headers of IP and TCP (3.7.1). */
    @Then("none of its segments exceeds what the link can carry")
    public void noneExceedsTheLink() {
        world.then(() -> world.sizes().expectAtMostLink(world.main()));
    }

    /** In any number of segments, none if SEND took nothing; what is in flight already may come again in due time. */
    @Then("the IUT sends the text that SEND took")
    @Then("the IUT sends the rest of its text")
    public void theRestOfItsText() {
        world.then(() -> world.flow().expectRest(world.main(), false));
    }

    /** The FIN stands behind the last octet, on its own or with text. */
    @Then("the IUT sends the text that SEND took, and its FIN")
    @Then("the IUT sends the rest of its text and FIN")
    public void theRestOfItsTextAndFin() {
        world.then(() -> world.flow().expectRest(world.main(), true));
    }

    @Then("the IUT sends text up to the edge of the window")
    public void textUpToTheEdge() {
        world.then(() -> world.flow().expectUpToEdge(world.main()));
    }

    @Needs(rtos = 2)
    @Then("the IUT probes the zero window")
    public void theIutProbes() {
        world.then(() -> world.flow().expectProbe(world.main()));
    }

    /** 3.6.1, condition (1) of MAY-2. */
    @Then("its ISS is larger than every number of the old connection")
    public void itsIssIsLarger() {
        world.then(() -> world.flow().expectLargerIss(world.main()));
    }

    @Needs(rtos = 2)
    @Then("the IUT retransmits its {item}")
    @Then("the IUT retransmits the {item}")
    public void theIutRetransmits(String item) {
        world.then(() -> {
            Conversation c = world.main();
            world.judge().expectRetransmission(c, Items.number(c, item), item);
        });
    }

    @Needs(rtos = 8)
    @Then("the IUT retransmits its {item} three times, each wait at least twice as long as the one before")
    public void theIutBacksOff(String item) {
        world.then(() -> {
            Conversation c = world.main();
            for (int times = 0; times < 3; times++) {
                world.judge().expectRetransmission(c, Items.number(c, item), item);
            }
            world.judge().backedOff(c, Items.number(c, item), item);
        });
    }

    @Then("a {segment} is answered with {expected}")
    @Then("a {segment} that comes too late is answered with {expected}")
    @Then("any {segment} is answered with {expected}")
    public void aSegmentIsAnsweredWith(Phrase segment, Expected expected) {
        world.then(() -> {
            Conversation c = world.main();
            world.peerSends(c, segment);
            world.judge().expect(c, expected);
        });
    }

    @Then("a {segment} is answered with nothing")
    @Then("any {segment} is answered with nothing")
    public void aSegmentIsAnsweredWithNothing(Phrase segment) {
        world.then(() -> {
            world.peerSends(world.main(), segment);
            world.judge().expectNothing(world.judge().quiet());
        });
    }
}
