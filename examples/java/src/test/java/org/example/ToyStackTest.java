package org.example;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tcpspec.reports.junit.TcpSpec;
import org.tcpspec.spi.inprocess.StackInProcess;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.toy.ToyTcp;
import org.tcpspec.spi.toy.ToyUser;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;

/** A Java stack, bound to the kit. The toy has no timers and hardly any checks: only what it is good for is played. */
class ToyStackTest {

    /** The toy between the wire and its user. */
    private record Binding(ToyTcp tcp, User user) implements StackInProcess {

        static Binding of(Surroundings surroundings) {
            ToyTcp tcp = new ToyTcp(new ToyTcp.Out() {
                @Override
                public void segment(Segment segment) {
                    surroundings.send(SegmentCodec.encode(segment));
                }

                @Override
                public void signal(SignalKind kind, ConnectionId connection, SignalDetail detail) {
                    surroundings.signal(kind, connection, detail);
                }
            });
            return new Binding(tcp, new ToyUser(tcp));
        }

        @Override
        public void arrives(Packet packet) {
            if (packet.defects().isEmpty()) {
                packet.segment().ifPresent(tcp::arrives);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> closesAsTheFiguresShow() {
        return TcpSpec.of(getClass().getResource("toy.yaml"), Binding::of)
                .tags("@figure-12 or @figure-6")
                .play()
                .stream()
                .map(played -> dynamicTest(played.name(), played::check));
    }
}
