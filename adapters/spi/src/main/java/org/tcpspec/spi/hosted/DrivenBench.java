package org.tcpspec.spi.hosted;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
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
import org.tcpspec.spi.wire.SegmentCodec;

/** A stack in this process on a bench. Time is that of its timers; what happens between two takes a microsecond each. */
public final class DrivenBench extends VirtualBench {

    private static final long TRAVEL = Duration.ofNanos(1_000).toNanos();

    private final DrivenStack stack;
    private final User user;
    private final Deque<Observed> observed = new ArrayDeque<>();
    private long frames;
    private boolean open = true;

    /** @param offered the capabilities that this user shows */
    public DrivenBench(DrivenStack stack, Place place, Statement offered) {
        super(place, offered);
        this.stack = stack;
        this.user = new OfferedUser(
                stack.begin(packet -> frame(Direction.FROM_IUT, packet), this::signal), offered, this::call);
    }

    /** The time after a little of it has passed. */
    private long pass(long nanos) {
        stack.pass(nanos);
        return stack.now();
    }

    private void frame(Direction direction, Bytes packet) {
        observed.add(new Observed.Frame(++frames, pass(1), direction, SegmentCodec.decode(packet)));
    }

    private void signal(SignalKind kind, ConnectionId connection, SignalDetail detail) {
        long now = pass(1);
        observed.add(new Observed.Signal(now, now, kind, connection, detail));
    }

    private Outcome call(String words, Supplier<Outcome> call) {
        long before = stack.now();
        Outcome outcome = call.get();
        observed.add(new Observed.Call(before, pass(TRAVEL), words, outcome));
        return outcome;
    }

    @Override
    public User user() {
        return user;
    }

    @Override
    public long nanos() {
        return stack.now();
    }

    @Override
    public void inject(Bytes ipPacket) {
        pass(TRAVEL);
        frame(Direction.FROM_PEER, ipPacket);
        stack.arrive(ipPacket);
    }

    @Override
    public Optional<Observed> next(long deadline) {
        while (observed.isEmpty() && stack.now() < deadline) {
            stack.passToNext(deadline);
        }
        return Optional.ofNullable(observed.poll());
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            stack.end();
            observed.clear();
        }
    }
}
