package org.tcpspec.netty;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.tcpspec.netty.Protocol.Event;
import org.tcpspec.netty.Protocol.Reply;
import org.tcpspec.spi.iut.Agent;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Mailbox;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.User;

/** An agent at the other end of a control channel. */
final class RemoteAgent implements Agent {

    /** What a line holds besides text: number, verb or kind, times, handle, names. */
    private static final int LINE_BESIDES_TEXT = 100;

    /** However long a line the agent takes. */
    private static final int MOST_TEXT = 1 << 20;

    private final Channel channel;
    private final ConcurrentMap<Long, RemoteUser> connections = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, RemoteUser> listeners = new ConcurrentHashMap<>();
    private Set<Capability> capabilities = Set.of();
    private Map<String, String> environment = Map.of();
    private int longestText = MOST_TEXT;

    private RemoteAgent(InputStream in, OutputStream out) {
        this.channel = new Channel(in, out, this::event);
    }

    static RemoteAgent attach(InputStream in, OutputStream out, Optional<String> token) {
        RemoteAgent agent = new RemoteAgent(in, out);
        agent.channel.start();
        token.ifPresent(agent::show);
        agent.hello();
        return agent;
    }

    private void show(String token) {
        Reply reply = channel.call("token", List.of(token), r -> {});
        if (reply.refusal().isPresent()) {
            throw new LabException("the agent refuses the token: " + reply.words()
                    + ". Give the one that it was started with (TCPSPEC_TOKEN)");
        }
    }

    private void hello() {
        Reply hello = channel.call("hello", List.of(Integer.toString(Protocol.VERSION)), reply -> {});
        if (hello.refusal().isPresent()) {
            throw new LabException("the agent refuses to say hello: " + hello.words()
                    + (hello.refusal().equals(Optional.of(Refusal.ILLEGAL)) ? ". Does it want a token?" : ""));
        }
        String version = hello.fields().getOrDefault("version", "none");
        if (!version.equals(Integer.toString(Protocol.VERSION))) {
            throw new LabException("the agent speaks protocol " + version + ", not " + Protocol.VERSION);
        }
        capabilities = Collections.unmodifiableSet(capabilities(hello.fields().getOrDefault("capabilities", "")));
        Map<String, String> facts = new LinkedHashMap<>(hello.fields());
        facts.remove("version");
        facts.remove("capabilities");
        environment = Collections.unmodifiableMap(facts);
        longestText = longestText(facts.getOrDefault("line", ""));
    }

    /** The octets of text for which a line of the agent has room, two digits each. */
    int longestText() {
        return longestText;
    }

    private static int longestText(String line) {
        if (!line.matches("\\d{1,9}")) {
            return MOST_TEXT;
        }
        int room = (Integer.parseInt(line) - LINE_BESIDES_TEXT) / 2;
        if (room < 1) {
            throw new LabException("the agent's longest line, " + line + " octets, has no room for text");
        }
        return Math.min(MOST_TEXT, room);
    }

    private static Set<Capability> capabilities(String names) {
        Set<Capability> capabilities = EnumSet.of(Capability.DRIVEN_USER);
        for (String name : names.split(",")) {
            Arrays.stream(Capability.values())
                    .filter(c -> c.name().equals(name))
                    .forEach(capabilities::add);
        }
        return capabilities;
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public boolean isAlive() {
        return channel.isAlive();
    }

    @Override
    public User user(Mailbox mailbox) {
        return new RemoteUser(this, channel, mailbox);
    }

    void own(RemoteUser user, Handle handle) {
        (handle.isListener() ? listeners : connections).put(handle.id(), user);
    }

    void disown(Handle handle) {
        (handle.isListener() ? listeners : connections).remove(handle.id());
    }

    /** Called in the order in which the agent spoke. */
    private void event(Event event) {
        RemoteUser owner;
        if (event.kind() == SignalKind.ACCEPTED) {
            owner = listeners.get(Long.parseLong(event.fields().get("listener")));
            if (owner != null) {
                owner.accepted(event.connection());
            }
        } else {
            owner = connections.get(event.connection());
        }
        if (owner != null) {
            owner.signal(event);
        }
    }

    @Override
    public void release(User user) {
        if (!(user instanceof RemoteUser mine)) {
            throw new IllegalArgumentException("not a user of this agent");
        }
        mine.release();
    }

    @Override
    public void set(String name, String value) {
        Reply reply = channel.call("set", List.of(name, value), r -> {});
        if (reply.refusal().isPresent()) {
            throw new LabException("the setting " + name + " cannot be set to " + value + ": " + reply.words());
        }
    }

    @Override
    public void close() {
        try {
            channel.call("bye", List.of(), reply -> {});
        } catch (LabException e) {
            // It was gone already, and with it everything that it held.
            connections.clear();
        }
        channel.close();
    }
}
