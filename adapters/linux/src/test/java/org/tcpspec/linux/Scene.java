package org.tcpspec.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Observed.Direction;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.spi.wire.TcpOption;

/** A bench with a peer that keeps its own sequence numbers, for tests. */
final class Scene implements AutoCloseable {

    private static final long ISS = 0xffff_fff0L;

    final Bench bench;
    final Endpoint iut;
    final Endpoint peer;
    final List<Observed> seen = new ArrayList<>();

    /** SND.NXT and RCV.NXT of the peer. */
    SequenceNumber next = SequenceNumber.of(ISS);

    SequenceNumber expected = SequenceNumber.ZERO;
    private final Set<String> sentBefore = new HashSet<>();
    private int judged;

    Scene(Bench bench) {
        this.bench = bench;
        this.iut = new Endpoint(bench.iutAddress(), bench.port(0));
        this.peer = new Endpoint(bench.peer().address(), 40_000);
    }

    FourTuple connection() {
        return new FourTuple(iut, peer);
    }

    /** Sends with SEG.SEQ = SND.NXT and SEG.ACK = RCV.NXT, and counts what was sent. */
    void send(String flags, String text) {
        Segment segment = segment(flags).withText(Bytes.ascii(text));
        inject(segment);
        next = next.plus(segment.length());
    }

    void send(String flags) {
        send(flags, "");
    }

    Segment segment(String flags) {
        Flags parsed = Flags.parse(flags);
        Segment segment = Segment.between(peer, iut)
                .withSeq(next)
                .withFlags(parsed)
                .withWindow(60_000)
                .withAck(parsed.has(org.tcpspec.spi.wire.Flag.ACK) ? expected : SequenceNumber.ZERO);
        return parsed.has(org.tcpspec.spi.wire.Flag.SYN)
                ? segment.withOptions(List.of(new TcpOption.Mss(1000)))
                : segment;
    }

    void inject(Segment segment) {
        bench.peer().inject(SegmentCodec.encode(segment));
    }

    /** The next segment of the IUT that it has not sent before, which must have these control flags. */
    Segment expect(String flags) {
        Segment segment = frame(f -> f.direction() == Direction.FROM_IUT && isNew(f), "a segment with " + flags)
                .packet()
                .segment()
                .orElseThrow();
        assertThat(segment.flags().control())
                .as("%s", segment)
                .isEqualTo(Flags.parse(flags).control());
        expected = segment.end();
        return segment;
    }

    /** On a loaded machine this peer may acknowledge so late that the IUT sends again. */
    private boolean isNew(Observed.Frame frame) {
        Segment segment = frame.packet().segment().orElseThrow();
        return segment.length() == 0 || sentBefore.add(segment.seq() + " " + segment.length() + segment.flags());
    }

    Observed.Frame frame(Predicate<Observed.Frame> wanted, String what) {
        return (Observed.Frame) await(o -> o instanceof Observed.Frame f && wanted.test(f), what);
    }

    Observed.Signal signal(SignalKind kind) {
        return (Observed.Signal) await(o -> o instanceof Observed.Signal s && s.kind() == kind, kind.toString());
    }

    /** The first thing of that kind that was not yet asked for; frames and signals may cross. */
    private Observed await(Predicate<Observed> wanted, String what) {
        long deadline = bench.clock().in(Lab.SOON);
        for (int i = judged; i < seen.size(); i++) {
            if (wanted.test(seen.get(i))) {
                return take(i);
            }
        }
        while (true) {
            Optional<Observed> next = bench.next(deadline);
            if (next.isEmpty()) {
                fail("%s did not come; seen: %s", what, seen);
            }
            seen.add(next.get());
            if (wanted.test(next.get())) {
                return take(seen.size() - 1);
            }
        }
    }

    private Observed take(int index) {
        Observed found = seen.remove(index);
        seen.add(judged, found);
        judged++;
        return found;
    }

    /** Nothing of the IUT for that long. */
    void silence(Duration duration) {
        long deadline = bench.clock().in(duration);
        Optional<Observed> next = bench.next(deadline);
        while (next.isPresent()) {
            assertThat(next.get())
                    .matches(o -> !(o instanceof Observed.Frame f) || f.direction() == Direction.FROM_PEER, "silence");
            seen.add(next.get());
            next = bench.next(deadline);
        }
    }

    Outcome listen() {
        Outcome outcome = bench.user().openPassive(iut, OpenOptions.DEFAULT);
        assertThat(outcome.listener()).as("%s", outcome).isPresent();
        return outcome;
    }

    /** Passive OPEN, three-way handshake, accepted. */
    ConnectionId establish() {
        listen();
        return handshake();
    }

    ConnectionId handshake() {
        send("SYN");
        Segment answer = expect("SYN,ACK");
        assertThat(answer.ack()).isEqualTo(next);
        send("ACK");
        return signal(SignalKind.ACCEPTED).connection();
    }

    State state() {
        Outcome outcome = bench.user().status(connection());
        return outcome.state().orElseThrow(() -> new AssertionError(outcome.toString()));
    }

    /** Asks until it is so: what a segment does to the state is done a little after the segment is seen. */
    void awaitState(State state) {
        long deadline = bench.clock().in(Lab.SOON);
        State is = state();
        while (is != state) {
            if (bench.clock().nanos() > deadline) {
                fail("still in %s, not %s; seen: %s", is, state, seen);
            }
            is = state();
        }
    }

    @Override
    public void close() {
        bench.close();
    }
}
