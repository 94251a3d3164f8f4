package org.tcpspec.spi.toy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;

/**
 * A stack that is no good TCP, and just good enough to have an adapter: no timer, no retransmission, no window, segments
 * in order or not at all.
 */
public final class ToyTcp {

    /** Where it puts what crosses its boundary. */
    public interface Out {
        void segment(Segment segment);

        void signal(SignalKind kind, ConnectionId connection, SignalDetail detail);
    }

    /** A transmission control block. */
    static final class Tcb {
        final ConnectionId id;
        final FourTuple ends;
        final Optional<ListenerId> listener;
        State state;
        SequenceNumber sndNxt = SequenceNumber.of(0xffff_ff00L);
        SequenceNumber rcvNxt = SequenceNumber.ZERO;
        boolean reading;
        boolean handle = true;
        Bytes unread = Bytes.EMPTY;

        Tcb(ConnectionId id, FourTuple ends, Optional<ListenerId> listener, State state, boolean reading) {
            this.id = id;
            this.ends = ends;
            this.listener = listener;
            this.state = state;
            this.reading = reading;
        }
    }

    private record Listener(ListenerId id, Endpoint local, boolean reading) {}

    private final Out out;
    private final Map<FourTuple, Tcb> tcbs = new LinkedHashMap<>();
    private final List<Listener> listeners = new ArrayList<>();
    private long ids;

    public ToyTcp(Out out) {
        this.out = out;
    }

    // ---- the user's calls

    ListenerId listen(Endpoint local, boolean reading) {
        Listener listener = new Listener(new ListenerId(++ids), local, reading);
        listeners.add(listener);
        return listener.id();
    }

    boolean closeListener(ListenerId id) {
        return listeners.removeIf(l -> l.id().equals(id));
    }

    ConnectionId open(FourTuple ends, boolean reading) {
        Tcb tcb = new Tcb(new ConnectionId(++ids), ends, Optional.empty(), State.SYN_SENT, reading);
        tcbs.put(ends, tcb);
        emit(tcb, Bytes.EMPTY, Flag.SYN);
        return tcb.id;
    }

    Optional<Tcb> find(ConnectionId id) {
        return tcbs.values().stream().filter(t -> t.handle && t.id.equals(id)).findFirst();
    }

    void send(Tcb tcb, Bytes text) {
        emit(tcb, text, Flag.PSH, Flag.ACK);
    }

    void close(Tcb tcb) {
        tcb.state = tcb.state == State.CLOSE_WAIT ? State.LAST_ACK : State.FIN_WAIT_1;
        emit(tcb, Bytes.EMPTY, Flag.FIN, Flag.ACK);
    }

    void abort(Tcb tcb) {
        emit(tcb, Bytes.EMPTY, Flag.RST, Flag.ACK);
        tcbs.remove(tcb.ends);
    }

    State status(FourTuple ends) {
        Tcb tcb = tcbs.get(ends);
        if (tcb != null) {
            return tcb.state;
        }
        return listener(ends.iut()).isPresent() ? State.LISTEN : State.CLOSED;
    }

    // ---- segments

    public void arrives(Segment s) {
        FourTuple ends = new FourTuple(s.destination(), s.source());
        Tcb tcb = tcbs.get(ends);
        if (tcb == null) {
            arrivesUnknown(ends, s);
        } else if (tcb.state == State.SYN_SENT) {
            arrivesInSynSent(tcb, s);
        } else if (!s.seq().equals(tcb.rcvNxt)) {
            emit(tcb, Bytes.EMPTY, Flag.ACK);
        } else if (s.has(Flag.RST)) {
            remove(tcb, SignalKind.RESET);
        } else if (s.has(Flag.ACK)) {
            arrivesInOrder(tcb, s);
        }
    }

    private void arrivesUnknown(FourTuple ends, Segment s) {
        Optional<Listener> listener = listener(ends.iut());
        if (listener.isPresent() && s.flags().control().equals(Flags.of(Flag.SYN))) {
            Tcb tcb = new Tcb(
                    new ConnectionId(++ids),
                    ends,
                    Optional.of(listener.get().id()),
                    State.SYN_RECEIVED,
                    listener.get().reading());
            tcb.rcvNxt = s.end();
            tcbs.put(ends, tcb);
            emit(tcb, Bytes.EMPTY, Flag.SYN, Flag.ACK);
        } else if (!s.has(Flag.RST)) {
            Segment reset = Segment.between(ends.iut(), ends.peer());
            out.segment(
                    s.has(Flag.ACK)
                            ? reset.withSeq(s.ack()).withFlags(Flags.of(Flag.RST))
                            : reset.withAck(s.end()).withFlags(Flags.of(Flag.RST, Flag.ACK)));
        }
    }

    private void arrivesInSynSent(Tcb tcb, Segment s) {
        if (!s.has(Flag.ACK) || !s.ack().equals(tcb.sndNxt)) {
            return;
        }
        if (s.has(Flag.RST)) {
            remove(tcb, SignalKind.REFUSED);
        } else if (s.has(Flag.SYN)) {
            tcb.rcvNxt = s.end();
            tcb.state = State.ESTABLISHED;
            emit(tcb, Bytes.EMPTY, Flag.ACK);
            out.signal(SignalKind.OPENED, tcb.id, SignalDetail.opened(tcb.ends));
        }
    }

    private void arrivesInOrder(Tcb tcb, Segment s) {
        if (s.ack().equals(tcb.sndNxt)) {
            allAcknowledged(tcb);
        }
        tcb.rcvNxt = s.end();
        if (!s.text().isEmpty() && tcb.reading) {
            signal(tcb, SignalKind.DATA, SignalDetail.text(s.text()));
        } else {
            tcb.unread = tcb.unread.plus(s.text());
        }
        if (s.has(Flag.FIN)) {
            tcb.state = switch (tcb.state) {
                case ESTABLISHED -> State.CLOSE_WAIT;
                case FIN_WAIT_1 -> State.CLOSING;
                default -> State.TIME_WAIT;
            };
            signal(tcb, SignalKind.CLOSING, SignalDetail.NONE);
        }
        if (s.length() > 0) {
            emit(tcb, Bytes.EMPTY, Flag.ACK);
        }
    }

    private void allAcknowledged(Tcb tcb) {
        switch (tcb.state) {
            case SYN_RECEIVED -> {
                tcb.state = State.ESTABLISHED;
                out.signal(SignalKind.ACCEPTED, tcb.id, SignalDetail.accepted(tcb.listener.orElseThrow(), tcb.ends));
            }
            case FIN_WAIT_1 -> tcb.state = State.FIN_WAIT_2;
            case CLOSING -> tcb.state = State.TIME_WAIT;
            case LAST_ACK -> tcbs.remove(tcb.ends);
            default -> {}
        }
    }

    private Optional<Listener> listener(Endpoint local) {
        return listeners.stream().filter(l -> l.local().equals(local)).findFirst();
    }

    private void remove(Tcb tcb, SignalKind why) {
        tcbs.remove(tcb.ends);
        signal(tcb, why, SignalDetail.NONE);
    }

    private void signal(Tcb tcb, SignalKind kind, SignalDetail detail) {
        if (tcb.handle) {
            out.signal(kind, tcb.id, detail);
        }
    }

    private void emit(Tcb tcb, Bytes text, Flag... flags) {
        Segment s = Segment.between(tcb.ends.iut(), tcb.ends.peer())
                .withSeq(tcb.sndNxt)
                .withFlags(Flags.of(flags))
                .withWindow(4096)
                .withText(text);
        tcb.sndNxt = s.has(Flag.RST) ? tcb.sndNxt : s.end();
        out.segment(s.has(Flag.ACK) ? s.withAck(tcb.rcvNxt) : s);
    }
}
