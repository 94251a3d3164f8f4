package org.tcpspec.model;

import java.util.function.Supplier;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;

/** A user who has no more calls than the statement claims, so that the kit can be tried with fewer. */
final class OfferedUser implements User {

    private final User user;
    private final Statement statement;

    OfferedUser(User user, Statement statement) {
        this.user = user;
        this.statement = statement;
    }

    private Outcome offered(Capability capability, Supplier<Outcome> call) {
        return statement.can(capability)
                ? call.get()
                : Outcome.refused(Refusal.NOT_OFFERED, Refusal.NOT_OFFERED.words());
    }

    @Override
    public Outcome openPassive(Endpoint local, OpenOptions options) {
        return offered(Capability.PASSIVE_OPEN, () -> user.openPassive(local, options));
    }

    @Override
    public Outcome openActive(Endpoint local, Endpoint remote, OpenOptions options) {
        return offered(Capability.ACTIVE_OPEN, () -> user.openActive(local, remote, options));
    }

    @Override
    public Outcome openFromListen(ListenerId listener, Endpoint remote, OpenOptions options) {
        return offered(Capability.OPEN_FROM_LISTEN, () -> user.openFromListen(listener, remote, options));
    }

    @Override
    public Outcome send(ConnectionId connection, Bytes text) {
        return offered(Capability.SEND, () -> user.send(connection, text));
    }

    @Override
    public Outcome sendFromListen(ListenerId listener, Endpoint remote, Bytes text, OpenOptions options) {
        return offered(Capability.OPEN_FROM_LISTEN, () -> user.sendFromListen(listener, remote, text, options));
    }

    @Override
    public Outcome receive(ConnectionId connection, int max) {
        return offered(Capability.RECEIVE_ON_DEMAND, () -> user.receive(connection, max));
    }

    @Override
    public Outcome startReading(ConnectionId connection) {
        return offered(Capability.RECEIVE_ON_DEMAND, () -> user.startReading(connection));
    }

    @Override
    public Outcome close(ConnectionId connection) {
        return offered(Capability.CLOSE, () -> user.close(connection));
    }

    @Override
    public Outcome closeBothWays(ConnectionId connection) {
        return offered(Capability.CLOSE_BOTH_WAYS, () -> user.closeBothWays(connection));
    }

    @Override
    public Outcome abort(ConnectionId connection) {
        return offered(Capability.ABORT, () -> user.abort(connection));
    }

    @Override
    public Outcome closeListener(ListenerId listener) {
        return offered(Capability.PASSIVE_OPEN, () -> user.closeListener(listener));
    }

    @Override
    public Outcome userTimeout(ConnectionId connection, long millis) {
        return offered(Capability.USER_TIMEOUT, () -> user.userTimeout(connection, millis));
    }

    @Override
    public Outcome status(FourTuple connection) {
        return offered(Capability.STATUS, () -> user.status(connection));
    }
}
