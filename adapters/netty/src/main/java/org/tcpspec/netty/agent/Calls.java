package org.tcpspec.netty.agent;

import io.netty.channel.IoEventLoop;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tcpspec.netty.Protocol;
import org.tcpspec.netty.Protocol.Event;
import org.tcpspec.spi.iut.ConnectionOption;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.State;

/**
 * The verbs of protocol 1 as calls on the kernel's sockets. Used by the event loop's thread only.
 *
 * <p>Each method takes the words after the verb and returns the fields of an {@code ok}.
 */
final class Calls {

    private static final int BUFFER = 64 << 10;

    private final Connection.Surroundings around;
    private final Optional<SockDiag> diag;
    private final Map<Long, Connection> connections = new HashMap<>();
    private final Map<Long, Listener> listeners = new HashMap<>();
    private long lastId;

    Calls(IoEventLoop loop, Times times, Optional<SockDiag> diag, Consumer<Event> events) {
        this.around = new Connection.Surroundings(loop, ByteBuffer.allocateDirect(BUFFER), times, events);
        this.diag = diag;
    }

    /** Does what {@code verb} says; a verb that is not known is refused. */
    Map<String, String> call(String verb, List<String> a) throws RefusedException {
        return switch (verb) {
            case "listen" -> listen(a);
            case "connect" -> connect(a);
            case "send" -> count(connection(a).send(hex(word(a, 1))));
            case "send-pattern" -> count(connection(a).send(pattern(a)));
            case "send-urgent" -> count(connection(a).sendUrgent(hex(word(a, 1))));
            case "urgent-left" -> count(connection(a).urgentLeft());
            case "receive" -> Map.of("text", connection(a).receive(number(a, 1)).toHex());
            case "recv-check" -> count(check(a));
            case "start-reading", "close", "close-both-ways", "abort", "user-timeout", "choose" ->
                onConnection(verb, a);
            case "keep-alive", "keep-alive-interval" -> keepAlive(verb, a);
            case "close-listener" -> closeListener(a);
            case "status" -> status(a);
            case "set" -> Map.of("was", Settings.set(word(a, 0), String.join(" ", a.subList(1, a.size()))));
            default -> throw new RefusedException(Refusal.NOT_OFFERED, verb);
        };
    }

    private Map<String, String> onConnection(String verb, List<String> a) throws RefusedException {
        Connection connection = connection(a);
        switch (verb) {
            case "start-reading" -> connection.startReading();
            case "close" -> connection.close();
            case "choose" -> connection.choose(chosen(a, 1));
            case "user-timeout" -> connection.userTimeout(number(a, 1));
            default -> {
                connections.remove(id(a, 0));
                if (verb.equals("abort")) {
                    connection.abort();
                } else {
                    connection.closeBothWays();
                }
            }
        }
        return Map.of();
    }

    private Map<String, String> keepAlive(String verb, List<String> a) throws RefusedException {
        if (verb.equals("keep-alive")) {
            connection(a).keepAlive(flag(a, 1));
        } else {
            int millis = number(a, 1);
            if (millis == 0) {
                throw new RefusedException(Refusal.OTHER, "out of range: 0");
            }
            connection(a).keepAliveInterval(millis);
        }
        return Map.of();
    }

    private Map<String, String> listen(List<String> a) throws RefusedException {
        InetSocketAddress local = endpoint(a, 0);
        int backlog = number(a, 2);
        boolean reading = flag(a, 3);
        Map<ConnectionOption, Long> chosen = chosen(a, 5);
        KernelSocket socket = KernelSocket.stream(SockDiag.family(local.getAddress()));
        try {
            socket.bind(local);
            // What is accepted inherits it.
            socket.noDelay(!flag(a, 4));
            socket.choose(chosen);
            socket.listen(backlog);
        } catch (RefusedException e) {
            socket.close();
            throw e;
        }
        long id = ++lastId;
        listeners.put(id, Listener.on(socket, around.loop(), around.times(), (accepted, before) -> {
            long connection = ++lastId;
            connections.put(connection, Connection.accepted(connection, accepted, reading, id, before, around));
            connections.get(connection).chosen(chosen);
        }));
        return Map.of("listener", Long.toString(id));
    }

    private Map<String, String> connect(List<String> a) throws RefusedException {
        InetSocketAddress local = endpoint(a, 0);
        InetSocketAddress remote = endpoint(a, 2);
        Map<ConnectionOption, Long> chosen = chosen(a, 6);
        KernelSocket socket = KernelSocket.stream(SockDiag.family(local.getAddress()));
        try {
            socket.noDelay(!flag(a, 5));
            if (local.getPort() == 0) {
                socket.choosePortOnConnect();
            }
            socket.choose(chosen);
            socket.bind(local);
            socket.connect(remote, local.getPort() != 0);
        } catch (RefusedException e) {
            socket.close();
            throw e;
        }
        long id = ++lastId;
        connections.put(id, Connection.opening(id, socket, flag(a, 4), around));
        connections.get(id).chosen(chosen);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("connection", Long.toString(id));
        fields.put("local-port", Integer.toString(socket.local().getPort()));
        return fields;
    }

    private Map<String, String> closeListener(List<String> a) throws RefusedException {
        Listener listener = listeners.remove(id(a, 0));
        if (listener == null) {
            throw new RefusedException(Refusal.DOES_NOT_EXIST, "no listener " + id(a, 0));
        }
        listener.close();
        return Map.of();
    }

    private Map<String, String> status(List<String> a) throws RefusedException {
        if (diag.isEmpty()) {
            throw new RefusedException(Refusal.NOT_OFFERED, "sock_diag of this kernel is not understood");
        }
        try {
            State state = diag.get().state(endpoint(a, 0), endpoint(a, 2));
            return Map.of("state", state.toString());
        } catch (SockDiag.UnknownLayoutException e) {
            throw new RefusedException(Refusal.NOT_OFFERED, e.getMessage());
        }
    }

    private int check(List<String> a) throws RefusedException {
        Bytes text = connection(a).receive(number(a, 3));
        Bytes expected = Bytes.pattern(id(a, 1), id(a, 2), text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.at(i) != expected.at(i)) {
                throw new RefusedException(Refusal.OTHER, "octet " + (id(a, 2) + i) + " is not the pattern's");
            }
        }
        return text.length();
    }

    /** Ends everything by ABORT. */
    void abortAll() {
        listeners.values().forEach(Listener::close);
        listeners.clear();
        for (Connection connection : new ArrayList<>(connections.values())) {
            try {
                connection.abort();
            } catch (RefusedException e) {
                // It had ended by itself.
                continue;
            }
        }
        connections.clear();
    }

    private Connection connection(List<String> a) throws RefusedException {
        Connection connection = connections.get(id(a, 0));
        if (connection == null) {
            throw new RefusedException(Refusal.DOES_NOT_EXIST, "no connection " + id(a, 0));
        }
        return connection;
    }

    private static Bytes pattern(List<String> a) throws RefusedException {
        return Bytes.pattern(id(a, 1), id(a, 2), number(a, 3));
    }

    /** The words {@code option=value} from the one at {@code from} on. */
    private static Map<ConnectionOption, Long> chosen(List<String> a, int from) throws RefusedException {
        Map<ConnectionOption, Long> chosen = new EnumMap<>(ConnectionOption.class);
        for (String word : a.subList(Math.min(from, a.size()), a.size())) {
            List<String> parts = List.of(word.split("=", 2));
            Optional<ConnectionOption> option = Protocol.option(parts.get(0));
            if (option.isEmpty()) {
                throw new RefusedException(Refusal.NOT_OFFERED, word);
            }
            chosen.put(option.get(), id(parts, 1));
        }
        return chosen;
    }

    private static Map<String, String> count(int count) {
        return Map.of("count", Integer.toString(count));
    }

    private static Bytes hex(String word) throws RefusedException {
        try {
            return Bytes.hex(word);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.OTHER, "no hexadecimal octets: " + e.getMessage());
        }
    }

    private static String word(List<String> a, int index) throws RefusedException {
        if (index >= a.size()) {
            throw new RefusedException(Refusal.OTHER, "too few words");
        }
        return a.get(index);
    }

    private static long id(List<String> a, int index) throws RefusedException {
        try {
            return Long.parseLong(word(a, index));
        } catch (NumberFormatException e) {
            throw new RefusedException(Refusal.OTHER, "no number: " + a.get(index));
        }
    }

    private static int number(List<String> a, int index) throws RefusedException {
        long number = id(a, index);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new RefusedException(Refusal.OTHER, "out of range: " + number);
        }
        return (int) number;
    }

    private static boolean flag(List<String> a, int index) throws RefusedException {
        return word(a, index).equals("1");
    }

    private static InetSocketAddress endpoint(List<String> a, int index) throws RefusedException {
        if (!word(a, index).matches("[0-9a-fA-F:.]+")) {
            throw new RefusedException(Refusal.REMOTE_INVALID, "no address: " + word(a, index));
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(word(a, index)), number(a, index + 1));
        } catch (UnknownHostException | IllegalArgumentException e) {
            throw new RefusedException(Refusal.REMOTE_INVALID, "no endpoint: " + e.getMessage());
        }
    }
}
