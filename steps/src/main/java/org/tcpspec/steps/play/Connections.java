package org.tcpspec.steps.play;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Violation;

/** The connections of one scenario, found by their ends or by the user's handle. */
final class Connections {

    private static final int FIRST_PEER_PORT = 20_000;

    private final Bench bench;
    private final Statement statement;
    private final Random random;
    private final Map<FourTuple, Conversation> conversations = new LinkedHashMap<>();
    private final Map<Conversation, UserView> views = new LinkedHashMap<>();
    private final Map<ConnectionId, Conversation> byHandle = new LinkedHashMap<>();
    private final Map<Endpoint, Optional<Conversation>> awaited = new LinkedHashMap<>();
    private Optional<Conversation> unsettled = Optional.empty();
    private int peerPorts;

    Connections(Bench bench, Statement statement, long seed) {
        this.bench = bench;
        this.statement = statement;
        this.random = new Random(seed);
    }

    /** In the order in which they were begun. */
    List<Conversation> all() {
        return List.copyOf(conversations.values());
    }

    /** A new one between {@code iut} and a fresh port of the peer. */
    Conversation begin(Endpoint iut) {
        return begin(iut, drawIss());
    }

    /** The same with a given ISS of the peer. */
    Conversation begin(Endpoint iut, SequenceNumber peerIss) {
        return begin(new FourTuple(iut, new Endpoint(bench.peer().address(), FIRST_PEER_PORT + peerPorts++)), peerIss);
    }

    /** One between {@code ends} with the numbers of {@code like}, if there is none yet. */
    void watch(FourTuple ends, Conversation like) {
        if (!conversations.containsKey(ends)) {
            begin(ends, like.peerIss());
        }
    }

    private Conversation begin(FourTuple ends, SequenceNumber peerIss) {
        Conversation c = new Conversation(ends, peerIss, drawIss(), statement);
        conversations.put(ends, c);
        views.put(c, new UserView());
        return c;
    }

    /** A new one between the local socket of {@code first}, with its listener if it has one, and a fresh port. */
    Conversation beginBeside(Conversation first) {
        Conversation c = begin(first.ends().iut());
        if (first.listener().isPresent()) {
            c.shadow().passiveOpen();
        }
        return c;
    }

    /** The IUT chooses the port for an active OPEN to {@code remote}: its SYN will tell which. */
    void awaitSynTo(Endpoint remote) {
        awaited.put(remote, Optional.empty());
    }

    /** The connection that the SYN to {@code remote} has begun, if it came. */
    Optional<Conversation> begunTo(Endpoint remote) {
        return awaited.get(remote);
    }

    /** If {@code segment} is a SYN that is awaited, its connection begins; one in TIME-WAIT may be taken over. */
    void begin(Segment segment) {
        Optional<Conversation> begun = awaited.get(segment.destination());
        boolean isAwaited = begun != null
                && begun.isEmpty()
                && segment.flags().control().equals(Flags.of(Flag.SYN))
                && segment.source().address().equals(bench.iutAddress());
        Optional<Conversation> old = of(segment);
        if (isAwaited && (old.isEmpty() || isOver(old.get()))) {
            Conversation c = begin(new FourTuple(segment.source(), segment.destination()), drawIss());
            old.map(Conversation::shadow)
                    .filter(shadow -> shadow.state() == State.TIME_WAIT)
                    .ifPresent(c::continues);
            c.shadow().activeOpen();
            awaited.put(segment.destination(), Optional.of(c));
        }
    }

    private static boolean isOver(Conversation c) {
        return c.shadow().state() == State.TIME_WAIT || c.shadow().state() == State.CLOSED;
    }

    /** One in three initial sequence numbers lies just before the wrap, so that every scenario meets it. */
    private SequenceNumber drawIss() {
        return random.nextInt(3) == 0
                ? SequenceNumber.of(-1L - random.nextInt(40))
                : SequenceNumber.of(random.nextInt());
    }

    /** What the user has seen of {@code c}. */
    UserView view(Conversation c) {
        return views.get(c);
    }

    /** Binds a handle to its connection. */
    void bind(Conversation c, ConnectionId handle) {
        c.connection(Optional.of(handle));
        byHandle.put(handle, c);
    }

    Optional<Conversation> of(ConnectionId handle) {
        return Optional.ofNullable(byHandle.get(handle));
    }

    Optional<Conversation> of(FourTuple ends) {
        return Optional.ofNullable(conversations.get(ends));
    }

    /** The one that {@code segment} belongs to, in either direction. */
    Optional<Conversation> of(Segment segment) {
        Conversation fromIut = conversations.get(new FourTuple(segment.source(), segment.destination()));
        return Optional.ofNullable(
                        fromIut != null
                                ? fromIut
                                : conversations.get(new FourTuple(segment.destination(), segment.source())))
                .or(() -> settled(segment));
    }

    /** The IUT chooses the local address of {@code c} by its first segment. */
    void localAddressIsFree(Conversation c) {
        unsettled = Optional.of(c);
    }

    private Optional<Conversation> settled(Segment segment) {
        Optional<Conversation> c = unsettled
                .filter(u -> u.ends().peer().equals(segment.destination()))
                .filter(u -> u.ends().iut().port() == segment.source().port())
                .filter(u -> isOwn(segment.source().address()));
        c.ifPresent(found -> {
            conversations.remove(found.ends());
            found.ends(new FourTuple(segment.source(), segment.destination()));
            conversations.put(found.ends(), found);
            unsettled = Optional.empty();
        });
        return c;
    }

    private boolean isOwn(InetAddress address) {
        return address.equals(bench.iutAddress())
                || bench.localNet().filter(net -> net.second().equals(address)).isPresent();
    }

    /** What a segment of the IUT means that belongs to no connection. */
    Violation strange(Segment segment) {
        boolean fromElsewhere = conversations.values().stream()
                .anyMatch(c -> c.ends().peer().equals(segment.destination())
                        && c.ends().iut().port() == segment.source().port());
        return fromElsewhere
                ? new Violation(
                        segment.flags().control().equals(Flags.of(Flag.SYN)) ? "MUST-43" : "MUST-45",
                        "RFC 9293 3.9.1.1",
                        "The segment leaves from another address than the connection's.")
                : new Violation("", "", "The IUT sent a segment between ends that nobody uses.");
    }
}
