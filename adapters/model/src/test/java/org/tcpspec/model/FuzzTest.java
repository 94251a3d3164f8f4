package org.tcpspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.IcmpCodec;
import org.tcpspec.spi.wire.IcmpError;
import org.tcpspec.spi.wire.IcmpMessage;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;
import org.tcpspec.spi.wire.TcpOption;

/** Whatever arrives and whatever the user calls, in any state: nothing is thrown, and what leaves makes sense. */
class FuzzTest {

    private static final List<State> STATES = List.of(State.values());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anythingMayArrive(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 60; round++) {
            State state = STATES.get(random.nextInt(STATES.size()));
            Rig rig = switch (random.nextInt(3)) {
                case 0 -> Rig.of(seed);
                case 1 -> Rig.of(Map.of());
                default -> withAllOptions(random.nextBoolean() ? IpVersion.IPV4 : IpVersion.IPV6, seed);
            };
            rig.in(state);
            for (int step = 0; step < 60; step++) {
                boolean reset = false;
                switch (random.nextInt(10)) {
                    case 0 -> call(rig, random);
                    case 2 -> icmp(rig, random);
                    case 1 -> rig.next(Duration.ofMillis(random.nextInt(100_000)));
                    default -> reset = inject(rig, random);
                }
                for (Optional<Segment> s = rig.next(Duration.ZERO); s.isPresent(); s = rig.next(Duration.ZERO)) {
                    assertThat(s.get().has(Flag.RST) && reset).as("RST for RST").isFalse();
                    assertThat(s.get().has(Flag.RST)
                                    || s.get().has(Flag.SYN)
                                    || s.get().has(Flag.ACK))
                            .isTrue();
                    assertThat(s.get().text().length()).isLessThanOrEqualTo(1460);
                }
            }
        }
    }

    private static Rig withAllOptions(IpVersion ip, long seed) {
        Rig rig = Rig.with(ip, seed, Option.values());
        rig.onSyn = List.of(
                new TcpOption.Mss(Rig.MSS), new TcpOption.WindowScale(3), new TcpOption.Timestamps(0xffff_fff0L, 0));
        rig.onOthers = List.of(new TcpOption.Timestamps(0xffff_fff5L, 0));
        return rig;
    }

    private static void icmp(Rig rig, SplittableRandom random) {
        IpVersion ip = IpVersion.of(rig.ends.iut().address());
        IcmpError error = IcmpError.values()[random.nextInt(IcmpError.values().length)];
        if (error.exists(ip)) {
            Segment quoted = Segment.between(rig.ends.iut(), rig.ends.peer()).withSeq(rig.rcvNxt);
            IcmpMessage message = IcmpMessage.about(quoted, rig.ends.peer().address(), error);
            rig.bench.peer().inject(IcmpCodec.encode(message.withMtu(random.nextInt(1_600))));
        }
    }

    private static boolean inject(Rig rig, SplittableRandom random) {
        int[] near = {0, 0, 0, 1, -1, 5, -5, 65_534, 65_535, 65_536, -65_535, 1 << 30, random.nextInt()};
        Segment segment = rig.segment("none")
                .withFlags(new Flags(
                        random.nextInt(4) == 0
                                ? random.nextInt(256)
                                : Flag.ACK.bit() | (random.nextInt(6) == 0 ? 1 : 0)))
                .withSeq(rig.sndNxt.plus(near[random.nextInt(near.length)]))
                .withAck(rig.rcvNxt.plus(near[random.nextInt(near.length)]))
                .withWindow(random.nextInt(3) == 0 ? random.nextInt(4) : random.nextInt(65_536))
                .withText(Bytes.pattern(1, 0, random.nextInt(3) == 0 ? random.nextInt(20) : 0))
                .withUrgentPointer(random.nextInt(3));
        if (random.nextInt(5) == 0) {
            segment = segment.withOptions(List.of(
                    new TcpOption.Mss(random.nextInt(5)),
                    new TcpOption.WindowScale(random.nextInt(20)),
                    new TcpOption.Timestamps(random.nextInt(), random.nextInt())));
        }
        rig.inject(segment);
        if (random.nextInt(3) == 0) {
            rig.sndNxt = segment.end();
        }
        return segment.has(Flag.RST);
    }

    private static void call(Rig rig, SplittableRandom random) {
        switch (random.nextInt(13)) {
            case 9 -> rig.bench.user().sendUrgent(rig.connection, Bytes.pattern(2, 0, random.nextInt(5_000)));
            case 10 -> rig.bench.user().urgentLeft(rig.connection);
            case 11 -> rig.bench.user().keepAlive(rig.connection, random.nextBoolean());
            case 12 -> rig.bench.user().keepAliveInterval(rig.connection, 1 + random.nextInt(100_000));
            case 0 -> rig.bench.user().send(rig.connection, Bytes.pattern(2, 0, random.nextInt(5_000)));
            case 1 -> rig.bench.user().close(rig.connection);
            case 2 -> rig.bench.user().receive(rig.connection, random.nextInt(2_000));
            case 3 -> rig.bench.user().startReading(rig.connection);
            case 4 -> rig.bench.user().openPassive(rig.ends.iut(), OpenOptions.DEFAULT.notReading());
            case 5 -> rig.bench.user().closeListener(rig.listener);
            case 6 ->
                rig.bench
                        .user()
                        .openActive(rig.ends.iut(), rig.ends.peer(), OpenOptions.DEFAULT.withNagle())
                        .connection()
                        .ifPresent(c -> rig.connection = c);
            case 7 -> rig.bench.user().userTimeout(rig.connection, 1 + random.nextInt(100_000));
            default -> {
                if (random.nextInt(4) == 0) {
                    rig.bench.user().closeBothWays(rig.connection);
                }
            }
        }
    }
}
