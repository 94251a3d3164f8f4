package org.tcpspec.spi.inprocess;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.Observed;
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

/** One scenario's stack, and the record of what crosses its boundary. No thread, no wall clock. */
final class InProcessBench extends VirtualBench implements StackInProcess.Surroundings {

    /** How long a packet of the peer travels: a cause is earlier than its effect. */
    private static final long TRAVEL = 1_000;

    private final StackInProcess stack;
    private final User user;
    private final Deque<Observed> record = new ArrayDeque<>();
    private long now;
    private long packets;

    InProcessBench(Place place, Statement statement, Function<StackInProcess.Surroundings, StackInProcess> stacks) {
        super(place, statement);
        this.stack = stacks.apply(this);
        this.user = new OfferedUser(stack.user(), statement, this::called);
    }

    @Override
    public void inject(Bytes ipPacket) {
        advanceTo(now + TRAVEL);
        Packet packet = SegmentCodec.decode(ipPacket);
        tell(Observed.Direction.FROM_PEER, packet);
        stack.arrives(packet);
    }

    @Override
    public void send(Bytes ipPacket) {
        tell(Observed.Direction.FROM_IUT, SegmentCodec.decode(ipPacket));
    }

    private void tell(Observed.Direction direction, Packet packet) {
        record.add(new Observed.Frame(++packets, now, direction, packet));
    }

    @Override
    public void signal(SignalKind kind, ConnectionId connection, SignalDetail detail) {
        record.add(new Observed.Signal(now, now, kind, connection, detail));
    }

    private Outcome called(String words, Supplier<Outcome> call) {
        long before = now;
        advanceTo(now + TRAVEL);
        Outcome outcome = call.get();
        record.add(new Observed.Call(before, now, words, outcome));
        return outcome;
    }

    @Override
    public Optional<Observed> next(long deadline) {
        while (record.isEmpty()) {
            OptionalLong due = stack.nextTimer();
            if (due.isEmpty() || due.getAsLong() > deadline) {
                advanceTo(Math.max(now, deadline));
                return Optional.ofNullable(record.poll());
            }
            advanceTo(Math.max(now, due.getAsLong()));
        }
        return Optional.of(record.remove());
    }

    private void advanceTo(long nanos) {
        now = nanos;
        stack.advanceTo(nanos);
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public User user() {
        return user;
    }

    /** The stack is this bench's own and goes with it. */
    @Override
    public void close() {
        record.clear();
    }
}
