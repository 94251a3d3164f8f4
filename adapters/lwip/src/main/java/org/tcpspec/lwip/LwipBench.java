package org.tcpspec.lwip;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.Clock;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Observed.Direction;
import org.tcpspec.spi.iut.OfferedUser;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Peer;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.SegmentCodec;

/** lwIP on a bench. Its time is a count of ticks; what happens between two of them takes a microsecond each. */
final class LwipBench implements Bench, Peer, Clock {

    private static final long TRAVEL = Duration.ofNanos(1_000).toNanos();

    /** Where a bench lies in the address plan of the run. */
    record Place(InetAddress iut, InetAddress peer, InetAddress otherPeer, int firstPort) {}

    private final Lwip lwip;
    private final Ticks ticks;
    private final Place place;
    private final LwipUser stack;
    private final User user;
    private final Deque<Observed> observed = new ArrayDeque<>();
    private long frames;
    private boolean open = true;

    LwipBench(Lwip lwip, Ticks ticks, Place place, Statement statement) {
        this.lwip = lwip;
        this.ticks = ticks;
        this.place = place;
        this.stack = new LwipUser(lwip, this::signal);
        this.user = new OfferedUser(stack, statement, this::call);
        lwip.onLeaving(packet -> frame(Direction.FROM_IUT, packet));
    }

    private void frame(Direction direction, Bytes packet) {
        observed.add(new Observed.Frame(++frames, ticks.pass(1), direction, SegmentCodec.decode(packet)));
    }

    private void signal(SignalKind kind, ConnectionId connection, SignalDetail detail) {
        long now = ticks.pass(1);
        observed.add(new Observed.Signal(now, now, kind, connection, detail));
    }

    private Outcome call(String words, Supplier<Outcome> call) {
        long before = ticks.now();
        Outcome outcome = call.get();
        observed.add(new Observed.Call(before, ticks.pass(TRAVEL), words, outcome));
        return outcome;
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
        return place.iut();
    }

    @Override
    public int port(int index) {
        return place.firstPort() + index;
    }

    @Override
    public InetAddress address() {
        return place.peer();
    }

    @Override
    public InetAddress otherPeerAddress() {
        return place.otherPeer();
    }

    @Override
    public long nanos() {
        return ticks.now();
    }

    @Override
    public boolean isVirtual() {
        return true;
    }

    @Override
    public void inject(Bytes ipPacket) {
        ticks.pass(TRAVEL);
        frame(Direction.FROM_PEER, ipPacket);
        lwip.arrive(ipPacket);
    }

    @Override
    public Optional<Observed> next(long deadline) {
        while (observed.isEmpty() && ticks.now() < deadline) {
            if (ticks.passUntil(deadline)) {
                lwip.tick();
            }
        }
        return Optional.ofNullable(observed.poll());
    }

    @Override
    public long lost() {
        return 0;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            lwip.onLeaving(packet -> {});
            stack.end();
            observed.clear();
        }
    }
}
