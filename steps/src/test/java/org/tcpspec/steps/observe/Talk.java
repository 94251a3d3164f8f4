package org.tcpspec.steps.observe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Observed.Direction;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.TcpOption;

/** A connection that a test makes up, segment by segment; both numberings wrap within the first octets of text. */
final class Talk {

    static final SequenceNumber ISS = SequenceNumber.of(0xffff_fffdL);
    static final SequenceNumber IRS = SequenceNumber.of(0xffff_fffeL);

    private final Conversation conversation;
    private long number;
    private long nanos;
    private int peerWindow = 1000;
    private List<TcpOption> peerOptions = List.of();
    private List<TcpOption> iutOptions = List.of();
    private Optional<Violation> violation = Optional.empty();

    Talk() {
        this(Map.of());
    }

    Talk(Map<String, Support> options) {
        this(options, Ixit.DEFAULT);
    }

    /** The IUT's timers tick {@code ticks} apart. */
    static Talk ticking(Duration ticks) {
        Ixit d = Ixit.DEFAULT;
        return new Talk(
                Map.of(),
                new Ixit(
                        d.msl(),
                        d.rtoInitial(),
                        d.rtoMin(),
                        d.rtoMax(),
                        d.delayedAck(),
                        d.r2(),
                        d.synR2(),
                        d.reaction(),
                        d.ackThrottle(),
                        ticks,
                        d.connections(),
                        d.parallel(),
                        d.sources()));
    }

    private Talk(Map<String, Support> options, Ixit ixit) {
        Statement statement = new Statement("a test", Set.of(), options, ixit, Map.of(), List.of());
        conversation = new Conversation(
                new FourTuple(new Endpoint(address("192.0.2.1"), 80), new Endpoint(address("192.0.2.2"), 4000)),
                IRS,
                SequenceNumber.ZERO,
                statement);
        conversation.shadow().passiveOpen();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A passive handshake; then everything is claimed. */
    Talk established() {
        peer("SYN", 0, 0, 0);
        iut("SYN,ACK", 0, 1, 0);
        peer("ACK", 1, 1, 0);
        conversation.shadow().listenerClosed();
        conversation.unclaimed().clear();
        return this;
    }

    Conversation conversation() {
        return conversation;
    }

    Shadow shadow() {
        return conversation.shadow();
    }

    Talk pass(Duration time) {
        nanos += time.toNanos();
        return this;
    }

    /** The window that the peer offers from now on. */
    Talk peerWindow(int window) {
        peerWindow = window;
        return this;
    }

    /** The peer sends; SEQ counts from IRS, ACK from ISS. */
    Talk peer(String flags, long seq, long ack, int octets) {
        conversation.fromPeer(
                packet(Segment.between(
                                conversation.ends().peer(), conversation.ends().iut())
                        .withFlags(Flags.parse(flags))
                        .withSeq(IRS.plus(seq))
                        .withAck(ISS.plus(ack))
                        .withWindow(peerWindow)
                        .withOptions(peerOptions)
                        .withText(PeerSegment.stream(conversation, IRS.plus(seq), octets))),
                nanos);
        return this;
    }

    /** The options of all that the peer sends from now on. */
    Talk peerOptions(TcpOption... options) {
        peerOptions = List.of(options);
        return this;
    }

    /** The options of all that the IUT sends from now on. */
    Talk iutOptions(TcpOption... options) {
        iutOptions = List.of(options);
        return this;
    }

    /** What was wrong with the latest segment of the IUT, whatever the scenario. */
    Optional<Violation> violation() {
        return violation;
    }

    /** The IUT sends; SEQ counts from ISS, ACK from IRS. Returns why it needs no asking for. */
    Optional<Explanation> iut(String flags, long seq, long ack, int octets) {
        return iut(flags, seq, ack, octets, 1000);
    }

    Optional<Explanation> iut(String flags, long seq, long ack, int octets, int window) {
        Packet packet = packet(
                Segment.between(conversation.ends().iut(), conversation.ends().peer())
                        .withFlags(Flags.parse(flags))
                        .withSeq(ISS.plus(seq))
                        .withAck(IRS.plus(ack))
                        .withWindow(window)
                        .withOptions(iutOptions)
                        .withText(conversation.userStream(seq - 1, octets)));
        violation = conversation.fromIut(
                new Observed.Frame(++number, nanos, Direction.FROM_IUT, packet),
                packet.segment().orElseThrow());
        return conversation.unclaimed().getLast().explanation();
    }

    private static Packet packet(Segment segment) {
        return SegmentCodec.decode(SegmentCodec.encode(segment));
    }
}
