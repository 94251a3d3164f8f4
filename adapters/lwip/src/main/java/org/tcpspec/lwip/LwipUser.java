package org.tcpspec.lwip;

import com.sun.jna.Callback;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tcpspec.spi.hosted.DrivenStack;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.ConnectionOption;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.State;

/** The user above lwIP, by its raw API ({@code tcp.h}). */
final class LwipUser implements User {

    private static final int OK = 0;
    private static final byte COPY = 1;
    private static final int MOST_AT_ONCE = 0xffff;
    private static final int NODELAY = 0x40;
    private static final int REUSE_ADDRESS = 0x04;
    private static final int KEEP_ALIVE = 0x08;
    private static final int DIFFSERV_SHIFT = 2;

    /** In the order of lwIP's {@code enum tcp_state}. */
    private static final State[] STATES = {
        State.CLOSED,
        State.LISTEN,
        State.SYN_SENT,
        State.SYN_RECEIVED,
        State.ESTABLISHED,
        State.FIN_WAIT_1,
        State.FIN_WAIT_2,
        State.CLOSE_WAIT,
        State.CLOSING,
        State.LAST_ACK,
        State.TIME_WAIT
    };

    private interface Accept extends Callback {
        byte accept(Pointer arg, Pointer pcb, byte error);
    }

    private interface Connected extends Callback {
        byte connected(Pointer arg, Pointer pcb, byte error);
    }

    private interface Received extends Callback {
        byte received(Pointer arg, Pointer pcb, Pointer pbuf, byte error);
    }

    private interface Failed extends Callback {
        void failed(Pointer arg, byte error);
    }

    private record Listening(ListenerId id, Pointer pcb, OpenOptions options) {}

    private final Lwip lwip;
    private final DrivenStack.Signals signals;
    private final Map<ListenerId, Listening> listeners = new LinkedHashMap<>();
    private final Map<Long, Connection> connections = new HashMap<>();
    private final Accept accept = this::accepted;
    private final Connected connected = this::connected;
    private final Received received = this::received;
    private final Failed failed = this::failed;
    private long lastId;

    LwipUser(Lwip lwip, DrivenStack.Signals signals) {
        this.lwip = lwip;
        this.signals = signals;
    }

    // ---- what lwIP tells

    private byte accepted(Pointer arg, Pointer pcb, byte error) {
        if (pcb == null || error != OK) {
            return OK;
        }
        Listening listener = listeners.get(new ListenerId(Pointer.nativeValue(arg)));
        FourTuple ends = new FourTuple(
                new Endpoint(lwip.localAddress(pcb), lwip.port(pcb, "local_port")),
                new Endpoint(lwip.remoteAddress(pcb), lwip.port(pcb, "remote_port")));
        Connection connection = known(pcb, ends, listener.options());
        connection.open = true;
        signals.signal(SignalKind.ACCEPTED, connection.id, SignalDetail.accepted(listener.id(), ends));
        return OK;
    }

    private byte connected(Pointer arg, Pointer pcb, byte error) {
        Connection connection = connections.get(Pointer.nativeValue(arg));
        connection.open = true;
        signals.signal(SignalKind.OPENED, connection.id, SignalDetail.opened(connection.ends));
        return OK;
    }

    private byte received(Pointer arg, Pointer pcb, Pointer pbuf, byte error) {
        Connection connection = connections.get(Pointer.nativeValue(arg));
        if (pbuf == null) {
            connection.finUntold = true;
            tellClosing(connection);
            return OK;
        }
        Bytes text = lwip.content(pbuf);
        lwip.number("pbuf_free", pbuf);
        connection.unread = connection.unread.plus(text);
        deliver(connection);
        return OK;
    }

    /** lwIP has given the connection up, and freed it. */
    private void failed(Pointer arg, byte error) {
        Connection connection = connections.get(Pointer.nativeValue(arg));
        connection.freed = true;
        LwipError.of(error).ifPresent(why -> {
            switch (why) {
                case RST ->
                    signals.signal(
                            connection.open ? SignalKind.RESET : SignalKind.REFUSED, connection.id, SignalDetail.NONE);
                case ABRT -> signals.signal(SignalKind.TIMED_OUT, connection.id, SignalDetail.NONE);
                case CLSD -> {
                    // The close is complete; RFC 9293 has no signal for that.
                }
                default -> signals.signal(SignalKind.ERROR, connection.id, SignalDetail.words("ERR_" + why.name()));
            }
        });
    }

    private Connection known(Pointer pcb, FourTuple ends, OpenOptions options) {
        ConnectionId id = new ConnectionId(++lastId);
        Connection connection = new Connection(id, pcb, ends, options);
        connections.put(id.value(), connection);
        lwip.call("tcp_arg", pcb, Pointer.createConstant(id.value()));
        lwip.call("tcp_recv", pcb, received);
        lwip.call("tcp_err", pcb, failed);
        if (!options.nagle()) {
            long at = lwip.layout().at("tcp_pcb.flags");
            pcb.setShort(at, (short) (pcb.getShort(at) | NODELAY));
        }
        options.chosen().forEach((option, value) -> choose(pcb, option, value));
        return connection;
    }

    private void deliver(Connection connection) {
        if (connection.reading && !connection.unread.isEmpty()) {
            signals.signal(
                    SignalKind.DATA, connection.id, SignalDetail.text(take(connection, connection.unread.length())));
        }
    }

    private Bytes take(Connection connection, int most) {
        Bytes text = connection.unread.slice(0, Math.min(most, connection.unread.length()));
        connection.unread = connection.unread.from(text.length());
        if (!text.isEmpty() && isAlive(connection)) {
            lwip.call("tcp_recved", connection.pcb, (short) text.length());
        }
        return text;
    }

    private void tellClosing(Connection connection) {
        if (connection.finUntold && connection.unread.isEmpty()) {
            connection.finUntold = false;
            connection.finTold = true;
            signals.signal(SignalKind.CLOSING, connection.id, SignalDetail.NONE);
        }
    }

    // ---- the calls

    @Override
    public Outcome openPassive(Endpoint local, OpenOptions options) {
        Pointer pcb = lwip.newPcb();
        Optional<LwipError> bound = bind(pcb, local);
        if (bound.isPresent()) {
            lwip.call("tcp_abort", pcb);
            return bound.get().refused();
        }
        Memory error = new Memory(1);
        Pointer listening = lwip.pointer("tcp_listen_with_backlog_and_err", pcb, (byte) options.backlog(), error);
        if (listening == null) {
            lwip.call("tcp_abort", pcb);
            return LwipError.of(error.getByte(0)).orElse(LwipError.MEM).refused();
        }
        Listening listener = new Listening(new ListenerId(++lastId), listening, options);
        listeners.put(listener.id(), listener);
        lwip.call("tcp_arg", listening, Pointer.createConstant(listener.id().value()));
        lwip.call("tcp_accept", listening, accept);
        return Outcome.listening(listener.id());
    }

    /** Beside listeners and other connections at the same port, as RFC 9293 allows: its user must ask lwIP for that. */
    private Optional<LwipError> bind(Pointer pcb, Endpoint local) {
        choose(pcb, REUSE_ADDRESS, true);
        return LwipError.of(lwip.error("tcp_bind", pcb, lwip.ip(local.address()), (short) local.port()));
    }

    @Override
    public Outcome openActive(Endpoint local, Endpoint remote, OpenOptions options) {
        Pointer pcb = lwip.newPcb();
        Optional<LwipError> refused = bind(pcb, local);
        if (refused.isEmpty()) {
            Endpoint from = new Endpoint(local.address(), lwip.port(pcb, "local_port"));
            Connection connection = known(pcb, new FourTuple(from, remote), options);
            refused = LwipError.of(
                    lwip.error("tcp_connect", pcb, lwip.ip(remote.address()), (short) remote.port(), connected));
            if (refused.isEmpty()) {
                return Outcome.opening(connection.id);
            }
            connections.remove(connection.id.value());
            lwip.call("tcp_err", pcb, Pointer.NULL);
        }
        lwip.call("tcp_abort", pcb);
        return refused.get().refused();
    }

    @Override
    public Outcome openFromListen(ListenerId listener, Endpoint remote, OpenOptions options) {
        return notOffered();
    }

    @Override
    public Outcome sendFromListen(ListenerId listener, Endpoint remote, Bytes text, OpenOptions options) {
        return notOffered();
    }

    @Override
    public Outcome userTimeout(ConnectionId connection, long millis) {
        return notOffered();
    }

    @Override
    public Outcome send(ConnectionId id, Bytes text) {
        return on(id, connection -> {
            int length = Math.min(Math.min(MOST_AT_ONCE, lwip.sendBuffer(connection.pcb)), text.length());
            if (text.isEmpty()) {
                return Outcome.took(0);
            }
            Optional<LwipError> refused = Optional.of(LwipError.MEM);
            while (refused.filter(LwipError.MEM::equals).isPresent() && length > 0) {
                refused = write(connection, text.slice(0, length));
                // lwIP takes all or nothing; a program then tries with less
                length = refused.isPresent() ? length / 2 : length;
            }
            lwip.number("tcp_output", connection.pcb);
            return refused.isPresent() ? refused.get().refused() : Outcome.took(length);
        });
    }

    private Optional<LwipError> write(Connection connection, Bytes text) {
        return LwipError.of(lwip.error("tcp_write", connection.pcb, Lwip.memory(text), (short) text.length(), COPY));
    }

    @Override
    public Outcome receive(ConnectionId id, int max) {
        Connection connection = connections.get(id.value());
        if (connection == null) {
            return refused(Refusal.DOES_NOT_EXIST);
        }
        if (connection.finTold) {
            return refused(Refusal.CLOSING);
        }
        Bytes text = take(connection, max);
        tellClosing(connection);
        return Outcome.received(text);
    }

    @Override
    public Outcome startReading(ConnectionId id) {
        return on(id, connection -> {
            connection.reading = true;
            deliver(connection);
            tellClosing(connection);
            return Outcome.OK;
        });
    }

    /** In SYN-SENT {@code tcp_shutdown} is refused; there {@code tcp_close} is what a program calls. */
    @Override
    public Outcome close(ConnectionId id) {
        return on(id, connection -> {
            if (STATES[lwip.state(connection.pcb)] == State.SYN_SENT) {
                connections.remove(id.value());
                return outcome(lwip.error("tcp_close", connection.pcb));
            }
            return outcome(lwip.error("tcp_shutdown", connection.pcb, 0, 1));
        });
    }

    @Override
    public Outcome closeBothWays(ConnectionId id) {
        Outcome outcome = on(id, connection -> outcome(lwip.error("tcp_close", connection.pcb)));
        forget(id);
        return outcome;
    }

    @Override
    public Outcome abort(ConnectionId id) {
        Connection connection = connections.get(id.value());
        forget(id);
        if (connection == null || !isAlive(connection)) {
            return refused(Refusal.DOES_NOT_EXIST);
        }
        lwip.call("tcp_abort", connection.pcb);
        return Outcome.OK;
    }

    /** Nobody is told anything more of it, but lwIP goes on calling: what it says finds no user. */
    private void forget(ConnectionId id) {
        Optional.ofNullable(connections.get(id.value())).ifPresent(this::silence);
        connections.remove(id.value());
    }

    private void silence(Connection connection) {
        if (isAlive(connection)) {
            lwip.call("tcp_err", connection.pcb, Pointer.NULL);
            lwip.call("tcp_recv", connection.pcb, Pointer.NULL);
        }
    }

    @Override
    public Outcome closeListener(ListenerId id) {
        Listening listener = listeners.remove(id);
        return listener == null ? refused(Refusal.DOES_NOT_EXIST) : outcome(lwip.error("tcp_close", listener.pcb()));
    }

    @Override
    public Outcome keepAlive(ConnectionId id, boolean on) {
        return on(id, connection -> {
            choose(connection.pcb, KEEP_ALIVE, on);
            return Outcome.OK;
        });
    }

    private void choose(Pointer pcb, int option, boolean on) {
        long at = lwip.layout().at("tcp_pcb.so_options");
        int options = pcb.getByte(at);
        pcb.setByte(at, (byte) (on ? options | option : options & ~option));
    }

    @Override
    public Outcome keepAliveInterval(ConnectionId id, long millis) {
        return on(id, connection -> {
            connection.pcb.setInt(lwip.layout().at("tcp_pcb.keep_idle"), (int) millis);
            if (lwip.layout().has("tcp_pcb.keep_intvl")) {
                connection.pcb.setInt(lwip.layout().at("tcp_pcb.keep_intvl"), (int) millis);
            }
            return Outcome.OK;
        });
    }

    @Override
    public Outcome choose(ConnectionId id, ConnectionOption option, long value) {
        return on(id, connection -> choose(connection.pcb, option, value));
    }

    private Outcome choose(Pointer pcb, ConnectionOption option, long value) {
        switch (option) {
            case DIFFSERV -> pcb.setByte(lwip.layout().at("tcp_pcb.tos"), (byte) (value << DIFFSERV_SHIFT));
            case TIME_TO_LIVE -> pcb.setByte(lwip.layout().at("tcp_pcb.ttl"), (byte) value);
            default -> {
                return notOffered();
            }
        }
        return Outcome.OK;
    }

    @Override
    public Outcome status(FourTuple connection) {
        return Outcome.state(state(connection));
    }

    private State state(FourTuple ends) {
        for (String list : new String[] {"tcp_active_pcbs", "tcp_tw_pcbs"}) {
            for (Pointer pcb : lwip.list(list)) {
                if (lwip.port(pcb, "local_port") == ends.iut().port()
                        && lwip.port(pcb, "remote_port") == ends.peer().port()
                        && lwip.remoteAddress(pcb).equals(ends.peer().address())) {
                    return STATES[lwip.state(pcb)];
                }
            }
        }
        boolean listening = lwip.list("tcp_listen_pcbs").stream()
                .anyMatch(pcb -> lwip.listenerPort(pcb) == ends.iut().port()
                        && lwip.listensAt(pcb, ends.iut().address()));
        return listening ? State.LISTEN : State.CLOSED;
    }

    /** Ends everything at once, silently. */
    void end() {
        connections.values().forEach(this::silence);
        connections.clear();
        listeners.values().forEach(listener -> lwip.call("tcp_close", listener.pcb()));
        listeners.clear();
        for (String list : new String[] {"tcp_active_pcbs", "tcp_tw_pcbs", "tcp_bound_pcbs"}) {
            for (Pointer pcb : lwip.list(list)) {
                lwip.call("tcp_err", pcb, Pointer.NULL);
                lwip.call("tcp_abort", pcb);
            }
        }
    }

    /** lwIP frees a connection in TIME-WAIT without a word, so its lists are asked. */
    private boolean isAlive(Connection connection) {
        return !connection.freed
                && (lwip.list("tcp_active_pcbs").contains(connection.pcb)
                        || lwip.list("tcp_tw_pcbs").contains(connection.pcb)
                        || lwip.list("tcp_bound_pcbs").contains(connection.pcb));
    }

    private Outcome on(ConnectionId id, Function<Connection, Outcome> call) {
        Connection connection = connections.get(id.value());
        return connection == null || !isAlive(connection) ? refused(Refusal.DOES_NOT_EXIST) : call.apply(connection);
    }

    private static Outcome outcome(int error) {
        return LwipError.of(error).map(LwipError::refused).orElse(Outcome.OK);
    }

    private static Outcome refused(Refusal refusal) {
        return Outcome.refused(refusal, refusal.words());
    }

    private static Outcome notOffered() {
        return refused(Refusal.NOT_OFFERED);
    }
}
