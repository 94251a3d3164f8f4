package org.tcpspec.spi.iut;

import java.util.function.Supplier;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;

/**
 * A user in this process, whose calls become part of the record, and who has no more of them than the statement claims,
 * so that the kit can be tried with fewer.
 */
public final class OfferedUser implements User {

    /** Makes a call and records it under the RFC's name for it. */
    @FunctionalInterface
    public interface Recorder {
        Outcome record(String words, Supplier<Outcome> call);
    }

    private final User user;
    private final Statement statement;
    private final Recorder recorder;

    /** @param user the one that does what is called */
    public OfferedUser(User user, Statement statement, Recorder recorder) {
        this.user = user;
        this.statement = statement;
        this.recorder = recorder;
    }

    private Outcome offered(Capability capability, String words, Supplier<Outcome> call) {
        return recorder.record(
                words,
                statement.can(capability)
                        ? call
                        : () -> Outcome.refused(Refusal.NOT_OFFERED, Refusal.NOT_OFFERED.words()));
    }

    private static String octets(int count) {
        return count + (count == 1 ? " octet, " : " octets, ");
    }

    @Override
    public Outcome openPassive(Endpoint local, OpenOptions options) {
        return offered(Capability.PASSIVE_OPEN, "passive OPEN " + local, () -> user.openPassive(local, options));
    }

    @Override
    public Outcome openActive(Endpoint local, Endpoint remote, OpenOptions options) {
        return offered(
                Capability.ACTIVE_OPEN,
                "active OPEN " + local + " to " + remote,
                () -> user.openActive(local, remote, options));
    }

    @Override
    public Outcome openFromListen(ListenerId listener, Endpoint remote, OpenOptions options) {
        return offered(
                Capability.OPEN_FROM_LISTEN,
                "active OPEN " + listener + " to " + remote,
                () -> user.openFromListen(listener, remote, options));
    }

    @Override
    public Outcome send(ConnectionId connection, Bytes text) {
        return offered(
                Capability.SEND, "SEND " + octets(text.length()) + connection, () -> user.send(connection, text));
    }

    @Override
    public Outcome sendFromListen(ListenerId listener, Endpoint remote, Bytes text, OpenOptions options) {
        return offered(
                Capability.OPEN_FROM_LISTEN,
                "SEND " + octets(text.length()) + listener + " to " + remote,
                () -> user.sendFromListen(listener, remote, text, options));
    }

    @Override
    public Outcome receive(ConnectionId connection, int max) {
        return offered(
                Capability.RECEIVE_ON_DEMAND,
                "RECEIVE " + octets(max) + connection,
                () -> user.receive(connection, max));
    }

    @Override
    public Outcome startReading(ConnectionId connection) {
        return offered(Capability.RECEIVE_ON_DEMAND, "RECEIVE " + connection, () -> user.startReading(connection));
    }

    @Override
    public Outcome close(ConnectionId connection) {
        return offered(Capability.CLOSE, "CLOSE " + connection, () -> user.close(connection));
    }

    @Override
    public Outcome closeBothWays(ConnectionId connection) {
        return offered(Capability.CLOSE_BOTH_WAYS, "close() " + connection, () -> user.closeBothWays(connection));
    }

    @Override
    public Outcome abort(ConnectionId connection) {
        return offered(Capability.ABORT, "ABORT " + connection, () -> user.abort(connection));
    }

    @Override
    public Outcome closeListener(ListenerId listener) {
        return offered(Capability.PASSIVE_OPEN, "CLOSE " + listener, () -> user.closeListener(listener));
    }

    @Override
    public Outcome userTimeout(ConnectionId connection, long millis) {
        return offered(
                Capability.USER_TIMEOUT,
                "USER TIMEOUT " + millis + " ms, " + connection,
                () -> user.userTimeout(connection, millis));
    }

    @Override
    public Outcome sendUrgent(ConnectionId connection, Bytes text) {
        return offered(
                Capability.URGENT,
                "SEND urgent " + octets(text.length()) + connection,
                () -> user.sendUrgent(connection, text));
    }

    @Override
    public Outcome urgentLeft(ConnectionId connection) {
        return offered(Capability.URGENT, "STATUS urgent " + connection, () -> user.urgentLeft(connection));
    }

    @Override
    public Outcome keepAlive(ConnectionId connection, boolean on) {
        return offered(
                Capability.KEEP_ALIVE,
                "KEEP-ALIVE " + (on ? "on, " : "off, ") + connection,
                () -> user.keepAlive(connection, on));
    }

    @Override
    public Outcome keepAliveInterval(ConnectionId connection, long millis) {
        return offered(
                Capability.KEEP_ALIVE,
                "KEEP-ALIVE INTERVAL " + millis + " ms, " + connection,
                () -> user.keepAliveInterval(connection, millis));
    }

    @Override
    public Outcome choose(ConnectionId connection, ConnectionOption option, long value) {
        return offered(
                option.needs(),
                "choose " + option + " " + value + ", " + connection,
                () -> user.choose(connection, option, value));
    }

    @Override
    public Outcome status(FourTuple connection) {
        return offered(
                Capability.STATUS,
                "STATUS " + connection.iut() + " " + connection.peer(),
                () -> user.status(connection));
    }
}
