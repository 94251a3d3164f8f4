package com.example.tcp;

import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.OptionalLong;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.steps.words.Kit;

/** Words of our own: a firewall stands between the IUT and its peer. */
public final class FirewallWords {

    private final Kit kit;

    /** Cucumber gives each scenario an object of this class, with the kit of that scenario. */
    public FirewallWords(Kit kit) {
        this.kit = kit;
    }

    /** How a firewall ends a connection that it no longer wants. */
    @ParameterType("politely|rudely")
    public String manner(String words) {
        return words.equals("politely") ? "FIN,ACK" : "RST";
    }

    @When("the firewall cuts the connection {manner}")
    public void cuts(String flags) {
        kit.play("the peer sends " + flags);
    }

    @Then("the IUT has sent {int} segment(s) in all")
    public void hasSent(int expected) {
        long sent = kit.record().stream().filter(FirewallWords::isFromIut).count();
        if (sent != expected) {
            throw kit.fail(
                    "The IUT has sent " + sent + " segments, where " + expected + " were expected.",
                    OptionalLong.empty());
        }
    }

    private static boolean isFromIut(Observed observed) {
        return observed instanceof Observed.Frame frame && frame.direction() == Observed.Direction.FROM_IUT;
    }
}
