package org.tcpspec.spi.iut;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Distortion;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;

/** The part of {@link IutContract} on packets. */
public interface WireContract extends ContractBase {

    @Test
    default void ownPacketComesBackBeforeItsAnswerNumberedFromOne() {
        try (Bench bench = bench()) {
            ContractPeer peer = new ContractPeer(bench, 0);
            Observed.Frame own = peer.send(Flag.SYN);
            peer.segment("the reset of a closed port", s -> s.has(Flag.RST));
            List<Observed.Frame> frames = frames(peer);
            assertThat(frames.get(0)).as("the first packet of the bench").isEqualTo(own);
            assertThat(frames).extracting(Observed.Frame::number).containsExactly(1L, 2L);
            assertThat(frames.get(1).direction()).isEqualTo(Observed.Direction.FROM_IUT);
            assertThat(bench.lost()).as("packets lost").isZero();
        }
    }

    @Test
    default void closedPortAnswersSynWithReset() {
        try (Bench bench = bench()) {
            ContractPeer peer = new ContractPeer(bench, 7);
            peer.send(Flag.SYN);
            Segment reset = peer.segment("a reset", s -> true);
            assertThat(reset.flags().control()).isEqualTo(Flags.of(Flag.RST, Flag.ACK));
            assertThat(reset.seq().unsigned()).isZero();
            assertThat(reset.ack()).isEqualTo(peer.sndNxt());
        }
    }

    @Test
    default void wrongOctetsReachTheIutAndComeBackAsTheyAre() {
        try (Bench bench = bench()) {
            ContractPeer peer = new ContractPeer(bench, 0);
            Segment syn = Segment.between(peer.ends.peer(), peer.ends.iut()).withFlags(Flags.of(Flag.SYN));
            Observed.Frame wrong = peer.inject(SegmentCodec.encode(syn, Distortion.wrongChecksum()));
            assertThat(wrong.packet().defects()).isNotEmpty();
            peer.send(Flag.SYN);
            peer.segment(
                    "a reset of the right SYN", s -> s.has(Flag.RST) && s.ack().equals(peer.sndNxt()));
            assertThat(frames(peer))
                    .as("the wrong SYN, the right one, one reset")
                    .hasSize(3);
        }
    }

    @Test
    default void packetsOfTheIutCarryRightChecksumsAndNoLinkLayer() {
        need(Capability.PASSIVE_OPEN, Capability.SEND, Capability.CLOSE);
        try (Bench bench = bench()) {
            ContractPeer peer = new ContractPeer(bench, 0);
            ConnectionId connection = peer.accepted(OpenOptions.DEFAULT);
            bench.user().send(connection, Bytes.ascii("odd"));
            peer.text(3);
            peer.send(Flag.ACK);
            assertThat(frames(peer)).allSatisfy(f -> {
                assertThat(f.packet().defects()).isEmpty();
                assertThat(f.packet()).isEqualTo(SegmentCodec.decode(f.packet().octets()));
            });
        }
    }

    @Test
    default void packetsOfOneBenchAreNumberedWithoutGap() {
        need(Capability.PASSIVE_OPEN);
        try (Bench bench = bench()) {
            ContractPeer first = new ContractPeer(bench, 0);
            first.accepted(OpenOptions.DEFAULT);
            first.send(Bytes.ascii("hello"), Flag.ACK, Flag.PSH);
            first.acknowledged();
            List<Observed.Frame> frames = frames(first);
            for (int i = 0; i < frames.size(); i++) {
                assertThat(frames.get(i).number()).isEqualTo(i + 1);
            }
        }
    }

    @Test
    default void severalPortsOfThePeerAreOneBench() {
        try (Bench bench = bench()) {
            Endpoint iut = new Endpoint(bench.iutAddress(), bench.port(0));
            for (int port : new int[] {1025, 33_001, 65_535}) {
                ContractPeer peer = new ContractPeer(bench, iut, port);
                peer.send(Flag.SYN);
                peer.segment("a reset", s -> s.has(Flag.RST));
            }
        }
    }

    private static List<Observed.Frame> frames(ContractPeer peer) {
        List<Observed.Frame> frames = new ArrayList<>();
        for (Observed observed : peer.record) {
            if (observed instanceof Observed.Frame frame) {
                frames.add(frame);
            }
        }
        return frames;
    }
}
