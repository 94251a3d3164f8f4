package org.tcpspec.gvisor;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tcpspec.spi.hosted.DrivenStack;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.ConnectionOption;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.State;

/** The user above gVisor: a program with non-blocking sockets ({@code tcpip.Endpoint}) that polls them. */
final class GvisorUser implements User {

    private static final Map<String, State> STATES = Map.ofEntries(
            Map.entry("LISTEN", State.LISTEN),
            Map.entry("SYN-SENT", State.SYN_SENT),
            Map.entry("SYN-RCVD", State.SYN_RECEIVED),
            Map.entry("ESTABLISHED", State.ESTABLISHED),
            Map.entry("FIN-WAIT1", State.FIN_WAIT_1),
            Map.entry("FIN-WAIT2", State.FIN_WAIT_2),
            Map.entry("CLOSE-WAIT", State.CLOSE_WAIT),
            Map.entry("CLOSING", State.CLOSING),
            Map.entry("LAST-ACK", State.LAST_ACK),
            Map.entry("TIME-WAIT", State.TIME_WAIT));

    private record Listening(ListenerId id, int socket, OpenOptions options) {}

    private final GvisorLibrary library;
    private final DrivenStack.Signals signals;
    private final Consumer<Runnable> act;
    private final Map<ListenerId, Listening> listeners = new HashMap<>();
    private final Map<Integer, Listening> listening = new HashMap<>();
    private final Map<ConnectionId, Connection> connections = new HashMap<>();
    private final Map<Integer, Connection> sockets = new HashMap<>();
    private final Set<Connection> reporting = new LinkedHashSet<>();
    private long lastId;

    /** @param act does something at the present time, and looks at what came of it */
    GvisorUser(GvisorLibrary library, DrivenStack.Signals signals, Consumer<Runnable> act) {
        this.library = library;
        this.signals = signals;
        this.act = act;
    }

    /** Looks at the sockets that something has happened to. True if the user learned anything. */
    boolean learns() {
        boolean any = false;
        for (int socket = library.ready(); socket > 0; socket = library.ready()) {
            any |= accepts(socket) | learns(socket);
        }
        for (Connection connection : reporting) {
            any |= connection.learns();
        }
        return any;
    }

    private boolean accepts(int socket) {
        Listening listener = listening.get(socket);
        boolean any = false;
        while (listener != null) {
            int accepted = library.accept(socket);
            if (accepted <= 0) {
                break;
            }
            ConnectionId id = new ConnectionId(++lastId);
            OpenOptions options = listener.options();
            known(Connection.accepted(id, accepted, listener.id(), options, library, signals), options);
            any = true;
        }
        return any;
    }

    private boolean learns(int socket) {
        Connection connection = sockets.get(socket);
        boolean any = false;
        while (connection != null && connection.learns()) {
            any = true;
        }
        return any;
    }

    private void known(Connection connection, OpenOptions options) {
        connections.put(connection.id, connection);
        sockets.put(connection.socket, connection);
        reports(connection, options.chosen().getOrDefault(ConnectionOption.ERROR_REPORTS, 0L));
    }

    /** Nobody is told when an error is reported that does not end the connection: a program must ask. */
    private void reports(Connection connection, long wanted) {
        if (wanted != 0) {
            reporting.add(connection);
        } else {
            reporting.remove(connection);
        }
    }

    private Outcome now(Supplier<Outcome> call) {
        Outcome[] outcome = {Outcome.OK};
        act.accept(() -> outcome[0] = call.get());
        return outcome[0];
    }

    private Outcome on(ConnectionId id, Function<Connection, Outcome> call) {
        return now(() -> {
            Connection connection = connections.get(id);
            return connection == null || connection.isEnded()
                    ? refused(Refusal.DOES_NOT_EXIST)
                    : call.apply(connection);
        });
    }

    private static Outcome refused(Refusal refusal) {
        return Outcome.refused(refusal, refusal.words());
    }

    @Override
    public Outcome openPassive(Endpoint local, OpenOptions options) {
        return now(() -> {
            int socket = library.listen(local, options.backlog());
            if (socket < 0) {
                return GvisorError.refused(library.error());
            }
            Listening listener = new Listening(new ListenerId(++lastId), socket, options);
            listeners.put(listener.id(), listener);
            listening.put(socket, listener);
            return Outcome.listening(listener.id());
        });
    }

    @Override
    public Outcome openActive(Endpoint local, Endpoint remote, OpenOptions options) {
        return now(() -> {
            int socket = library.socket(local);
            if (socket < 0) {
                return GvisorError.refused(library.error());
            }
            Connection connection = Connection.opening(new ConnectionId(++lastId), socket, options, library, signals);
            Optional<String> error = library.connect(socket, remote);
            if (error.isPresent()) {
                library.closeSocket(socket);
                return GvisorError.refused(error.get());
            }
            known(connection, options);
            return Outcome.opening(connection.id);
        });
    }

    @Override
    public Outcome openFromListen(ListenerId listener, Endpoint remote, OpenOptions options) {
        return refused(Refusal.NOT_OFFERED);
    }

    @Override
    public Outcome sendFromListen(ListenerId listener, Endpoint remote, Bytes text, OpenOptions options) {
        return refused(Refusal.NOT_OFFERED);
    }

    /** Where the buffer is full, or the connection not open yet, no octet is taken. */
    @Override
    public Outcome send(ConnectionId id, Bytes text) {
        return on(id, connection -> {
            int taken = library.send(connection.socket, text);
            if (taken >= 0) {
                return Outcome.took(taken);
            }
            String error = library.error();
            return error.equals(GvisorError.WOULD_BLOCK) ? Outcome.took(0) : GvisorError.refused(error);
        });
    }

    @Override
    public Outcome receive(ConnectionId id, int max) {
        return on(id, connection -> {
            if (connection.isClosing()) {
                return refused(Refusal.CLOSING);
            }
            Optional<Bytes> text = connection.receive(max);
            if (text.isPresent()) {
                return Outcome.received(text.get());
            }
            String error = library.error();
            return error.equals(GvisorError.WOULD_BLOCK) ? Outcome.received(Bytes.EMPTY) : GvisorError.refused(error);
        });
    }

    @Override
    public Outcome startReading(ConnectionId id) {
        return on(id, connection -> {
            connection.startReading();
            learns(connection.socket);
            return Outcome.OK;
        });
    }

    @Override
    public Outcome close(ConnectionId id) {
        return on(id, connection -> GvisorError.outcome(library.shutdown(connection.socket)));
    }

    @Override
    public Outcome closeBothWays(ConnectionId id) {
        return letGo(id, connection -> {});
    }

    @Override
    public Outcome abort(ConnectionId id) {
        return letGo(id, connection -> library.choose(connection.socket, GvisorLibrary.Choice.LINGER_ZERO, 1));
    }

    private Outcome letGo(ConnectionId id, Consumer<Connection> before) {
        return now(() -> {
            Connection connection = connections.remove(id);
            if (connection == null) {
                return refused(Refusal.DOES_NOT_EXIST);
            }
            sockets.remove(connection.socket);
            reporting.remove(connection);
            before.accept(connection);
            library.closeSocket(connection.socket);
            return connection.isEnded() ? refused(Refusal.DOES_NOT_EXIST) : Outcome.OK;
        });
    }

    @Override
    public Outcome closeListener(ListenerId id) {
        return now(() -> {
            Listening listener = listeners.remove(id);
            if (listener == null) {
                return refused(Refusal.DOES_NOT_EXIST);
            }
            listening.remove(listener.socket());
            library.closeSocket(listener.socket());
            return Outcome.OK;
        });
    }

    @Override
    public Outcome userTimeout(ConnectionId id, long millis) {
        return choose(id, GvisorLibrary.Choice.USER_TIMEOUT, millis);
    }

    @Override
    public Outcome keepAlive(ConnectionId id, boolean on) {
        return choose(id, GvisorLibrary.Choice.KEEP_ALIVE, on ? 1 : 0);
    }

    @Override
    public Outcome keepAliveInterval(ConnectionId id, long millis) {
        return choose(id, GvisorLibrary.Choice.KEEP_ALIVE_INTERVAL, millis);
    }

    private Outcome choose(ConnectionId id, GvisorLibrary.Choice what, long value) {
        return on(id, connection -> GvisorError.outcome(library.choose(connection.socket, what, value)));
    }

    @Override
    public Outcome choose(ConnectionId id, ConnectionOption option, long value) {
        return on(id, connection -> {
            if (option == ConnectionOption.ERROR_REPORTS) {
                reports(connection, value);
            }
            return GvisorError.outcome(connection.choose(option, value));
        });
    }

    /** What is bound, closed or in error is no connection to the RFC. */
    @Override
    public Outcome status(FourTuple ends) {
        return now(() -> Outcome.state(STATES.getOrDefault(library.status(ends), State.CLOSED)));
    }
}
