package org.tcpspec.model;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.Clock;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Observed.Direction;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Peer;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.SegmentCodec;

/** A {@link Host} on a bench: the peer beside it is whoever injects, the clock moves when nothing else does. */
final class ModelBench implements Bench, Peer, Clock, Surroundings {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    /** How long a packet of the peer is on its way. */
    private static final long LATENCY = Duration.ofNanos(1_000).toNanos();

    private final InetAddress iut;
    private final InetAddress peer;
    private final int firstPort;
    private final Host host;
    private final RecordingUser user;
    private final Deque<Observed> observed = new ArrayDeque<>();
    private long frames;

    ModelBench(Profile profile, long seed, InetAddress iut, InetAddress peer, int firstPort) {
        this.iut = iut;
        this.peer = peer;
        this.firstPort = firstPort;
        this.host = new Host(
                Set.of(iut),
                profile,
                seed,
                Duration.between(Instant.EPOCH, START).toNanos(),
                this);
        this.user = new RecordingUser(host.user(), this::call);
    }

    @Override
    public User user() {
        return user;
    }

    @Override
    public Peer peer() {
        return this;
    }

    @Override
    public Clock clock() {
        return this;
    }

    @Override
    public InetAddress iutAddress() {
        return iut;
    }

    @Override
    public int port(int index) {
        return firstPort + index;
    }

    @Override
    public InetAddress address() {
        return peer;
    }

    @Override
    public long nanos() {
        return host.now();
    }

    @Override
    public boolean isVirtual() {
        return true;
    }

    @Override
    public void inject(Bytes ipPacket) {
        host.advanceTo(host.now() + LATENCY);
        Packet packet = SegmentCodec.decode(ipPacket);
        frame(host.now(), Direction.FROM_PEER, packet);
        host.arrive(packet);
    }

    @Override
    public void send(long nanos, Packet packet) {
        frame(nanos, Direction.FROM_IUT, packet);
    }

    Host host() {
        return host;
    }

    private void frame(long nanos, Direction direction, Packet packet) {
        observed.add(new Observed.Frame(++frames, nanos, direction, packet));
    }

    @Override
    public void signal(long nanos, SignalKind kind, ConnectionId connection, SignalDetail detail) {
        observed.add(new Observed.Signal(nanos, nanos, kind, connection, detail));
    }

    private Outcome call(String words, Supplier<Outcome> call) {
        long before = host.now();
        Outcome outcome = call.get();
        host.advanceTo(host.now() + 1);
        observed.add(new Observed.Call(before, host.now(), words, outcome));
        return outcome;
    }

    @Override
    public Optional<Observed> next(long deadline) {
        while (observed.isEmpty() && host.now() < deadline) {
            OptionalLong timer = host.nextTimer();
            host.advanceTo(Math.min(deadline, timer.orElse(deadline)));
        }
        return Optional.ofNullable(observed.poll());
    }

    @Override
    public long lost() {
        return 0;
    }

    @Override
    public void close() {
        observed.clear();
    }
}
