package org.tcpspec.linux;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.Mailbox;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.StackDescription.Services;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.Segment;

/**
 * The user of a service that nobody drives: it has done a passive OPEN, keeps a RECEIVE outstanding, and offers no call.
 * That an open has completed is taken from the wire, when the peer has acknowledged the SYN of a SYN,ACK.
 */
final class ServicesUser implements User {

    private static final Outcome NOT_OFFERED = Outcome.refused(Refusal.NOT_OFFERED, Refusal.NOT_OFFERED.words());
    private static final ListenerId SERVICE = new ListenerId(1);

    private final Services services;
    private final Mailbox mailbox;
    private final Map<FourTuple, Segment> answered = new ConcurrentHashMap<>();
    private final AtomicLong connections = new AtomicLong();

    ServicesUser(Services services, Mailbox mailbox) {
        this.services = services;
        this.mailbox = mailbox;
    }

    /** The record's mailbox, whose packets this user sees too. */
    Mailbox watching(Mailbox record) {
        return observed -> {
            record.deliver(observed);
            if (observed instanceof Observed.Frame frame
                    && frame.packet().defects().isEmpty()) {
                frame.packet().segment().ifPresent(segment -> watch(frame, segment));
            }
        };
    }

    private void watch(Observed.Frame frame, Segment segment) {
        if (frame.direction() == Observed.Direction.FROM_IUT) {
            if (segment.has(Flag.SYN) && segment.has(Flag.ACK)) {
                answered.put(new FourTuple(segment.source(), segment.destination()), segment);
            }
            return;
        }
        FourTuple ends = new FourTuple(segment.destination(), segment.source());
        Segment synAck = answered.get(ends);
        boolean completes = synAck != null
                && segment.has(Flag.ACK)
                && !segment.has(Flag.SYN)
                && !segment.has(Flag.RST)
                && segment.ack().equals(synAck.seq().plus(1))
                && segment.seq().equals(synAck.ack());
        if (completes && answered.remove(ends, synAck)) {
            SignalDetail detail =
                    new SignalDetail(Bytes.EMPTY, Optional.of(SERVICE), Optional.of(ends), "seen on the wire");
            ConnectionId connection = new ConnectionId(connections.incrementAndGet());
            mailbox.deliver(new Observed.Signal(frame.nanos(), frame.nanos(), SignalKind.ACCEPTED, connection, detail));
        }
    }

    @Override
    public Outcome openPassive(Endpoint local, OpenOptions options) {
        boolean served = local.port() == services.discard()
                || services.daytime().stream().anyMatch(port -> port == local.port());
        if (!served) {
            return NOT_OFFERED;
        }
        Outcome listening = Outcome.listening(SERVICE);
        long now = RealClock.INSTANCE.nanos();
        mailbox.deliver(new Observed.Call(now, now, "passive OPEN, by the service long ago", listening));
        return listening;
    }

    @Override
    public Outcome openActive(Endpoint local, Endpoint remote, OpenOptions options) {
        return NOT_OFFERED;
    }

    @Override
    public Outcome openFromListen(ListenerId listener, Endpoint remote, OpenOptions options) {
        return NOT_OFFERED;
    }

    @Override
    public Outcome send(ConnectionId connection, Bytes text) {
        return NOT_OFFERED;
    }

    @Override
    public Outcome sendFromListen(ListenerId listener, Endpoint remote, Bytes text, OpenOptions options) {
        return NOT_OFFERED;
    }

    @Override
    public Outcome receive(ConnectionId connection, int max) {
        return NOT_OFFERED;
    }

    @Override
    public Outcome startReading(ConnectionId connection) {
        return NOT_OFFERED;
    }

    @Override
    public Outcome close(ConnectionId connection) {
        return NOT_OFFERED;
    }

    @Override
    public Outcome closeBothWays(ConnectionId connection) {
        return NOT_OFFERED;
    }

    @Override
    public Outcome abort(ConnectionId connection) {
        return NOT_OFFERED;
    }

    @Override
    public Outcome closeListener(ListenerId listener) {
        return NOT_OFFERED;
    }

    @Override
    public Outcome userTimeout(ConnectionId connection, long millis) {
        return NOT_OFFERED;
    }

    @Override
    public Outcome status(FourTuple connection) {
        return NOT_OFFERED;
    }
}
