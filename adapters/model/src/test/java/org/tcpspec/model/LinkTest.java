package org.tcpspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.IcmpCodec;
import org.tcpspec.spi.wire.IcmpError;
import org.tcpspec.spi.wire.IcmpMessage;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;
import org.tcpspec.spi.wire.State;

/** Two hosts and a link that loses, doubles and reorders packets: text arrives whole, once and in order. */
class LinkTest {

    private static final int OCTETS = 2_000_000;
    private static final Profile PLAIN = Profile.of(Rig.statement(Rig.RFC5961, Ixit.DEFAULT));
    private static final long DELAY = Duration.ofMillis(5).toNanos();

    private record Flight(long arrival, long order, End to, Bytes octets) {}

    /** The link. All times are those of both hosts. */
    private static final class Link {
        final PriorityQueue<Flight> flights =
                new PriorityQueue<>(Comparator.comparingLong(Flight::arrival).thenComparingLong(Flight::order));
        final SplittableRandom random;
        final int lossPercent;
        final int mtu;
        long order;

        Link(long seed, int lossPercent, int mtu) {
            this.mtu = mtu;
            this.random = new SplittableRandom(seed);
            this.lossPercent = lossPercent;
        }

        void carry(long now, End to, Packet packet) {
            Bytes octets = packet.octets();
            if (octets.length() > mtu) {
                Segment segment = packet.segment().orElseThrow();
                IcmpMessage tooBig =
                        IcmpMessage.about(segment, segment.destination().address(), IcmpError.FRAGMENTATION_NEEDED);
                flights.add(new Flight(now + DELAY, order++, to.other, IcmpCodec.encode(tooBig.withMtu(mtu))));
                return;
            }
            int copies = percent(lossPercent) ? 0 : percent(lossPercent) ? 2 : 1;
            for (int i = 0; i < copies; i++) {
                long detour = percent(2 * lossPercent) ? random.nextLong(3 * DELAY) : 0;
                flights.add(new Flight(now + DELAY + detour, order++, to, octets));
            }
        }

        private boolean percent(int chance) {
            return random.nextInt(100) < chance;
        }
    }

    /** A host with a user that sends a pattern and keeps what it reads. */
    private static final class End implements Surroundings {
        final Link link;
        final Host host;
        final long pattern;
        End other = this;
        ConnectionId connection = new ConnectionId(-1);
        FourTuple ends = new FourTuple(null, null);
        boolean open;
        boolean closed;
        boolean endSeen;
        boolean urgentSeen;
        boolean allOn;
        int sent;
        int read;

        End(Link link, InetAddress address, Profile profile, long seed) {
            this.link = link;
            this.pattern = seed;
            this.host = new Host(List.of(address), profile, seed, 0, this);
        }

        @Override
        public void send(long nanos, Packet packet) {
            link.carry(nanos, other, packet);
        }

        @Override
        public void signal(long nanos, SignalKind kind, ConnectionId id, SignalDetail detail) {
            switch (kind) {
                case OPENED, ACCEPTED -> {
                    connection = id;
                    ends = detail.connection().orElseThrow();
                    open = true;
                }
                case DATA -> {
                    Bytes text = detail.text();
                    assertThat(text).isEqualTo(Bytes.pattern(other.pattern, read, text.length()));
                    read += text.length();
                }
                case CLOSING -> endSeen = true;
                case SOFT_ERROR -> {}
                case URGENT -> urgentSeen = true;
                default -> throw new AssertionError(kind);
            }
        }

        @Override
        public void note(String words) {
            throw new AssertionError(words);
        }

        /** What the user does between events. */
        void act() {
            if (open && allOn && sent == 0) {
                assertThat(host.user().keepAlive(connection, true).isRefused()).isFalse();
                host.user().keepAliveInterval(connection, 3_000);
            }
            while (open && sent < OCTETS) {
                Bytes text = Bytes.pattern(pattern, sent, Math.min(10_000, OCTETS - sent));
                boolean urgent = allOn && sent % 70_000 == 0;
                int taken = (urgent
                                ? host.user().sendUrgent(connection, text)
                                : host.user().send(connection, text))
                        .count();
                sent += taken;
                if (taken == 0) {
                    return;
                }
            }
            if (open && !closed) {
                closed = true;
                host.user().close(connection);
            }
        }

        State state() {
            return host.user().status(ends).state().orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void textArrivesWholeBothWays(long seed) throws UnknownHostException {
        run(seed, PLAIN, "192.0.2.1", "192.0.2.2");
    }

    /** Timestamps, window scale, keep-alives, urgent data, and a path that takes less than the link. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void withAllOptionsOnOverBothIpVersions(long seed) throws UnknownHostException {
        Profile all = new Profile(
                PLAIN.msl(),
                PLAIN.rtoInitial(),
                PLAIN.rtoMin(),
                PLAIN.rtoMax(),
                PLAIN.delayedAck(),
                PLAIN.r2(),
                PLAIN.synR2(),
                PLAIN.tick(),
                EnumSet.allOf(Option.class));
        run(seed, all, "192.0.2.1", "192.0.2.2");
        run(seed, all, "2001:db8::1", "2001:db8::2");
    }

    private static void run(long seed, Profile profile, String leftAddress, String rightAddress)
            throws UnknownHostException {
        boolean allOn = profile.has(Option.TIMESTAMPS);
        Link link = new Link(seed, (int) (seed % 4) * 3, allOn ? 1_300 : Integer.MAX_VALUE);
        boolean simultaneous = seed % 2 == 0;
        InetAddress a = InetAddress.getByName(leftAddress);
        InetAddress b = InetAddress.getByName(rightAddress);
        End left = new End(link, a, profile, 2 * seed);
        End right = new End(link, b, profile, 2 * seed + 1);
        left.allOn = allOn;
        right.allOn = allOn;
        left.other = right;
        right.other = left;
        Endpoint from = new Endpoint(a, 1000);
        Endpoint to = new Endpoint(b, 2000);
        if (simultaneous) {
            right.host.user().openActive(to, from, OpenOptions.DEFAULT);
        } else {
            right.host.user().openPassive(to, OpenOptions.DEFAULT);
        }
        left.host.user().openActive(from, to, OpenOptions.DEFAULT.withNagle());
        play(link, List.of(left, right));
        assertThat(List.of(left, right)).allMatch(end -> end.read == OCTETS);
        assertThat(List.of(left, right)).allMatch(end -> end.endSeen);
        assertThat(List.of(left, right)).allMatch(end -> end.urgentSeen == allOn);
        assertThat(List.of(left.state(), right.state())).doesNotContain(State.ESTABLISHED, State.LAST_ACK);
    }

    /** Moves the time of both hosts from event to event until nothing is in flight and no timer runs. */
    private static void play(Link link, List<End> ends) {
        for (int events = 0; events < 1_000_000; events++) {
            ends.forEach(End::act);
            long timer = ends.stream()
                    .mapToLong(end -> end.host.nextTimer().orElse(Long.MAX_VALUE))
                    .min()
                    .orElseThrow();
            long arrival = link.flights.isEmpty()
                    ? Long.MAX_VALUE
                    : link.flights.peek().arrival();
            long next = Math.min(timer, arrival);
            if (next == Long.MAX_VALUE) {
                return;
            }
            ends.forEach(end -> end.host.advanceTo(next));
            if (arrival == next) {
                Flight flight = link.flights.remove();
                flight.to().host.arrive(SegmentCodec.decode(flight.octets()));
            }
        }
        throw new AssertionError("the hosts never rest");
    }
}
