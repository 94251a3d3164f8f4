package org.tcpspec.netty;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tcpspec.netty.Protocol.Event;
import org.tcpspec.netty.Protocol.Reply;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.ConnectionOption;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.Mailbox;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.State;

/** The user of one scenario, at the kit's end of the control channel. */
final class RemoteUser implements User {

    private static final Consumer<Outcome> NOTHING = outcome -> {};

    private final RemoteAgent agent;
    private final Channel channel;
    private final Mailbox mailbox;
    private final Set<Handle> handles = ConcurrentHashMap.newKeySet();
    private volatile boolean released;

    RemoteUser(RemoteAgent agent, Channel channel, Mailbox mailbox) {
        this.agent = agent;
        this.channel = channel;
        this.mailbox = mailbox;
    }

    @Override
    public Outcome openPassive(Endpoint local, OpenOptions options) {
        List<String> arguments = new ArrayList<>(Protocol.endpoint(local));
        arguments.add(Integer.toString(options.backlog()));
        arguments.add(Protocol.flag(options.reading()));
        arguments.add(Protocol.flag(options.nagle()));
        arguments.addAll(Protocol.chosen(options.chosen()));
        return call(
                "passive OPEN at " + local,
                "listen",
                arguments,
                ok -> Outcome.listening(new ListenerId(number(ok, "listener"))),
                outcome -> outcome.listener().ifPresent(id -> own(Handle.listener(id.value()))));
    }

    @Override
    public Outcome openActive(Endpoint local, Endpoint remote, OpenOptions options) {
        List<String> arguments = new ArrayList<>(Protocol.endpoint(local));
        arguments.addAll(Protocol.endpoint(remote));
        arguments.add(Protocol.flag(options.reading()));
        arguments.add(Protocol.flag(options.nagle()));
        arguments.addAll(Protocol.chosen(options.chosen()));
        return call(
                "active OPEN from " + local + " to " + remote,
                "connect",
                arguments,
                ok -> Outcome.opening(new ConnectionId(number(ok, "connection"))),
                outcome -> outcome.connection().ifPresent(id -> own(Handle.connection(id.value()))));
    }

    @Override
    public Outcome openFromListen(ListenerId listener, Endpoint remote, OpenOptions options) {
        return fromListen(
                "active OPEN on " + listener + " to " + remote, "open-from-listen", listener, remote, List.of());
    }

    @Override
    public Outcome sendFromListen(ListenerId listener, Endpoint remote, Bytes text, OpenOptions options) {
        String call = "SEND of " + text.length() + " octets on " + listener + " to " + remote;
        return fromListen(call, "send-from-listen", listener, remote, List.of(text.toHex()));
    }

    private Outcome fromListen(String call, String verb, ListenerId listener, Endpoint remote, List<String> more) {
        List<String> arguments = new ArrayList<>(words(listener.value()));
        arguments.addAll(Protocol.endpoint(remote));
        arguments.addAll(more);
        return call(
                call,
                verb,
                arguments,
                ok -> Outcome.opening(new ConnectionId(number(ok, "connection"))),
                outcome -> outcome.connection().ifPresent(id -> own(Handle.connection(id.value()))));
    }

    @Override
    public Outcome send(ConnectionId connection, Bytes text) {
        return pieces().call(
                        "SEND of " + text.length() + " octets",
                        "send",
                        text.length(),
                        (from, to) -> Protocol.sending(connection.value(), text.slice(from, to), to < text.length()),
                        ok -> Outcome.took((int) number(ok, "count")));
    }

    @Override
    public Outcome sendUrgent(ConnectionId connection, Bytes text) {
        if (text.length() > agent.longestText()) {
            // In pieces the urgent pointer would designate the end of each.
            return Outcome.refused(
                    Refusal.INSUFFICIENT_RESOURCES,
                    "a line of the agent has room for " + agent.longestText() + " octets of text");
        }
        return call(
                "SEND of " + text.length() + " octets of urgent data",
                "send-urgent",
                List.of(Long.toString(connection.value()), text.toHex()),
                ok -> Outcome.took((int) number(ok, "count")),
                NOTHING);
    }

    @Override
    public Outcome urgentLeft(ConnectionId connection) {
        return call(
                "STATUS of urgent data",
                "urgent-left",
                words(connection.value()),
                ok -> Outcome.took((int) number(ok, "count")),
                NOTHING);
    }

    @Override
    public Outcome receive(ConnectionId connection, int max) {
        return pieces().call(
                        "RECEIVE of at most " + max + " octets",
                        "receive",
                        max,
                        (from, to) -> words(connection.value(), to - from),
                        ok -> Outcome.received(Bytes.hex(field(ok, "text"))));
    }

    private Pieces pieces() {
        return new Pieces(channel, agent.longestText(), this::deliver);
    }

    @Override
    public Outcome startReading(ConnectionId connection) {
        return call("RECEIVE from now on", "start-reading", words(connection.value()));
    }

    @Override
    public Outcome close(ConnectionId connection) {
        return call("CLOSE", "close", words(connection.value()));
    }

    @Override
    public Outcome closeBothWays(ConnectionId connection) {
        return last("close() both ways", "close-both-ways", Handle.connection(connection.value()));
    }

    @Override
    public Outcome abort(ConnectionId connection) {
        return last("ABORT", "abort", Handle.connection(connection.value()));
    }

    @Override
    public Outcome closeListener(ListenerId listener) {
        return last("CLOSE of the listener", "close-listener", Handle.listener(listener.value()));
    }

    @Override
    public Outcome userTimeout(ConnectionId connection, long millis) {
        return call("user timeout of " + millis + " ms", "user-timeout", words(connection.value(), millis));
    }

    @Override
    public Outcome keepAlive(ConnectionId connection, boolean on) {
        return call(
                "keep-alives " + (on ? "on" : "off"),
                "keep-alive",
                List.of(Long.toString(connection.value()), Protocol.flag(on)));
    }

    @Override
    public Outcome keepAliveInterval(ConnectionId connection, long millis) {
        return call(
                "keep-alive interval of " + millis + " ms", "keep-alive-interval", words(connection.value(), millis));
    }

    @Override
    public Outcome choose(ConnectionId connection, ConnectionOption option, long value) {
        String word = Protocol.option(option);
        return call(option + " " + value, "choose", List.of(Long.toString(connection.value()), word + "=" + value));
    }

    @Override
    public Outcome status(FourTuple connection) {
        List<String> arguments = new ArrayList<>(Protocol.endpoint(connection.iut()));
        arguments.addAll(Protocol.endpoint(connection.peer()));
        return call(
                "STATUS of " + connection.iut() + " to " + connection.peer(),
                "status",
                arguments,
                ok -> Outcome.state(State.named(field(ok, "state"))
                        .orElseThrow(() -> new IllegalArgumentException("no such state: " + ok.format()))),
                NOTHING);
    }

    private Outcome call(String call, String verb, List<String> arguments) {
        return call(call, verb, arguments, ok -> Outcome.OK, NOTHING);
    }

    /** A call after which the handle is gone, unless there is no such call. */
    private Outcome last(String call, String verb, Handle handle) {
        return call(call, verb, words(handle.id()), ok -> Outcome.OK, outcome -> {
            if (!outcome.refusal().equals(Optional.of(Refusal.NOT_OFFERED))) {
                disown(handle);
            }
        });
    }

    /** The record gets the call at the place where the agent told its outcome, between the signals around it. */
    private Outcome call(
            String call,
            String verb,
            List<String> arguments,
            Function<Reply, Outcome> meaning,
            Consumer<Outcome> first) {
        CompletableFuture<Outcome> told = new CompletableFuture<>();
        channel.call(verb, arguments, reply -> {
            Outcome outcome = reply.refusal()
                    .map(refusal -> Outcome.refused(refusal, reply.words()))
                    .orElseGet(() -> meaning.apply(reply));
            first.accept(outcome);
            deliver(new Observed.Call(reply.before(), reply.after(), call, outcome));
            told.complete(outcome);
        });
        return told.join();
    }

    private void deliver(Observed observed) {
        if (!released) {
            mailbox.deliver(observed);
        }
    }

    private void own(Handle handle) {
        handles.add(handle);
        agent.own(this, handle);
    }

    private void disown(Handle handle) {
        handles.remove(handle);
        agent.disown(handle);
    }

    /** Called by the channel's thread before the event itself. */
    void accepted(long connection) {
        own(Handle.connection(connection));
    }

    void signal(Event event) {
        deliver(new Observed.Signal(
                event.before(), event.after(), event.kind(), new ConnectionId(event.connection()), detail(event)));
    }

    private static SignalDetail detail(Event event) {
        Map<String, String> fields = event.fields();
        return new SignalDetail(
                Bytes.hex(fields.getOrDefault("text", "")),
                Optional.ofNullable(fields.get("listener")).map(id -> new ListenerId(Long.parseLong(id))),
                fields.containsKey("local")
                        ? Optional.of(new FourTuple(endpoint(fields, "local"), endpoint(fields, "remote")))
                        : Optional.empty(),
                fields.getOrDefault("words", "").replace('_', ' '));
    }

    private static Endpoint endpoint(Map<String, String> fields, String name) {
        try {
            return new Endpoint(InetAddress.getByName(fields.get(name)), Integer.parseInt(fields.get(name + "-port")));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address: " + fields.get(name), e);
        }
    }

    /** Listeners first, so that nothing more is accepted; then every connection, by ABORT. */
    void release() {
        released = true;
        end("close-listener", handles.stream().filter(Handle::isListener).toList());
        // A stack without ABORT keeps what close() leaves; the peer resets it.
        boolean abort = agent.capabilities().contains(Capability.ABORT);
        end(
                abort ? "abort" : "close-both-ways",
                handles.stream().filter(h -> !h.isListener()).toList());
    }

    private void end(String verb, List<Handle> ending) {
        List<CompletableFuture<Reply>> answers = ending.stream()
                .map(handle -> channel.send(verb, words(handle.id()), reply -> disown(handle)))
                .toList();
        for (CompletableFuture<Reply> answer : answers) {
            channel.await(verb, answer);
        }
    }

    private static List<String> words(long... numbers) {
        return Arrays.stream(numbers).mapToObj(Long::toString).toList();
    }

    private static long number(Reply ok, String name) {
        return Long.parseLong(field(ok, name));
    }

    private static String field(Reply ok, String name) {
        String value = ok.fields().get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name + " in: " + ok.format());
        }
        return value;
    }
}
