package org.tcpspec.steps.words;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.PeerSegment.Habits;
import org.tcpspec.steps.play.Paths.Opening;
import org.tcpspec.steps.play.Paths.Wishes;
import org.tcpspec.steps.run.PlannedScenario;

/** What a scenario asks for before its first connection: of the IUT, of its user and of the peer. */
final class Setup {

    private static final int WINDOW = 65535;
    private static final int MTU = 1500;

    private final Map<String, String> settings = new LinkedHashMap<>();
    private Opening opening = Opening.PASSIVE;
    private OpenOptions options = OpenOptions.DEFAULT;
    private Habits habits;
    private Optional<SequenceNumber> peerIss = Optional.empty();

    /** Nothing but the defaults; the peer's MSS is what fits an Ethernet frame. */
    Setup(IpVersion ip) {
        int headers = ip == IpVersion.IPV4 ? 40 : 60;
        habits = Habits.plain(WINDOW, MTU - headers);
    }

    /** The settings of the IUT by the names of their capabilities. */
    Map<String, String> settings() {
        return settings;
    }

    void setting(String name, String value) {
        settings.put(name, value);
    }

    /** How the user opens. */
    OpenOptions options() {
        return options;
    }

    void options(OpenOptions changed) {
        options = changed;
    }

    /** What the peer does when nothing else is said. */
    Habits habits() {
        return habits;
    }

    void habits(Habits changed) {
        habits = changed;
    }

    /** The ISS of the peer's first connection, if the scenario chooses it. */
    Optional<SequenceNumber> peerIss() {
        return peerIss;
    }

    void peerIss(SequenceNumber iss) {
        peerIss = Optional.of(iss);
    }

    /** Which side opens the first connection. */
    Opening opening() {
        return opening;
    }

    void opening(Opening how) {
        opening = how;
    }

    /** All of it that the path to a state of {@code scenario} depends on. */
    Wishes wishes(PlannedScenario scenario, Statement statement) {
        boolean keep = scenario.states().contains(State.LISTEN)
                || scenario.states().contains(State.SYN_RECEIVED)
                || scenario.hasTag("@keep-listener")
                // a service listens for ever
                || !statement.can(Capability.DRIVEN_USER);
        return new Wishes(options, habits, keep, 0);
    }
}
