package org.tcpspec.steps.play;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Expected;
import org.tcpspec.steps.observe.PeerSegment;
import org.tcpspec.steps.observe.PeerSegment.Habits;
import org.tcpspec.steps.observe.Phrase;

/** Brings a connection into a state: the preamble. Each path is the shortest that RFC 9293 draws. */
public final class Paths {

    /** How the first connection of a scenario is opened. */
    public enum Opening {
        PASSIVE,
        ACTIVE
    }

    /** How long the user may take to learn of an open. */
    private static final Duration TOLD = Duration.ofSeconds(2);

    /** How often as much is acknowledged before text is left in flight: there is a past to acknowledge again. */
    private static final int ACKNOWLEDGED = 2;

    private final Scene scene;
    private final Judge judge;
    private final User user;
    private boolean anyLocalAddress;

    public Paths(Scene scene, Judge judge) {
        this.scene = scene;
        this.judge = judge;
        this.user = scene.user();
    }

    /**
     * What a scenario asked for before its first connection.
     *
     * @param inFlight octets of text that the user sends once the connection is open, after some that the peer
     *     acknowledges; it leaves them unacknowledged as long as the state allows it
     */
    public record Wishes(OpenOptions options, Habits habits, boolean keepListener, int inFlight) {

        /** How the peer sends its FIN in answer to nothing: the text stays in flight. */
        private String fin() {
            return inFlight > 0 ? "FIN,ACK without acknowledging the IUT's text" : "FIN,ACK";
        }
    }

    /** Brings {@code c} from CLOSED to {@code state}. */
    public void reach(Conversation c, State state, Opening opening, Wishes wishes) {
        switch (state) {
            case CLOSED -> {}
            case LISTEN -> listening(c, wishes);
            case SYN_SENT -> connect(c, wishes);
            case SYN_RECEIVED -> synReceived(c, opening, wishes);
            case ESTABLISHED -> established(c, opening, wishes);
            case FIN_WAIT_1 -> {
                established(c, opening, wishes);
                close(c, wishes);
            }
            case FIN_WAIT_2 -> {
                reach(c, State.FIN_WAIT_1, opening, wishes);
                peer(c, "ACK", wishes);
            }
            case CLOSING -> {
                reach(c, State.FIN_WAIT_1, opening, wishes);
                peer(c, wishes.inFlight() > 0 ? wishes.fin() : "FIN,ACK without acknowledging the IUT's FIN", wishes);
                expect(c, "ACK");
                toldClosing(c, wishes);
            }
            case TIME_WAIT -> {
                reach(c, State.FIN_WAIT_2, opening, wishes);
                peer(c, "FIN,ACK", wishes);
                expect(c, "ACK");
                toldClosing(c, wishes);
            }
            case CLOSE_WAIT -> {
                established(c, opening, wishes);
                peer(c, wishes.fin(), wishes);
                expect(c, "ACK");
                toldClosing(c, wishes);
            }
            case LAST_ACK -> lastAck(c, opening, wishes);
        }
    }

    private void lastAck(Conversation c, Opening opening, Wishes wishes) {
        if (isDriven()) {
            reach(c, State.CLOSE_WAIT, opening, wishes);
        } else {
            // A service closes at once when its peer has: its FIN may ride on the ACK.
            established(c, opening, wishes);
            peer(c, wishes.fin(), wishes);
        }
        close(c, wishes);
    }

    /** Beside another connection of the same listener there is nothing to do. */
    private void listening(Conversation c, Wishes wishes) {
        if (c.shadow().state() != State.LISTEN) {
            granted(passiveOpen(c, wishes.options()), "passive OPEN");
        }
    }

    /** From now on OPEN names no local address. */
    public void nameNoLocalAddress() {
        anyLocalAddress = true;
    }

    /** A listener is found at each address of the IUT. */
    public boolean namesNoLocalAddress() {
        return anyLocalAddress;
    }

    private Endpoint local(Conversation c) {
        Endpoint named = c.ends().iut();
        return anyLocalAddress ? new Endpoint(unspecified(named.address()), named.port()) : named;
    }

    /** {@code 0.0.0.0} or {@code ::}. */
    public static InetAddress unspecified(InetAddress of) {
        try {
            return InetAddress.getByAddress(new byte[of.getAddress().length]);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 octets are always an address", e);
        }
    }

    /** Passive OPEN on the port of {@code c}, granted or not. */
    public Outcome passiveOpen(Conversation c, OpenOptions options) {
        readsByItself(c, options);
        Outcome outcome = scene.call("passive OPEN", () -> user.openPassive(local(c), options));
        outcome.listener().ifPresent(l -> {
            c.listener(outcome.listener());
            c.shadow().passiveOpen();
        });
        return outcome;
    }

    private void readsByItself(Conversation c, OpenOptions options) {
        if (options.reading() && !scene.bench().clock().isVirtual()) {
            c.explainer().userReadsUnseen();
        }
    }

    private void connect(Conversation c, Wishes wishes) {
        if (c.shadow().state() != State.SYN_SENT) {
            granted(activeOpen(c, wishes), "active OPEN");
        }
        expect(c, "SYN");
    }

    /** Active OPEN from the port of {@code c} to its peer. */
    public Outcome activeOpen(Conversation c, Wishes wishes) {
        readsByItself(c, wishes.options());
        Endpoint local = local(c);
        if (anyLocalAddress) {
            scene.localAddressIsFree(c);
        }
        Outcome outcome =
                scene.call("active OPEN", () -> user.openActive(local, c.ends().peer(), wishes.options()));
        outcome.connection().ifPresent(handle -> {
            c.shadow().activeOpen();
            scene.bind(c, handle);
        });
        return outcome;
    }

    /** What came of an active OPEN from a port of the IUT's choice: the connection, unless it was refused. */
    public record FromAnyPort(Outcome outcome, Optional<Conversation> connection) {}

    /** Active OPEN to {@code remote} from a port that the IUT chooses; its SYN has left, and nobody has judged it. */
    public FromAnyPort activeOpenFromAnyPort(Endpoint remote, Wishes wishes) {
        Endpoint anyPort = new Endpoint(scene.bench().iutAddress(), 0);
        scene.awaitSynTo(remote);
        Outcome outcome =
                scene.call("active OPEN from any port", () -> user.openActive(anyPort, remote, wishes.options()));
        if (outcome.isRefused()) {
            return new FromAnyPort(outcome, Optional.empty());
        }
        Conversation c = scene.begunTo(remote, scene.bench().clock().in(TOLD))
                .orElseThrow(() -> Verdicts.inconclusive("The active OPEN was granted, but no SYN left."));
        scene.bind(c, outcome.connection().orElseThrow());
        return new FromAnyPort(outcome, Optional.of(c));
    }

    private void synReceived(Conversation c, Opening opening, Wishes wishes) {
        if (opening == Opening.ACTIVE) {
            connect(c, wishes);
        } else {
            listening(c, wishes);
        }
        peer(c, "SYN", wishes);
        expect(c, "SYN,ACK");
    }

    private void established(Conversation c, Opening opening, Wishes wishes) {
        opened(c, opening, wishes);
        if (wishes.inFlight() > 0) {
            for (int i = 0; i < ACKNOWLEDGED; i++) {
                sends(c, wishes.inFlight());
                peer(c, "ACK", wishes);
            }
            sends(c, wishes.inFlight());
        }
    }

    private void sends(Conversation c, int octets) {
        granted(send(c, octets), "SEND");
        new Flow(scene, judge).expectOctets(c, octets);
    }

    private void opened(Conversation c, Opening opening, Wishes wishes) {
        if (opening == Opening.ACTIVE) {
            connect(c, wishes);
            peer(c, "SYN,ACK", wishes);
            expect(c, "ACK");
            told(c, SignalKind.OPENED);
            return;
        }
        synReceived(c, opening, wishes);
        peer(c, "ACK", wishes);
        told(c, SignalKind.ACCEPTED);
        if (!wishes.keepListener()) {
            closeListener(c);
        }
    }

    /** SEND of the next octets of the user's stream on {@code c}. */
    public Outcome send(Conversation c, int octets) {
        return send(c, octets, "SEND", user::send);
    }

    /** SEND of the next octets of the user's stream as urgent data. */
    public Outcome sendUrgent(Conversation c, int octets) {
        return send(c, octets, "SEND of urgent data", user::sendUrgent);
    }

    private Outcome send(Conversation c, int octets, String name, BiFunction<ConnectionId, Bytes, Outcome> call) {
        UserView view = scene.view(c);
        long offset = view.sentOctets();
        // The text counts as taken before it can be on the wire; a refusal takes it back.
        view.sent(octets);
        Outcome outcome =
                scene.call(name, () -> call.apply(c.connection().orElseThrow(), c.userStream(offset, octets)));
        view.sent((outcome.isRefused() ? 0 : outcome.count()) - octets);
        return outcome;
    }

    /** Closes the listener of {@code c}, if it has one. */
    public void closeListener(Conversation c) {
        c.listener().ifPresent(l -> scene.call("CLOSE of the listener", () -> user.closeListener(l)));
        c.listener(Optional.empty());
        c.shadow().listenerClosed();
    }

    /** Nobody calls CLOSE: a service says what it has to say, and closes. */
    private void serviceCloses(Conversation c, Wishes wishes) {
        long deadline = scene.bench().clock().in(TOLD);
        boolean more = true;
        while (more && c.shadow().fin().isEmpty()) {
            more = scene.pump(deadline);
        }
        SequenceNumber fin = c.shadow()
                .fin()
                .orElseThrow(() -> Verdicts.inconclusive("On the way to the state the service did not close."));
        // Its process and its stack speak at the same time: an ACK of the peer's FIN may come last.
        scene.pumpAll(judge.quiet());
        c.unclaimed().forEach(a -> scene.drawing().claimed(a.frame().number()));
        c.unclaimed().clear();
        if (fin.isAfter(c.shadow().sndUna())) {
            peer(c, "ACK with ACK=FIN", wishes);
        }
    }

    private boolean isDriven() {
        return scene.statement().can(Capability.DRIVEN_USER);
    }

    private void close(Conversation c, Wishes wishes) {
        if (!isDriven()) {
            serviceCloses(c, wishes);
            return;
        }
        State before = c.shadow().state();
        granted(scene.call("CLOSE", () -> user.close(c.connection().orElseThrow())), "CLOSE in " + before);
        c.shadow().close();
        if (wishes.inFlight() == 0) {
            expect(c, "FIN,ACK");
        } else {
            finOnText(c);
        }
    }

    /** The FIN of a sender that waits for acknowledgments may ride on text that is sent again. */
    private void finOnText(Conversation c) {
        long deadline = scene.bench().clock().in(judge.patience());
        judge.await(c, deadline, a -> a.segment().has(Flag.FIN), a -> Verdicts.unexpected(c, a, "FIN"))
                .orElseThrow(() -> Verdicts.inconclusive("On the way to the state no FIN followed CLOSE."));
    }

    private void peer(Conversation c, String phrase, Wishes wishes) {
        PeerSegment.Built built = PeerSegment.build(Phrase.parse(phrase), c, wishes.habits(), judge.values(c));
        judge.stimulus(built);
        scene.inject(built);
    }

    private void expect(Conversation c, String phrase) {
        judge.expect(c, Expected.of(Phrase.parse(phrase)));
    }

    /** A user of sockets who does not read is not told. */
    private void toldClosing(Conversation c, Wishes wishes) {
        if (wishes.options().reading() && isDriven()) {
            told(c, SignalKind.CLOSING);
        }
    }

    /** Waits until the user has been told so, and takes note of it. */
    public void told(Conversation c, SignalKind kind) {
        long deadline = scene.bench().clock().in(TOLD);
        do {
            boolean told = scene.untold()
                    .removeIf(s -> s.kind() == kind
                            && c.connection().filter(s.connection()::equals).isPresent());
            if (told) {
                return;
            }
        } while (scene.pump(deadline));
        throw Verdicts.inconclusive("The user was not told \"" + kind.words() + "\" on the way to the state.");
    }

    /** Waits until a user that reads has been handed all text that the IUT has taken. */
    public void delivered(Conversation c, Wishes wishes) {
        if (!wishes.options().reading()
                || !isDriven()
                || c.connection().isEmpty()
                || c.shadow().irs().isEmpty()) {
            return;
        }
        SequenceNumber end = c.shadow().peerFin().orElse(c.shadow().rcvNxt());
        long taken = end.minus(c.shadow().irs().get()) - 1L;
        long deadline = scene.bench().clock().in(TOLD);
        boolean more = true;
        while (more && scene.view(c).receivedOctets() < taken) {
            more = scene.pump(deadline);
        }
        if (scene.view(c).receivedOctets() < taken) {
            throw Verdicts.inconclusive("The user was not handed the text that the IUT has acknowledged.");
        }
    }

    private static Outcome granted(Outcome outcome, String call) {
        if (outcome.isRefused()) {
            throw Verdicts.inconclusive("On the way to the state " + call + " was refused: "
                    + outcome.refusal().orElseThrow().words() + " " + outcome.words());
        }
        return outcome;
    }
}
