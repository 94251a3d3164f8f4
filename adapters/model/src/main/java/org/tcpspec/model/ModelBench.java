package org.tcpspec.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Observed.Direction;
import org.tcpspec.spi.iut.OfferedUser;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Place;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.iut.VirtualBench;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.SegmentCodec;

/** A {@link Host} on a bench: the peer beside it is whoever injects; time passes in {@link #next}, and a little on the way. */
final class ModelBench extends VirtualBench implements Surroundings {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** How long a packet of the peer travels, and how long a call takes. */
    private static final long TRAVEL = Duration.ofNanos(1_000).toNanos();

    private final Host host;
    private final User user;
    private final Consumer<String> notes;
    private final Deque<Observed> observed = new ArrayDeque<>();
    private final Vigil vigil = new Vigil();
    private long frames;

    ModelBench(Place place, Statement statement, Profile profile, long seed, Parts parts, Consumer<String> notes) {
        super(place, statement);
        this.notes = notes;
        long start = Duration.between(Instant.EPOCH, START).toNanos();
        this.host = new Host(List.of(place.iut(), place.net().second()), profile, seed, start, this, parts);
        this.user = new OfferedUser(host.user(), statement, this::call);
    }

    Host host() {
        return host;
    }

    @Override
    public User user() {
        return user;
    }

    @Override
    public long nanos() {
        return host.now();
    }

    @Override
    public void inject(Bytes ipPacket) {
        host.advanceTo(host.now() + TRAVEL);
        Packet packet = SegmentCodec.decode(ipPacket);
        frame(host.now(), Direction.FROM_PEER, packet);
        vigil.over(() -> host.arrive(packet));
    }

    @Override
    public void send(long nanos, Packet packet) {
        vigil.step();
        frame(nanos, Direction.FROM_IUT, packet);
    }

    @Override
    public void step() {
        vigil.step();
    }

    private void frame(long nanos, Direction direction, Packet packet) {
        observed.add(new Observed.Frame(++frames, nanos, direction, packet));
    }

    @Override
    public void signal(long nanos, SignalKind kind, ConnectionId connection, SignalDetail detail) {
        observed.add(new Observed.Signal(nanos, nanos, kind, connection, detail));
    }

    @Override
    public void note(String words) {
        notes.accept(address().getHostAddress() + ": " + words);
    }

    private Outcome call(String words, Supplier<Outcome> call) {
        long before = host.now();
        Outcome outcome = vigil.over(call);
        host.advanceTo(host.now() + TRAVEL);
        observed.add(new Observed.Call(before, host.now(), words, outcome));
        return outcome;
    }

    @Override
    public Optional<Observed> next(long deadline) {
        while (observed.isEmpty() && host.now() < deadline) {
            OptionalLong timer = host.nextTimer();
            vigil.over(() -> host.advanceTo(Math.min(deadline, timer.orElse(deadline))));
        }
        return Optional.ofNullable(observed.poll());
    }

    @Override
    public void close() {
        observed.clear();
    }
}
