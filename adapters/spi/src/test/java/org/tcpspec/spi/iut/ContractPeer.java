package org.tcpspec.spi.iut;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.spi.wire.TcpOption;

/**
 * The least of a peer: one connection's variables, segments as a correct peer sends them, and waiting for what the IUT
 * does. It judges nothing of TCP beyond what it needs to go on.
 */
final class ContractPeer {

    /** How long it waits for what must come. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int PEER_PORT = 33_000;

    final Bench bench;
    final FourTuple ends;
    /** Everything that the bench told, in its order. */
    final List<Observed> record = new ArrayList<>();

    private final List<Observed> unclaimed = new ArrayList<>();
    private SequenceNumber sndNxt = SequenceNumber.of(0xffff_fff0L);
    private SequenceNumber rcvNxt = SequenceNumber.ZERO;
    private Bytes text = Bytes.EMPTY;

    /** A connection between a port of the bench and a port of its peer. */
    ContractPeer(Bench bench, int port) {
        this(bench, new Endpoint(bench.iutAddress(), bench.port(port)), PEER_PORT);
    }

    ContractPeer(Bench bench, Endpoint iut, int peerPort) {
        this.bench = bench;
        this.ends = new FourTuple(iut, new Endpoint(bench.peer().address(), peerPort));
    }

    SequenceNumber sndNxt() {
        return sndNxt;
    }

    SequenceNumber rcvNxt() {
        return rcvNxt;
    }

    // ---- the way to ESTABLISHED

    ListenerId listen(OpenOptions options) {
        Outcome outcome = bench.user().openPassive(ends.iut(), options);
        assertThat(outcome.refusal())
                .as("passive OPEN refused: %s", outcome.words())
                .isEmpty();
        return outcome.listener().orElseThrow(() -> new AssertionError("a passive OPEN returns a listener's handle"));
    }

    ConnectionId openActive() {
        Outcome outcome = bench.user().openActive(ends.iut(), ends.peer(), OpenOptions.DEFAULT);
        assertThat(outcome.refusal())
                .as("active OPEN refused: %s", outcome.words())
                .isEmpty();
        return outcome.connection().orElseThrow(() -> new AssertionError("an active OPEN returns a handle"));
    }

    /** SYN, SYN,ACK, ACK; nothing is said yet of the user. */
    void handshake() {
        syn();
        send(Flag.ACK);
    }

    /** SYN and its SYN,ACK. */
    Segment syn() {
        send(Flag.SYN);
        Segment answer = segment("a SYN,ACK", s -> s.flags().control().equals(Flags.of(Flag.SYN, Flag.ACK)));
        assertThat(answer.ack()).as("the SYN,ACK acknowledges the SYN").isEqualTo(sndNxt);
        return answer;
    }

    /** Answers the SYN of an active OPEN. */
    void answerSyn() {
        segment("a SYN", s -> s.flags().control().equals(Flags.of(Flag.SYN)));
        send(Flag.SYN, Flag.ACK);
        segment(
                "the ACK of the SYN,ACK",
                s -> s.has(Flag.ACK) && !s.has(Flag.SYN) && s.ack().equals(sndNxt));
    }

    /** A passive open that went all the way. */
    ConnectionId accepted(OpenOptions options) {
        ListenerId listener = listen(options);
        handshake();
        Observed.Signal signal = signal(SignalKind.ACCEPTED);
        assertThat(signal.detail().listener()).as("ACCEPTED names its listener").contains(listener);
        assertThat(signal.detail().connection()).as("ACCEPTED names the ends").contains(ends);
        return signal.connection();
    }

    // ---- sending

    Observed.Frame send(Flag... flags) {
        return send(Bytes.EMPTY, flags);
    }

    /** Sends a segment at SND.NXT and waits until the capture has told it. */
    Observed.Frame send(Bytes data, Flag... flags) {
        Segment segment = Segment.between(ends.peer(), ends.iut())
                .withSeq(sndNxt)
                .withFlags(Flags.of(flags))
                .withWindow(65_535)
                .withText(data);
        if (segment.has(Flag.ACK)) {
            segment = segment.withAck(rcvNxt);
        }
        if (segment.has(Flag.SYN)) {
            segment = segment.withOptions(List.of(new TcpOption.Mss(1400)));
        }
        sndNxt = sndNxt.plus(segment.length());
        return inject(SegmentCodec.encode(segment));
    }

    Observed.Frame inject(Bytes packet) {
        bench.peer().inject(packet);
        return (Observed.Frame) claim(
                "the peer's own packet, as captured",
                o -> o instanceof Observed.Frame f
                        && f.direction() == Observed.Direction.FROM_PEER
                        && f.packet().octets().equals(packet));
    }

    // ---- waiting

    /** The next segment of the IUT on this connection that {@code wanted} takes. */
    Segment segment(String what, Predicate<Segment> wanted) {
        Observed.Frame frame =
                (Observed.Frame) claim(what, o -> fromIut(o).filter(wanted).isPresent());
        return frame.packet().segment().orElseThrow();
    }

    /** The next segment of the IUT, whatever its ends. */
    Segment anySegment(String what) {
        Observed.Frame frame = (Observed.Frame) claim(
                what, o -> o instanceof Observed.Frame f && f.direction() == Observed.Direction.FROM_IUT);
        return frame.packet().segment().orElseThrow();
    }

    Observed.Signal signal(SignalKind... kinds) {
        List<SignalKind> wanted = List.of(kinds);
        return (Observed.Signal) claim(
                "the signal " + wanted, o -> o instanceof Observed.Signal s && wanted.contains(s.kind()));
    }

    /** Waits until the IUT acknowledged everything sent. */
    void acknowledged() {
        segment("an ACK of " + sndNxt, s -> s.has(Flag.ACK) && s.ack().equals(sndNxt));
    }

    /** The octets of text that the user was handed, waiting for as many as {@code length}. */
    Bytes handedOver(int length) {
        Bytes handed = Bytes.EMPTY;
        while (handed.length() < length) {
            handed = handed.plus(signal(SignalKind.DATA).detail().text());
        }
        return handed;
    }

    /** The stream of text that the IUT sent, waiting for as many octets as {@code length}. */
    Bytes text(int length) {
        while (text.length() < length) {
            segment("text of the user", s -> !s.text().isEmpty());
        }
        return text;
    }

    State status() {
        Outcome outcome = bench.user().status(ends);
        assertThat(outcome.refusal()).as("STATUS refused: %s", outcome.words()).isEmpty();
        return outcome.state().orElseThrow(() -> new AssertionError("STATUS tells a state"));
    }

    /** STATUS may lag behind the wire: a kernel tells a segment before it has processed it. */
    void becomes(State state) {
        long deadline = bench.clock().in(PATIENCE);
        State seen = status();
        while (seen != state && bench.clock().nanos() < deadline) {
            pump(bench.clock().in(Duration.ofMillis(5)));
            seen = status();
        }
        assertThat(seen).as("state by STATUS").isEqualTo(state);
    }

    private Optional<Segment> fromIut(Observed observed) {
        return observed instanceof Observed.Frame f && f.direction() == Observed.Direction.FROM_IUT
                ? f.packet().segment().filter(ends::isFromIut)
                : Optional.empty();
    }

    private Observed claim(String what, Predicate<Observed> wanted) {
        long deadline = bench.clock().in(PATIENCE);
        while (true) {
            Optional<Observed> found = unclaimed.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                unclaimed.remove(found.get());
                return found.get();
            }
            if (!pump(deadline)) {
                throw new AssertionError(what + " did not come within " + PATIENCE + "; what came: " + record);
            }
        }
    }

    /** Takes one thing from the bench, waiting until {@code deadline}. */
    boolean pump(long deadline) {
        Optional<Observed> next = bench.next(deadline);
        next.ifPresent(this::take);
        return next.isPresent();
    }

    private void take(Observed observed) {
        record.add(observed);
        unclaimed.add(observed);
        fromIut(observed).ifPresent(this::track);
    }

    private void track(Segment s) {
        if (s.has(Flag.SYN)) {
            rcvNxt = s.end();
        } else if (!s.has(Flag.RST) && s.seq().isAtMost(rcvNxt) && s.end().isAfter(rcvNxt)) {
            int old = rcvNxt.minus(s.seq());
            text = text.plus(s.text().from(Math.min(old, s.text().length())));
            rcvNxt = s.end();
        }
    }
}
