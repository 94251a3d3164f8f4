package org.tcpspec.steps.words;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Report;
import org.tcpspec.steps.play.PathMtu;
import org.tcpspec.steps.play.Verdicts;

/** Sentences about ICMP errors that come of the IUT's segments. */
public final class IcmpWords implements Words {

    /** How long the user may take to learn of something. */
    private static final Duration TOLD = Duration.ofSeconds(2);

    /** Of the nets that RFC 5737 and RFC 3849 set aside for documentation. */
    private static final String ROUTER_4 = "198.51.100.1";

    private static final String ROUTER_6 = "2001:db8:ffff::1";

    private final World world;

    public IcmpWords(World world) {
        this.world = world;
    }

    /** It quotes the oldest segment of the IUT that is not acknowledged, or the latest if there is none. */
    @When("a router reports {report}")
    public void aRouterReports(Report report) {
        world.when(() -> reports(router(), report, world.main()));
    }

    /** The same from the other host. */
    @When("the peer reports {report}")
    public void thePeerReports(Report report) {
        world.when(() -> reports(world.scene().bench().peer().address(), report, world.main()));
    }

    /** The scenario's latest other connection is what the report is about. */
    @When("the second peer reports {report}")
    public void theSecondPeerReports(Report report) {
        world.when(() -> reports(world.scene().bench().peer().address(), report, second()));
    }

    @When("a router reports {report} about the second peer's connection")
    public void aRouterReportsOnTheSecond(Report report) {
        world.when(() -> reports(router(), report, second()));
    }

    private Conversation second() {
        List<Conversation> all = world.scene().conversations();
        return all.get(all.size() - 1);
    }

    private InetAddress router() {
        boolean four = world.run().ip() == IpVersion.IPV4;
        try {
            return InetAddress.getByName(four ? ROUTER_4 : ROUTER_6);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("these are literals", e);
        }
    }

    private void reports(InetAddress source, Report report, Conversation c) {
        world.states().stirred();
        world.scene().catchUp();
        world.scene().report(report.packet(source, inQuestion(c), world.judge().values(c)), report.show());
    }

    /** The segment that may have drawn the report; where the IUT has sent none, one that it could have sent. */
    private Segment inQuestion(Conversation c) {
        List<Segment> sent = new ArrayList<>();
        for (Observed observed : world.scene().record()) {
            if (observed instanceof Observed.Frame frame) {
                frame.packet()
                        .segment()
                        .filter(c.ends()::isFromIut)
                        .filter(s -> !s.has(Flag.RST))
                        .ifPresent(sent::add);
            }
        }
        Optional<Segment> inFlight = sent.stream()
                .filter(s -> s.length() > 0 && s.end().isAfter(c.shadow().sndUna()))
                .findFirst();
        Segment imagined = Segment.between(c.ends().iut(), c.ends().peer())
                .withFlags(Flags.of(Flag.ACK))
                .withSeq(c.iutNext())
                .withAck(c.peerNext());
        return inFlight.orElseGet(() -> sent.isEmpty() ? imagined : sent.get(sent.size() - 1));
    }

    @Needs(Capability.ERROR_REPORTS)
    @Then("the user gets an error report on that connection")
    public void theUserGetsAReport() {
        world.then(() -> told(world.main()));
    }

    @Needs(Capability.ERROR_REPORTS)
    @Then("the user gets an error report on the second peer's connection")
    public void theUserGetsAReportOnTheSecond() {
        world.then(() -> told(second()));
    }

    private void told(Conversation c) {
        long deadline = world.scene().bench().clock().in(TOLD);
        do {
            Optional<Observed.Signal> report = world.scene().untold().stream()
                    .filter(s -> s.kind() == SignalKind.SOFT_ERROR)
                    .findFirst();
            if (report.isPresent()) {
                world.scene().untold().remove(report.get());
                boolean right =
                        c.connection().filter(report.get().connection()::equals).isPresent();
                if (!right) {
                    throw Verdicts.fail(
                            "The user got the error report on another connection.",
                            world.scene().causePacket());
                }
                return;
            }
        } while (world.scene().pump(deadline));
        throw world.judge().silentIut("Expected an error report to the user, but there was none.");
    }

    @Needs(Capability.ERROR_REPORTS)
    @Then("the user gets no error report")
    public void theUserGetsNoReport() {
        world.then(() -> {
            world.scene().pumpAll(world.judge().quiet());
            if (world.scene().untold().stream().anyMatch(s -> s.kind() == SignalKind.SOFT_ERROR)) {
                throw Verdicts.fail(
                        "Expected no error report, but the user got one.",
                        world.scene().causePacket());
            }
        });
    }

    // ---- path MTU: RFC 1191, RFC 8201

    @Needs(rtos = 2)
    @Then("the IUT sends its text again in packets of at most {int} octets")
    public void theIutSendsItsTextAgain(int octets) {
        world.then(() -> new PathMtu(world.scene(), world.judge()).expectAgain(world.main(), octets));
    }

    @Then("the IUT sends the text that SEND took in packets of at most {int} octets")
    public void theIutSendsTheText(int octets) {
        world.then(() -> new PathMtu(world.scene(), world.judge()).expectStream(world.main(), octets));
    }
}
