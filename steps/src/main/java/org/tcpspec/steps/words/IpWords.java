package org.tcpspec.steps.words;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.ConnectionOption;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.wire.Ip;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.play.Verdicts;

/** Sentences about the IP header: what the user chooses of it, and what the peer's packets carry. */
public final class IpWords implements Words {

    private static final int ECN_BITS = 2;

    private final World world;
    private int chosenAt;

    public IpWords(World world) {
        this.world = world;
    }

    @Needs(Capability.DIFFSERV)
    @Given("the user chooses Diffserv {int}")
    public void theUserChoosesDiffserv(int codepoint) {
        before(ConnectionOption.DIFFSERV, codepoint);
    }

    @Needs(Capability.DIFFSERV)
    @When("the user changes Diffserv to {int}")
    public void theUserChangesDiffserv(int codepoint) {
        now(ConnectionOption.DIFFSERV, codepoint);
    }

    @Needs(Capability.TIME_TO_LIVE)
    @Given("the user chooses a time to live of {int}")
    public void theUserChoosesTimeToLive(int hops) {
        before(ConnectionOption.TIME_TO_LIVE, hops);
    }

    @Needs(Capability.TIME_TO_LIVE)
    @When("the user changes the time to live to {int}")
    public void theUserChangesTimeToLive(int hops) {
        now(ConnectionOption.TIME_TO_LIVE, hops);
    }

    @Needs(Capability.ERROR_REPORTS)
    @Given("the user wants error reports")
    public void theUserWantsReports() {
        before(ConnectionOption.ERROR_REPORTS, 1);
    }

    @Needs(Capability.ERROR_REPORTS)
    @Given("the user wants no error reports")
    public void theUserWantsNoReports() {
        before(ConnectionOption.ERROR_REPORTS, 0);
    }

    @Needs(Capability.ERROR_REPORTS)
    @When("the user wants no more error reports")
    public void theUserWantsNoMoreReports() {
        now(ConnectionOption.ERROR_REPORTS, 0);
    }

    private void before(ConnectionOption option, long value) {
        world.given(() -> world.setup().options(world.setup().options().with(option, value)));
    }

    private void now(ConnectionOption option, long value) {
        world.when(() -> {
            Conversation c = world.main();
            ConnectionId handle = c.connection()
                    .orElseThrow(() -> Verdicts.inconclusive("The user has no handle of the connection."));
            world.called(world.scene()
                    .call(
                            "choose " + option + " " + value,
                            () -> world.scene().user().choose(handle, option, value)));
            world.scene().catchUp();
            chosenAt = world.scene().record().size();
        });
    }

    /** Every one since the user last changed anything, or of the whole connection. */
    @Then("every segment of the IUT carries Diffserv {int}")
    @Then("from now on every segment of the IUT carries Diffserv {int}")
    public void everySegmentCarriesDiffserv(int codepoint) {
        world.then(() -> every("Diffserv", codepoint, ip -> ip.trafficClass() >> ECN_BITS));
    }

    /** The same of the time to live, which in IPv6 is the hop limit. */
    @Then("every segment of the IUT carries a time to live of {int}")
    @Then("from now on every segment of the IUT carries a time to live of {int}")
    public void everySegmentCarriesTimeToLive(int hops) {
        world.then(() -> every("time to live", hops, Ip::timeToLive));
    }

    /** IPv6 has no such flag: no router fragments there. */
    @Then("every segment of the IUT forbids fragmentation")
    public void everySegmentForbidsFragmentation() {
        world.then(() -> every("Don't Fragment", 1, ip -> ip.dontFragment() ? 1 : 0));
    }

    private void every(String name, int value, ToIntFunction<Ip> field) {
        List<Observed> record = world.scene().record();
        Conversation c = world.main();
        boolean any = false;
        for (Observed observed : record.subList(chosenAt, record.size())) {
            if (observed instanceof Observed.Frame frame
                    && frame.packet().segment().filter(c.ends()::isFromIut).isPresent()) {
                any = true;
                int seen = field.applyAsInt(frame.packet().segment().get().ip());
                if (seen != value) {
                    throw Verdicts.fail(
                            "Expected " + name + " " + value + " in the IP header, but the IUT sent " + seen + ".",
                            OptionalLong.of(frame.number()));
                }
            }
        }
        if (!any) {
            throw Verdicts.inconclusive("The IUT has sent no segment to look at.");
        }
    }

    @Given("every packet of the peer carries Diffserv {int}")
    public void everyPacketCarriesDiffserv(int codepoint) {
        world.given(() -> world.scene().lowerLayer(IpField.diffserv(codepoint)));
    }

    @Given("every packet of the peer carries {ipField}")
    public void everyPacketCarries(IpField field) {
        world.given(() -> world.scene().lowerLayer(field.dress()));
    }
}
