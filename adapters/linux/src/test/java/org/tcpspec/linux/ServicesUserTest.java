package org.tcpspec.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.iut.Mailbox;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Observed.Direction;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.StackDescription.Services;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Net;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;
import org.tcpspec.spi.wire.SequenceNumber;

/** That an open has completed is told when the wire shows it, and not before. */
class ServicesUserTest {
    private final Endpoint service = new Endpoint(Net.address("192.0.2.2"), 9);
    private final Endpoint peer = new Endpoint(Net.address("198.18.0.1"), 20000);
    private final List<Observed> record = new ArrayList<>();
    private final ServicesUser user = new ServicesUser(new Services(9, OptionalInt.of(13)), record::add);
    private final Mailbox wire = user.watching(record::add);
    private long packets;

    private void frame(Direction direction, Segment segment) {
        packets++;
        wire.deliver(new Observed.Frame(
                packets, packets, direction, SegmentCodec.decode(SegmentCodec.encode(segment.withWindow(1000)))));
    }

    private Segment fromPeer(long seq, long ack, Flag... flags) {
        return Segment.between(peer, service)
                .withFlags(Flags.of(flags))
                .withSeq(SequenceNumber.of(seq))
                .withAck(SequenceNumber.of(ack));
    }

    private List<SignalKind> told() {
        return record.stream()
                .filter(Observed.Signal.class::isInstance)
                .map(o -> ((Observed.Signal) o).kind())
                .toList();
    }

    @Test
    void theAckOfItsSynCompletesTheOpen() {
        frame(Direction.FROM_PEER, fromPeer(300, 0, Flag.SYN));
        frame(
                Direction.FROM_IUT,
                Segment.between(service, peer)
                        .withFlags(Flags.of(Flag.SYN, Flag.ACK))
                        .withSeq(SequenceNumber.of(100))
                        .withAck(SequenceNumber.of(301)));
        frame(Direction.FROM_PEER, fromPeer(301, 100, Flag.ACK));
        frame(Direction.FROM_PEER, fromPeer(302, 101, Flag.ACK));
        frame(Direction.FROM_PEER, fromPeer(301, 101, Flag.RST, Flag.ACK));
        assertThat(told()).isEmpty();
        frame(Direction.FROM_PEER, fromPeer(301, 101, Flag.ACK));
        frame(Direction.FROM_PEER, fromPeer(301, 101, Flag.ACK));
        assertThat(told()).containsExactly(SignalKind.ACCEPTED);
    }

    @Test
    void nothingIsOfferedButTheServiceThatListensAnyway() {
        assertThat(user.openPassive(service, OpenOptions.DEFAULT).isRefused()).isFalse();
        assertThat(user.openPassive(new Endpoint(service.address(), 10), OpenOptions.DEFAULT)
                        .refusal())
                .contains(Refusal.NOT_OFFERED);
        assertThat(user.openActive(service, peer, OpenOptions.DEFAULT).refusal())
                .contains(Refusal.NOT_OFFERED);
    }
}
