package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.wire.Distortion;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Expected;
import org.tcpspec.steps.observe.PeerSegment;
import org.tcpspec.steps.observe.Phrase;

/** Sentences about the peer. */
public final class PeerWords implements Words {

    private final World world;

    public PeerWords(World world) {
        this.world = world;
    }

    @Given("the peer offers MSS {int}")
    public void thePeerOffersMss(int mss) {
        habit(h -> h.withMss(mss));
    }

    @Given("the peer offers no MSS")
    public void thePeerOffersNoMss() {
        thePeerOffersMss(0);
    }

    @Given("the peer offers a window of {int}")
    public void thePeerOffersWindow(int window) {
        habit(h -> h.withWindow(window));
    }

    private void habit(UnaryOperator<PeerSegment.Habits> change) {
        world.given(() -> world.setup().habits(change.apply(world.setup().habits())));
    }

    @When("the peer sends {segment}")
    public void thePeerSends(Phrase segment) {
        world.when(() -> world.peerSends(world.main(), segment));
    }

    /** The words of Figure 5. A FIN there says nothing about the IUT's own. */
    @When("rcv {segment}")
    public void rcv(Phrase segment) {
        boolean plainFin = segment.flags().equals("FIN") && segment.clauses().isEmpty();
        thePeerSends(plainFin ? Phrase.parse("FIN,ACK without acknowledging the IUT's FIN") : segment);
    }

    @When("the peer sends {int} octet(s) of text")
    public void thePeerSendsText(int octets) {
        world.when(() -> world.peerSends(world.main(), Phrase.parse("ACK,PSH with " + octets + " octets of text")));
    }

    @Given("the peer has sent {int} octet(s) of text")
    public void thePeerHasSentText(int octets) {
        world.given(() -> {
            world.peerSends(world.main(), Phrase.parse("ACK,PSH with " + octets + " octets of text"));
            world.judge().expect(world.main(), Expected.of(Phrase.parse("ACK")));
            world.paths().delivered(world.main(), world.wishes());
        });
    }

    @When("the peer acknowledges the IUT's {item}")
    public void thePeerAcknowledges(String item) {
        world.when(() -> world.peerSends(world.main(), Phrase.parse("ACK")));
    }

    @Given("the peer has acknowledged the IUT's {item}")
    public void thePeerHasAcknowledged(String item) {
        world.given(() -> world.peerSends(world.main(), Phrase.parse("ACK")));
    }

    @When("the peer sends {int} times {segment}")
    public void thePeerSendsTimes(int times, Phrase segment) {
        world.when(() -> {
            for (int i = 0; i < times; i++) {
                world.peerSends(world.main(), segment);
            }
        });
    }

    @Given("the peer has sent {segment}")
    public void thePeerHasSent(Phrase segment) {
        world.given(() -> world.peerSends(world.main(), segment));
    }

    /** Repeats the latest segment of the peer that carried it, as it was but for its ACK number. */
    @When("the peer retransmits its {item}")
    public void thePeerRetransmits(String item) {
        world.when(() -> world.peerSends(repeated(item)));
    }

    @When("the peer retransmits its {item} after {time}")
    public void thePeerRetransmitsAfter(String item, TimeSpan time) {
        world.when(() -> repeatAfter(item, time));
    }

    @Given("the peer retransmitted its {item} after {time}")
    public void thePeerRetransmittedAfter(String item, TimeSpan time) {
        world.given(() -> {
            repeatAfter(item, time);
            world.judge().expect(world.main(), Expected.of(Phrase.parse("ACK")));
        });
    }

    private void repeatAfter(String item, TimeSpan time) {
        world.pass(time);
        world.peerSends(repeated(item));
    }

    private PeerSegment.Built repeated(String item) {
        Conversation c = world.main();
        SequenceNumber irs = c.figures().peerBase();
        Segment empty = Segment.between(c.ends().peer(), c.ends().iut());
        Segment segment = built(c, "ACK");
        switch (item) {
            case "SYN" -> segment = built(c, "SYN").withSeq(irs);
            case "SYN,ACK" -> segment = built(c, "SYN,ACK").withSeq(irs);
            case "FIN" ->
                segment = segment.withSeq(c.shadow().peerFin().orElse(c.peerNext()))
                        .withFlags(segment.flags().with(Flag.FIN));
            default -> {
                Segment last = lastText(c).orElse(empty);
                segment = segment.withSeq(last.seq()).withText(last.text());
            }
        }
        return new PeerSegment.Built(segment, Distortion.NONE);
    }

    private Segment built(Conversation c, String phrase) {
        return PeerSegment.build(
                        Phrase.parse(phrase),
                        c,
                        world.setup().habits(),
                        world.judge().values(c))
                .segment();
    }

    private Optional<Segment> lastText(Conversation c) {
        return world.scene().record().stream()
                .filter(Observed.Frame.class::isInstance)
                .map(o -> ((Observed.Frame) o).packet().segment())
                .flatMap(Optional::stream)
                .filter(s -> c.ends().isFromPeer(s) && !s.text().isEmpty())
                .reduce((a, b) -> b);
    }
}
