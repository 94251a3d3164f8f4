package org.tcpspec.spi.toy;

import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Clock;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Peer;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Distortion;
import org.tcpspec.spi.wire.Ip;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;

/** A stack of its own for each scenario, and the record of what crosses its boundary. No thread, no wall clock. */
final class ToyBench implements Bench, Peer, Clock, ToyTcp.Out {

    private final InetAddress iut;
    private final InetAddress peer;
    private final int firstPort;
    private final Ip ip;
    private final ToyFlaw flaw;
    private final ToyTcp tcp = new ToyTcp(this);
    private final User user;
    private final Deque<Observed> record = new ArrayDeque<>();
    private long now;
    private long packets;

    ToyBench(InetAddress iut, InetAddress peer, int firstPort, BenchRequest request, ToyFlaw flaw) {
        this.iut = iut;
        this.peer = peer;
        this.firstPort = firstPort;
        this.flaw = flaw;
        int timeToLive = Integer.parseInt(request.settings().getOrDefault(ToyIut.TIME_TO_LIVE, "64"));
        this.ip = new Ip(timeToLive, 0, 0, true, Bytes.EMPTY);
        this.user = telling(new ToyUser(tcp, flaw));
        this.packets = flaw == ToyFlaw.NUMBERS_FROM_ZERO ? -1 : 0;
    }

    // ---- the wire

    @Override
    public void inject(Bytes ipPacket) {
        Packet packet = SegmentCodec.decode(ipPacket);
        boolean right = packet.defects().isEmpty();
        boolean told = flaw != ToyFlaw.OWN_PACKETS_UNTOLD && (right || flaw != ToyFlaw.WRONG_PACKETS_DROPPED);
        if (told && flaw != ToyFlaw.ANSWER_TOLD_FIRST) {
            tell(Observed.Direction.FROM_PEER, packet);
        }
        if (right) {
            packet.segment().ifPresent(tcp::arrives);
        }
        if (told && flaw == ToyFlaw.ANSWER_TOLD_FIRST) {
            tell(Observed.Direction.FROM_PEER, packet);
        }
    }

    @Override
    public void segment(Segment segment) {
        if (flaw == ToyFlaw.SETTING_BREAKS_THE_BENCH && ip.timeToLive() != 64) {
            return;
        }
        Distortion distortion =
                flaw == ToyFlaw.CHECKSUM_LEFT_TO_HARDWARE ? Distortion.wrongChecksum() : Distortion.NONE;
        tell(Observed.Direction.FROM_IUT, SegmentCodec.decode(SegmentCodec.encode(segment.withIp(ip), distortion)));
    }

    private void tell(Observed.Direction direction, Packet packet) {
        record.add(new Observed.Frame(++packets, now, direction, packet));
    }

    // ---- the user

    @Override
    public void signal(SignalKind kind, ConnectionId connection, SignalDetail detail) {
        SignalDetail told = flaw == ToyFlaw.LISTENER_FORGOTTEN ? SignalDetail.NONE : detail;
        record.add(new Observed.Signal(now, now, kind, connection, told));
    }

    /** {@code quiet}, each of whose calls is told. */
    private User telling(User quiet) {
        return (User) Proxy.newProxyInstance(
                User.class.getClassLoader(), new Class<?>[] {User.class}, (proxy, call, arguments) -> {
                    long before = now;
                    Outcome outcome = (Outcome) call.invoke(quiet, arguments);
                    if (flaw != ToyFlaw.CALLS_UNTOLD) {
                        record.add(new Observed.Call(before, now, call.getName(), outcome));
                    }
                    return outcome;
                });
    }

    // ---- time

    @Override
    public Optional<Observed> next(long deadline) {
        if (flaw == ToyFlaw.CLOCK_RUNS_BY_ITSELF) {
            now++;
        }
        Optional<Observed> first = Optional.ofNullable(record.poll());
        if (first.isEmpty() && deadline > now) {
            // A stack with timers runs those that are due by then, one by one, until one has something to tell.
            now = flaw == ToyFlaw.CLOCK_STOPS_SHORT ? deadline - 1 : deadline;
        }
        return first;
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public boolean isVirtual() {
        return true;
    }

    // ---- the bench

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
    public InetAddress address() {
        return peer;
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
    public long lost() {
        return 0;
    }

    /** The stack is this bench's own and goes with it. */
    @Override
    public void close() {
        record.clear();
    }
}
