package org.tcpspec.steps.words;

import java.util.Optional;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.play.PendingWait;
import org.tcpspec.steps.play.Verdicts;

/** Makes the user's calls on the scenario's connection, and lets its shadow follow. */
final class Calls {

    private static final int SOME_TEXT = 10;

    private final World world;

    Calls(World world) {
        this.world = world;
    }

    /** Makes {@code call} on the scenario's connection. */
    Outcome make(UserCall call) {
        world.endWait(PendingWait::exactly);
        Conversation c = world.main();
        User user = world.scene().user();
        boolean fromListen = c.listener().isPresent() && c.shadow().state() == State.LISTEN;
        return switch (call) {
            case PASSIVE_OPEN -> world.paths().passiveOpen(c, world.setup().options());
            case ACTIVE_OPEN ->
                fromListen ? openFromListen(c, user) : world.paths().activeOpen(c, world.wishes());
            case SEND -> fromListen ? sendFromListen(c, user) : send(SOME_TEXT);
            case RECEIVE -> receive(65535);
            case CLOSE -> close(c, user);
            case CLOSE_BOTH_WAYS -> closeBothWays(c, user);
            case ABORT -> abort(c, user);
            case STATUS -> world.scene().call("STATUS", () -> user.status(c.ends()));
        };
    }

    private Outcome openFromListen(Conversation c, User user) {
        ListenerId listener = c.listener().orElseThrow();
        Outcome outcome = world.scene()
                .call(
                        "active OPEN",
                        () -> user.openFromListen(
                                listener, c.ends().peer(), world.setup().options()));
        return fromListen(c, outcome);
    }

    private Outcome sendFromListen(Conversation c, User user) {
        ListenerId listener = c.listener().orElseThrow();
        Bytes text = c.userStream(0, SOME_TEXT);
        Outcome outcome = world.scene()
                .call(
                        "SEND",
                        () -> user.sendFromListen(
                                listener, c.ends().peer(), text, world.setup().options()));
        if (!outcome.isRefused()) {
            world.scene().view(c).sent(SOME_TEXT);
        }
        return fromListen(c, outcome);
    }

    private Outcome fromListen(Conversation c, Outcome outcome) {
        outcome.connection().ifPresent(handle -> {
            world.scene().bind(c, handle);
            c.listener(Optional.empty());
            c.shadow().listenerClosed();
            c.shadow().activeOpen();
        });
        return outcome;
    }

    /** SEND of the next octets of the user's stream. */
    Outcome send(int octets) {
        world.endWait(PendingWait::exactly);
        Conversation c = world.main();
        handle(c);
        return taken(world.paths().send(c, octets));
    }

    /** The same, as urgent data. */
    Outcome sendUrgent(int octets) {
        Conversation c = world.main();
        handle(c);
        world.scene().view(c).sentUrgent();
        return taken(world.paths().sendUrgent(c, octets));
    }

    private static Outcome taken(Outcome outcome) {
        // An interface that takes nothing says by that what 3.10.2 calls insufficient resources.
        return outcome.isRefused() || outcome.count() > 0
                ? outcome
                : Outcome.refused(Refusal.INSUFFICIENT_RESOURCES, "SEND took nothing.");
    }

    /** RECEIVE of at most so many octets. */
    Outcome receive(int octets) {
        world.endWait(PendingWait::exactly);
        Conversation c = world.main();
        Outcome outcome =
                world.scene().call("RECEIVE", () -> world.scene().user().receive(handle(c), octets));
        world.scene().received(c, outcome.text());
        world.receiveCalled(outcome);
        return outcome;
    }

    private Outcome close(Conversation c, User user) {
        if (c.connection().isEmpty() && c.listener().isPresent()) {
            Outcome outcome = world.scene()
                    .call("CLOSE", () -> user.closeListener(c.listener().get()));
            c.listener(Optional.empty());
            c.shadow().listenerClosed();
            return outcome;
        }
        Outcome outcome = world.scene().call("CLOSE", () -> user.close(handle(c)));
        if (!outcome.isRefused()) {
            c.shadow().close();
        }
        return outcome;
    }

    private Outcome closeBothWays(Conversation c, User user) {
        Outcome outcome = world.scene().call("close() both ways", () -> user.closeBothWays(handle(c)));
        c.shadow().close();
        return outcome;
    }

    private Outcome abort(Conversation c, User user) {
        if (c.connection().isEmpty() && c.listener().isPresent()) {
            return close(c, user);
        }
        Outcome outcome = world.scene().call("ABORT", () -> user.abort(handle(c)));
        world.scene().catchUp();
        c.shadow().abort();
        return outcome;
    }

    static ConnectionId handle(Conversation c) {
        return c.connection()
                .orElseThrow(() -> Verdicts.inconclusive("The user has no handle of a connection in "
                        + c.shadow().state() + "."));
    }
}
