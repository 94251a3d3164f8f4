package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.net.InetAddress;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.PeerSegment;
import org.tcpspec.steps.observe.Phrase;
import org.tcpspec.steps.play.Verdicts;

/** Sentences about the addresses of the two ends. */
public final class AddressWords implements Words {

    private final World world;

    public AddressWords(World world) {
        this.world = world;
    }

    /** What comes after it happens there, by OPENs that name that address. */
    @Needs(Capability.SECOND_ADDRESS)
    @Given("a connection at the IUT's second address")
    public void atTheSecondAddress() {
        world.given(() -> world.main(world.scene()
                .converse(new Endpoint(second(), world.scene().bench().port(0)))));
    }

    /** OPEN, passive or active, leaves the local address to the IUT. */
    @Needs(Capability.SECOND_ADDRESS)
    @Given("the user names no local address")
    public void theUserNamesNoLocalAddress() {
        world.given(() -> world.paths().nameNoLocalAddress());
    }

    private InetAddress second() {
        return world.scene()
                .bench()
                .localNet()
                .map(Bench.LocalNet::second)
                .orElseThrow(() -> Verdicts.inconclusive("The IUT has no second address."));
    }

    @When("the peer's {segment} comes from {place}")
    public void comesFrom(Phrase segment, Place place) {
        world.when(() -> {
            InetAddress address = place.on(world.scene().bench());
            FourTuple ends = world.main().ends();
            Endpoint source = new Endpoint(address, ends.peer().port());
            strange(segment, new FourTuple(ends.iut(), source));
        });
    }

    /** From the address and port at which the IUT itself listens. */
    @When("the peer's {segment} comes from the socket that it goes to")
    public void comesFromItsDestination(Phrase segment) {
        world.when(() -> {
            Endpoint own = world.main().ends().iut();
            strange(segment, new FourTuple(own, own));
        });
    }

    @When("the peer's {segment} goes to {place}")
    public void goesTo(Phrase segment, Place place) {
        world.when(() -> {
            InetAddress address = place.on(world.scene().bench());
            FourTuple ends = world.main().ends();
            strange(segment, new FourTuple(new Endpoint(address, ends.iut().port()), ends.peer()));
        });
    }

    /** Whatever the IUT answers is found between these ends or the usual ones. */
    private void strange(Phrase phrase, FourTuple ends) {
        Conversation c = world.main();
        PeerSegment.Built built = PeerSegment.build(
                phrase, c, world.setup().habits(), world.judge().values(c));
        world.scene().watch(ends, c);
        Segment segment = built.segment().withSource(ends.peer()).withDestination(ends.iut());
        world.peerSends(new PeerSegment.Built(segment, built.distortion()));
    }

    @Needs({Capability.ACTIVE_OPEN, Capability.CHOOSE_LOCAL_PORT})
    @When("the user calls active OPEN to {place}")
    public void activeOpenTo(Place place) {
        world.when(() -> {
            Endpoint local = world.main().ends().iut();
            Endpoint remote = new Endpoint(
                    place.on(world.scene().bench()), world.main().ends().peer().port());
            world.scene().watch(new FourTuple(local, remote), world.main());
            Outcome outcome = world.scene().call("active OPEN to " + place, () -> open(local, remote));
            world.called(outcome);
        });
    }

    /** A listener that can be turned into an active OPEN is: that is the cell of LISTEN. */
    private Outcome open(Endpoint local, Endpoint remote) {
        User user = world.scene().user();
        OpenOptions options = world.setup().options();
        boolean turns = world.run().statement().can(Capability.OPEN_FROM_LISTEN)
                && world.main().shadow().state() == State.LISTEN;
        return world.main()
                .listener()
                .filter(l -> turns)
                .map(l -> user.openFromListen(l, remote, options))
                .orElseGet(() -> user.openActive(local, remote, options));
    }
}
