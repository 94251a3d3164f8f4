package org.tcpspec.steps.cover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.IcmpCodec;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/**
 * Reads a scenario's record and tells its events, each with the state and variables before it, the reaction and the
 * state after it. It knows nothing of the scenario's text or tags.
 */
public final class Monitor {

    private record Listening(Endpoint local, OpenOptions options) {
        boolean isAt(Endpoint iut) {
            return takes(local, iut);
        }
    }

    /** The unspecified address stands for each of the IUT's. */
    private static boolean takes(Endpoint local, Endpoint iut) {
        boolean address = local.address().isAnyLocalAddress() || local.address().equals(iut.address());
        return address && local.port() == iut.port();
    }

    private final Statement statement;
    private final Map<FourTuple, Track> tracks = new LinkedHashMap<>();
    private final Map<ListenerId, Listening> listeners = new LinkedHashMap<>();
    private final Map<ConnectionId, Track> handles = new HashMap<>();
    private final List<Happening.Called> opening = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();

    private Monitor(Statement statement) {
        this.statement = statement;
    }

    /** The events of {@code record}, connection by connection. */
    public static List<Observation> observe(List<Happening> record, Statement statement) {
        Monitor monitor = new Monitor(statement);
        for (int i = 0; i < record.size(); i++) {
            Happening next = record.get(i);
            monitor.tracks.values().forEach(t -> t.until(next.nanos()));
            if (!monitor.isAskedAgain(record, i)) {
                monitor.take(next);
            }
        }
        monitor.tracks.values().forEach(Track::end);
        return List.copyOf(monitor.observations);
    }

    /** STATUS is asked until it says what is awaited, or time is up: the last answer counts. */
    private boolean isAskedAgain(List<Happening> record, int i) {
        return i + 1 < record.size()
                && record.get(i) instanceof Happening.Called first
                && record.get(i + 1) instanceof Happening.Called second
                && first.verb() == Happening.Verb.STATUS
                && second.verb() == Happening.Verb.STATUS
                && first.ends().equals(second.ends())
                && second.nanos() - first.nanos() <= statement.ixit().reaction().toNanos()
                && !first.outcome().state().equals(second.outcome().state());
    }

    private void take(Happening next) {
        if (next instanceof Happening.Sent sent) {
            takePacket(sent.frame());
        } else if (next instanceof Happening.Told told) {
            takeSignal(told.signal());
        } else if (next instanceof Happening.Called called) {
            takeCall(called);
        }
    }

    // ---- the wire

    private void takePacket(Observed.Frame frame) {
        Packet packet = frame.packet();
        if (packet.segment().isEmpty()) {
            IcmpCodec.decode(packet.octets()).flatMap(IcmpCodec::quoted).ifPresent(this::takeReport);
            return;
        }
        Segment segment = packet.segment().get();
        if (frame.direction() == Observed.Direction.FROM_IUT) {
            FourTuple ends = new FourTuple(segment.source(), segment.destination());
            opened(ends);
            track(ends).fromIut(frame, segment);
        } else if (!packet.isDamaged()) {
            track(new FourTuple(segment.destination(), segment.source())).fromPeer(frame, segment);
        }
    }

    private void takeReport(IcmpCodec.Quoted about) {
        Optional.ofNullable(tracks.get(new FourTuple(about.source(), about.destination())))
                .ifPresent(Track::report);
    }

    /** The first segment of an active OPEN tells the port that the IUT chose. */
    private void opened(FourTuple ends) {
        Optional<Happening.Called> open = opening.stream()
                .filter(o -> o.remote().filter(ends.peer()::equals).isPresent())
                .findFirst();
        open.ifPresent(o -> {
            opening.remove(o);
            opensActively(o, ends, State.CLOSED);
        });
    }

    private Track track(FourTuple ends) {
        return tracks.computeIfAbsent(ends, e -> {
            Track track = new Track(e, statement, observations::add);
            listeners.values().stream()
                    .filter(l -> l.isAt(e.iut()))
                    .findFirst()
                    .ifPresent(l -> track.listenerOpens(l.options()));
            return track;
        });
    }

    // ---- the user

    private void takeSignal(Observed.Signal signal) {
        signal.detail().connection().ifPresent(ends -> handles.put(signal.connection(), track(ends)));
        Optional.ofNullable(handles.get(signal.connection())).ifPresent(t -> t.signal(signal));
    }

    private void takeCall(Happening.Called call) {
        switch (call.verb()) {
            case OPEN_PASSIVE -> openPassive(call);
            case OPEN_ACTIVE -> openActive(call);
            case OPEN_FROM_LISTEN, SEND_FROM_LISTEN -> openFromListen(call);
            case CLOSE_LISTENER -> closeListener(call);
            case STATUS -> status(call);
            default -> call.connection().ifPresent(id -> onConnection(call, id));
        }
    }

    /** What stands for a listener among the connections. */
    private Track listener(Endpoint local) {
        return track(new FourTuple(local, new Endpoint(local.address(), 0)));
    }

    private List<Track> at(Endpoint local) {
        return tracks.values().stream()
                .filter(t -> takes(local, t.ends().iut()))
                .toList();
    }

    private void openPassive(Happening.Called call) {
        Endpoint local = call.local().orElseThrow();
        Track track = listener(local);
        at(local).forEach(Track::flush);
        track.call(call, EventKind.OPEN_PASSIVE, track.state());
        call.outcome().listener().ifPresent(id -> {
            OpenOptions options = call.options().orElse(OpenOptions.DEFAULT);
            listeners.put(id, new Listening(local, options));
            at(local).forEach(t -> t.listenerOpens(options));
        });
    }

    private void closeListener(Happening.Called call) {
        Optional<Listening> listening = call.listener().map(listeners::get);
        if (listening.isPresent()) {
            Track track = listener(listening.get().local());
            at(listening.get().local()).forEach(Track::flush);
            track.call(call, EventKind.CLOSE, track.state());
            forget(call.listener().orElseThrow());
        }
    }

    private void forget(ListenerId id) {
        Listening listening = listeners.remove(id);
        at(listening.local()).forEach(Track::listenerCloses);
    }

    private void openActive(Happening.Called call) {
        Endpoint local = call.local().orElseThrow();
        Endpoint remote = call.remote().orElseThrow();
        if (call.outcome().isRefused()) {
            Track track = track(new FourTuple(local, remote));
            track.call(call, EventKind.OPEN_ACTIVE, track.hasTcb() ? track.state() : State.CLOSED);
        } else if (local.port() == 0 || local.address().isAnyLocalAddress()) {
            opening.add(call);
        } else {
            opensActively(call, new FourTuple(local, remote), State.CLOSED);
        }
    }

    private void opensActively(Happening.Called call, FourTuple ends, State before) {
        Track track = track(ends);
        track.call(call, call.verb().event().orElseThrow(), before);
        track.opensActively(call);
        track.queue(call.verb() == Happening.Verb.SEND_FROM_LISTEN ? call.octets() : 0);
        call.outcome().connection().ifPresent(id -> handles.put(id, track));
    }

    private void openFromListen(Happening.Called call) {
        ListenerId id = call.listener().orElseThrow();
        Listening listening = listeners.get(id);
        if (listening == null) {
            return;
        }
        FourTuple ends = new FourTuple(listening.local(), call.remote().orElseThrow());
        if (call.outcome().isRefused()) {
            track(ends).call(call, call.verb().event().orElseThrow(), State.LISTEN);
        } else {
            Track track = track(ends);
            at(listening.local()).forEach(Track::flush);
            forget(id);
            opensActively(call, track.ends(), State.LISTEN);
        }
    }

    private void status(Happening.Called call) {
        Track track = track(call.ends().orElseThrow());
        call.outcome().state().ifPresent(told -> track.status(call, told));
    }

    private void onConnection(Happening.Called call, ConnectionId id) {
        Track track = handles.get(id);
        if (track == null || track.isClosedBothWays(id)) {
            return;
        }
        boolean exists = track.isHeldBy(id) && track.hasTcb();
        State before = exists ? track.state() : State.CLOSED;
        if (call.verb() == Happening.Verb.CLOSE_BOTH_WAYS) {
            track.flush();
        }
        call.verb().event().ifPresent(event -> track.call(call, event, before));
        if (exists && !call.outcome().isRefused()) {
            effect(call, track);
        }
    }

    private static void effect(Happening.Called call, Track track) {
        switch (call.verb()) {
            case SEND, SEND_URGENT -> track.queue(call.outcome().count());
            case RECEIVE -> track.handed(call.outcome().text().length());
            case START_READING -> track.startsReading();
            case CLOSE -> track.closes();
            case CLOSE_BOTH_WAYS -> track.closesBothWays();
            case ABORT -> track.aborts();
            case USER_TIMEOUT -> track.userTimeoutIsSet();
            default -> throw new IllegalArgumentException(call.verb() + " is no call on a connection");
        }
    }
}
