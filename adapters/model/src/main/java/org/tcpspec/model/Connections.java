package org.tcpspec.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.State;

/** The connections and listeners of one host, and the handles that its user holds of them. */
class Connections {

    private final Map<FourTuple, Tcb> tcbs = new LinkedHashMap<>();
    private final Map<ConnectionId, Tcb> handles = new LinkedHashMap<>();
    private final Map<ConnectionId, FourTuple> former = new LinkedHashMap<>();
    private final Map<ListenerId, Listener> listeners = new LinkedHashMap<>();
    private long lastId;

    ConnectionId newId() {
        return new ConnectionId(++lastId);
    }

    Tcb add(Tcb tcb) {
        tcbs.put(tcb.ends(), tcb);
        return tcb;
    }

    Collection<Tcb> all() {
        return tcbs.values();
    }

    Optional<Tcb> find(FourTuple ends) {
        return Optional.ofNullable(tcbs.get(ends));
    }

    Optional<Tcb> find(ConnectionId id) {
        return Optional.ofNullable(handles.get(id));
    }

    /** From now on the user holds a handle of {@code tcb} and is told what becomes of it. */
    void makeKnown(Tcb tcb) {
        tcb.known = true;
        handles.put(tcb.id, tcb);
    }

    /** The user holds no handle of {@code tcb} any more and is told nothing. */
    void forget(Tcb tcb) {
        tcb.known = false;
        handles.remove(tcb.id);
        former.put(tcb.id, tcb.ends());
    }

    /** The user gives its handle away while the connection may live on. */
    void giveAway(Tcb tcb) {
        forget(tcb);
        former.remove(tcb.id);
    }

    /** The ends of the connection that {@code id} once stood for; empty if the user gave it away. */
    Optional<FourTuple> former(ConnectionId id) {
        return Optional.ofNullable(former.get(id));
    }

    /** Enters CLOSED and deletes the TCB. */
    void delete(Tcb tcb) {
        forget(tcb);
        tcb.state = State.CLOSED;
        tcb.timers.stopAll();
        tcbs.remove(tcb.ends(), tcb);
    }

    /** Gives up a connection that is not open yet: back to LISTEN, or to the TIME-WAIT that it would have reopened. */
    void returnToListen(Tcb tcb) {
        delete(tcb);
        tcb.reopened.ifPresent(this::add);
    }

    Listener listen(Endpoint local, OpenOptions options) {
        Listener listener = new Listener(new ListenerId(++lastId), local, options);
        listeners.put(listener.id(), listener);
        return listener;
    }

    void unlisten(Listener listener) {
        listeners.remove(listener.id());
    }

    Optional<Listener> find(ListenerId id) {
        return Optional.ofNullable(listeners.get(id));
    }

    /** The listener that would take a SYN to {@code destination}. */
    Optional<Listener> listenerFor(Endpoint destination) {
        return listeners.values().stream().filter(l -> l.takes(destination)).findFirst();
    }

    /** Connections of {@code listener} that are still in SYN-RECEIVED. */
    List<Tcb> halfOpen(Listener listener) {
        return tcbs.values().stream()
                .filter(tcb -> tcb.state == State.SYN_RECEIVED
                        && tcb.listener.filter(listener::equals).isPresent())
                .toList();
    }
}
