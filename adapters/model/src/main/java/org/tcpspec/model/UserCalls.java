package org.tcpspec.model;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
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
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/** The user calls: RFC 9293 sections 3.10.1 to 3.10.6, and what sockets add to them. */
class UserCalls implements User {

    final Host host;

    UserCalls(Host host) {
        this.host = host;
    }

    // 3.10.1 OPEN

    @Override
    public Outcome openPassive(Endpoint local, OpenOptions options) {
        FourTuple ends = listening(local);
        Standing before = host.standing(ends, Optional.empty());
        Outcome outcome = listen(local, options);
        host.processed(ends, before, new Event.Call("passive OPEN"), Optional.empty());
        return outcome;
    }

    /** What stands for a listener where a connection is named. */
    private static FourTuple listening(Endpoint local) {
        return new FourTuple(local, new Endpoint(local.address(), 0));
    }

    private Outcome listen(Endpoint local, OpenOptions options) {
        if (!local.address().isAnyLocalAddress() && !host.admission().isLocal(local.address())) {
            return refused(Refusal.ILLEGAL);
        }
        if (host.connections().listenerFor(local).isPresent()) {
            return refused(Refusal.ALREADY_EXISTS);
        }
        return Outcome.listening(host.connections().listen(local, options).id());
    }

    @Override
    public Outcome openActive(Endpoint local, Endpoint remote, OpenOptions options) {
        Outcome outcome = connect(local, remote, options);
        if (outcome.isRefused()) {
            FourTuple ends = new FourTuple(local, remote);
            host.refused(
                    ends, host.connections().find(ends).map(tcb -> tcb.state).orElse(State.CLOSED), "active OPEN");
        }
        return outcome;
    }

    private Outcome connect(Endpoint local, Endpoint remote, OpenOptions options) {
        Optional<Refusal> invalid = checkRemote(remote);
        if (invalid.isPresent()) {
            return refused(invalid.get());
        }
        InetAddress address =
                local.address().isAnyLocalAddress() ? host.lifecycle().addressFor(remote) : local.address();
        if (!host.admission().isLocal(address)) {
            return refused(Refusal.ILLEGAL);
        }
        Optional<Endpoint> from = local.port() == 0
                ? host.ephemeralPorts().choose(address, remote)
                : Optional.of(new Endpoint(address, local.port()));
        if (from.isEmpty()) {
            return refused(Refusal.INSUFFICIENT_RESOURCES);
        }
        Optional<Tcb> old = host.connections().find(new FourTuple(from.get(), remote));
        if (old.isPresent() && local.port() != 0) {
            return refused(Refusal.ALREADY_EXISTS);
        }
        old.ifPresent(host.connections()::delete);
        Tcb tcb = create(from.get(), remote, options);
        SequenceNumber iss = host.lifecycle().chooseIss(tcb);
        return Outcome.opening(open(tcb, old.map(o -> above(o, iss)).orElse(iss), State.CLOSED, "active OPEN").id);
    }

    @Override
    public Outcome openFromListen(ListenerId listener, Endpoint remote, OpenOptions options) {
        return fromListen(listener, remote, options, "active OPEN");
    }

    private Outcome fromListen(ListenerId id, Endpoint remote, OpenOptions options, String call) {
        Optional<Listener> listener = host.connections().find(id);
        if (listener.isEmpty()) {
            return refused(Refusal.DOES_NOT_EXIST);
        }
        Outcome outcome = turnActive(listener.get(), remote, options, call);
        if (outcome.isRefused()) {
            host.refused(new FourTuple(host.lifecycle().localFor(listener.get()), remote), State.LISTEN, call);
        }
        return outcome;
    }

    private Outcome turnActive(Listener listener, Endpoint remote, OpenOptions options, String call) {
        Optional<Refusal> invalid = checkRemote(remote);
        if (invalid.isPresent()) {
            return refused(invalid.get());
        }
        Endpoint local = host.lifecycle().localFor(listener);
        if (host.connections().find(new FourTuple(local, remote)).isPresent()) {
            return refused(Refusal.ALREADY_EXISTS);
        }
        host.connections().unlisten(listener);
        Tcb tcb = create(local, remote, options);
        return Outcome.opening(open(tcb, host.lifecycle().chooseIss(tcb), State.LISTEN, call).id);
    }

    private Tcb create(Endpoint local, Endpoint remote, OpenOptions options) {
        Tcb tcb = host.lifecycle().create(local, remote, Optional.empty(), options);
        host.connections().makeKnown(tcb);
        return tcb;
    }

    /** The new incarnation begins beyond all that the old one has sent (3.6.1). */
    SequenceNumber above(Tcb old, SequenceNumber iss) {
        return iss.isAfter(old.snd.nxt) ? iss : old.snd.nxt.plus(1);
    }

    private Tcb open(Tcb tcb, SequenceNumber iss, State before, String call) {
        tcb.state = State.SYN_SENT;
        host.sender().open(tcb, iss);
        host.processed(tcb, new Standing(before, Optional.empty()), new Event.Call(call));
        return tcb;
    }

    /** MUST-46 refuses what can be no single host. */
    Optional<Refusal> checkRemote(Endpoint remote) {
        InetAddress address = remote.address();
        if (remote.port() == 0 || address.isAnyLocalAddress()) {
            return Optional.of(Refusal.REMOTE_UNSPECIFIED);
        }
        return host.admission().isOneHost(address) ? Optional.empty() : Optional.of(Refusal.REMOTE_INVALID);
    }

    // 3.10.2 SEND

    @Override
    public Outcome send(ConnectionId connection, Bytes text) {
        return on(connection, "SEND", tcb -> send(tcb, text));
    }

    @Override
    public Outcome sendFromListen(ListenerId listener, Endpoint remote, Bytes text, OpenOptions options) {
        Outcome opened = fromListen(listener, remote, options, "SEND");
        opened.connection().flatMap(host.connections()::find).ifPresent(tcb -> send(tcb, text));
        return opened;
    }

    private Outcome send(Tcb tcb, Bytes text) {
        if (isClosing(tcb)) {
            return refused(Refusal.CLOSING);
        }
        int room = host.profile().sendBuffer() - tcb.snd.unsent.length();
        if (room <= 0 && !text.isEmpty()) {
            return refused(Refusal.INSUFFICIENT_RESOURCES);
        }
        Bytes taken = text.slice(0, Math.min(room, text.length()));
        tcb.snd.unsent.append(taken);
        return Outcome.took(taken.length());
    }

    /** CLOSE was the user's last word. */
    boolean isClosing(Tcb tcb) {
        return tcb.snd.finQueued;
    }

    @Override
    public Outcome sendUrgent(ConnectionId connection, Bytes text) {
        return on(connection, "SEND", tcb -> {
            Outcome sent = send(tcb, text);
            if (sent.count() > 0) {
                host.urgent().endsHere(tcb);
            }
            return sent;
        });
    }

    // 3.10.3 RECEIVE

    @Override
    public Outcome receive(ConnectionId connection, int max) {
        return on(connection, "RECEIVE", tcb -> {
            if (nothingMoreComes(tcb)) {
                return refused(Refusal.CLOSING);
            }
            Bytes text = host.receiver().read(tcb, max);
            host.receiver().tellClosing(tcb);
            return Outcome.received(text);
        });
    }

    /** RECEIVE is answered with "connection closing": the peer's FIN has come, and no text is on hand. */
    boolean nothingMoreComes(Tcb tcb) {
        return tcb.state.hasPeerFin() && tcb.rcv.unread.isEmpty();
    }

    @Override
    public Outcome startReading(ConnectionId connection) {
        return on(connection, "RECEIVE", tcb -> {
            tcb.reading = true;
            int edge = tcb.rcv.wnd;
            host.receiver().deliver(tcb);
            tcb.rcv.ackNow |= tcb.rcv.wnd != edge && !tcb.state.hasPeerFin();
            host.receiver().tellClosing(tcb);
            return Outcome.OK;
        });
    }

    @Override
    public Outcome urgentLeft(ConnectionId connection) {
        return on(connection, "URGENT", tcb -> Outcome.took(host.urgent().left(tcb)));
    }

    // 3.10.4 CLOSE

    @Override
    public Outcome close(ConnectionId connection) {
        return on(connection, "CLOSE", this::close);
    }

    private Outcome close(Tcb tcb) {
        if (tcb.snd.finQueued) {
            return refused(Refusal.CLOSING);
        }
        switch (tcb.state) {
            case SYN_SENT -> host.connections().delete(tcb);
            case SYN_RECEIVED -> closeInSynReceived(tcb);
            case ESTABLISHED -> {
                tcb.state = closing(tcb);
                queueFin(tcb);
            }
            case CLOSE_WAIT -> queueFin(tcb);
            default -> throw new IllegalStateException("no FIN was queued in " + tcb.state);
        }
        return Outcome.OK;
    }

    /** A FIN follows the last octet that is queued. */
    void queueFin(Tcb tcb) {
        tcb.snd.finQueued = true;
    }

    /** The state after CLOSE in ESTABLISHED, "in any case": whether the FIN can leave at once or not. */
    State closing(Tcb tcb) {
        return State.FIN_WAIT_1;
    }

    /** What was sent or waits goes first: then the CLOSE too is queued until ESTABLISHED. */
    void closeInSynReceived(Tcb tcb) {
        tcb.state = tcb.snd.unsent.isEmpty() ? State.FIN_WAIT_1 : State.SYN_RECEIVED;
        queueFin(tcb);
    }

    @Override
    public Outcome closeListener(ListenerId listener) {
        Optional<Listener> listening = host.connections().find(listener);
        if (listening.isEmpty()) {
            return refused(Refusal.DOES_NOT_EXIST);
        }
        FourTuple ends = listening(listening.get().local());
        Standing before = host.standing(ends, Optional.empty());
        host.connections().unlisten(listening.get());
        host.processed(ends, before, new Event.Call("CLOSE"), Optional.empty());
        host.connections().halfOpen(listening.get()).forEach(this::abandonHalfOpen);
        return Outcome.OK;
    }

    /** Its listener is closed, and no user knows of it. */
    void abandonHalfOpen(Tcb tcb) {
        abort(tcb);
    }

    @Override
    public Outcome closeBothWays(ConnectionId connection) {
        return on(connection, "close()", this::closeBothWays);
    }

    Outcome closeBothWays(Tcb tcb) {
        host.connections().giveAway(tcb);
        tcb.closedBothWays = true;
        if (losesText(tcb) && resetsOnAbort(tcb.state)) {
            return abort(tcb);
        }
        host.lifecycle().limitFinWait2(tcb);
        return tcb.snd.finQueued ? Outcome.OK : close(tcb);
    }

    /** Text was taken that nobody will read: the peer learns of it by RST (3.6.1, SHLD-3). */
    boolean losesText(Tcb tcb) {
        return !tcb.rcv.unread.isEmpty();
    }

    // 3.10.5 ABORT

    @Override
    public Outcome abort(ConnectionId connection) {
        return on(connection, "ABORT", tcb -> {
            host.connections().forget(tcb);
            return abort(tcb);
        });
    }

    Outcome abort(Tcb tcb) {
        if (resetsOnAbort(tcb.state)) {
            host.output().reset(tcb);
        }
        host.connections().delete(tcb);
        return Outcome.OK;
    }

    boolean resetsOnAbort(State state) {
        return switch (state) {
            case SYN_RECEIVED, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT -> true;
            default -> false;
        };
    }

    // 3.10.6 STATUS

    @Override
    public Outcome status(FourTuple connection) {
        Optional<Tcb> tcb = host.connections().find(connection);
        host.processed(connection, host.standing(connection, tcb), new Event.Call("STATUS"), tcb);
        return Outcome.state(host.state(connection));
    }

    // 3.8.3

    @Override
    public Outcome userTimeout(ConnectionId connection, long millis) {
        return on(connection, "USER TIMEOUT", tcb -> {
            tcb.userTimeout = Optional.of(Duration.ofMillis(millis));
            if (tcb.timers.isRunning(Timeout.USER)) {
                tcb.timers.start(
                        Timeout.USER,
                        tcb.waitingSince + Duration.ofMillis(millis).toNanos());
            }
            return Outcome.OK;
        });
    }

    // 3.8.4

    @Override
    public Outcome keepAlive(ConnectionId connection, boolean on) {
        return keepAlive(connection, tcb -> host.keepAlive().turn(tcb, on));
    }

    @Override
    public Outcome keepAliveInterval(ConnectionId connection, long millis) {
        return keepAlive(connection, tcb -> host.keepAlive().setInterval(tcb, Duration.ofMillis(millis)));
    }

    private Outcome keepAlive(ConnectionId connection, Consumer<Tcb> change) {
        if (!host.profile().has(Option.KEEP_ALIVE)) {
            return refused(Refusal.NOT_OFFERED);
        }
        return on(connection, "KEEP-ALIVE", tcb -> {
            change.accept(tcb);
            return Outcome.OK;
        });
    }

    // 3.9.1.8, 3.9.1.9, 3.9.2

    @Override
    public Outcome choose(ConnectionId connection, ConnectionOption option, long value) {
        return on(connection, option.toString(), tcb -> {
            tcb.chosen.put(option, value);
            return Outcome.OK;
        });
    }

    private Outcome on(ConnectionId connection, String call, Function<Tcb, Outcome> action) {
        Optional<Tcb> found = host.connections().find(connection);
        if (found.isEmpty()) {
            host.connections().former(connection).ifPresent(ends -> host.refused(ends, State.CLOSED, call));
            return refused(Refusal.DOES_NOT_EXIST);
        }
        Tcb tcb = found.get();
        Standing before = host.standing(tcb);
        Outcome outcome = action.apply(tcb);
        host.finish(tcb);
        host.processed(tcb, before, new Event.Call(call));
        return outcome;
    }

    private static Outcome refused(Refusal refusal) {
        return Outcome.refused(refusal, refusal.words());
    }
}
