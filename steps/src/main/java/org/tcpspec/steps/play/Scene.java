package org.tcpspec.steps.play;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Observed.Direction;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.steps.observe.Checker;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Expected.Cause;
import org.tcpspec.steps.observe.LadderRow;
import org.tcpspec.steps.observe.PeerSegment;
import org.tcpspec.steps.observe.Violation;

/**
 * What happens on the bench during one scenario: the record, and the connections as the record shows them. Everything
 * that crosses the IUT's boundary goes through here, so that nothing is judged that is not on record.
 */
public final class Scene {

    /** The kit's own packet comes back from the capture within this time, or the capture is broken. */
    private static final long CAPTURE_NANOS = 2_000_000_000L;

    private static final int FIRST_PEER_PORT = 20_000;

    private final Bench bench;
    private final Statement statement;
    private final Random random;
    private final List<Observed> record = new ArrayList<>();
    private final List<LadderRow> rows = new ArrayList<>();
    private final Map<FourTuple, Conversation> conversations = new LinkedHashMap<>();
    private final Map<Conversation, UserView> views = new LinkedHashMap<>();
    private final Map<ConnectionId, Conversation> byHandle = new LinkedHashMap<>();
    private final List<Observed.Signal> untold = new ArrayList<>();
    private int peerPorts;
    private Cause cause = new Cause.Local();
    private OptionalLong causePacket = OptionalLong.empty();
    private boolean postamble;
    private final long begun;
    private final long begunMonotonic;

    public Scene(Bench bench, Statement statement, long seed) {
        this.bench = bench;
        this.statement = statement;
        this.random = new Random(seed);
        this.begun = bench.clock().nanos();
        this.begunMonotonic = System.nanoTime();
    }

    /** How far the bench's clock has strayed from a steady one since the scenario began; 0 in virtual time. */
    public Duration clockStep() {
        long strayed = (now() - begun) - (System.nanoTime() - begunMonotonic);
        return bench.clock().isVirtual() ? Duration.ZERO : Duration.ofNanos(Math.abs(strayed));
    }

    /** When the scenario first touched the bench, by the bench's clock. */
    public long begun() {
        return begun;
    }

    public Bench bench() {
        return bench;
    }

    public Statement statement() {
        return statement;
    }

    public User user() {
        return bench.user();
    }

    public List<Observed> record() {
        return record;
    }

    public List<LadderRow> rows() {
        return rows;
    }

    /** All connections of the scenario, in the order in which they were begun. */
    public List<Conversation> conversations() {
        return List.copyOf(conversations.values());
    }

    /** What the user has seen of a connection. */
    public UserView view(Conversation conversation) {
        return views.get(conversation);
    }

    /** What led to what comes next. */
    public Cause cause() {
        return cause;
    }

    /** The number of the packet that led to what comes next; empty if it was no packet. */
    public OptionalLong causePacket() {
        return causePacket;
    }

    /** Signals that no Then has asked about, oldest first; a Then takes out what it claims. */
    public List<Observed.Signal> untold() {
        return untold;
    }

    /** From now on nothing is judged. */
    public void beginPostamble() {
        postamble = true;
    }

    /** A connection between the IUT's port {@code portIndex} and a fresh port of the peer. */
    public Conversation converse(int portIndex) {
        return converse(new Endpoint(bench.iutAddress(), bench.port(portIndex)), freshPeerPort());
    }

    /** A fresh port of the peer. */
    public Endpoint freshPeerPort() {
        return new Endpoint(bench.peer().address(), FIRST_PEER_PORT + peerPorts++);
    }

    /** A connection between these ends. */
    public Conversation converse(Endpoint iut, Endpoint peer) {
        FourTuple ends = new FourTuple(iut, peer);
        Conversation c = new Conversation(ends, drawIss(), drawIss(), statement);
        conversations.put(ends, c);
        views.put(c, new UserView());
        return c;
    }

    /** One in three initial sequence numbers lies just before the wrap, so that every scenario meets it. */
    private SequenceNumber drawIss() {
        return random.nextInt(3) == 0
                ? SequenceNumber.of(-1L - random.nextInt(40))
                : SequenceNumber.of(random.nextInt());
    }

    // ---- time

    public long now() {
        return bench.clock().nanos();
    }

    /** When the last packet was captured, or now if there was none. */
    public long lastPacketNanos() {
        for (int i = record.size() - 1; i >= 0; i--) {
            if (record.get(i) instanceof Observed.Frame frame) {
                return frame.nanos();
            }
        }
        return now();
    }

    /** Takes what has happened and what happens until {@code deadline}, one thing; false if there was nothing. */
    public boolean pump(long deadline) {
        Optional<Observed> next = bench.next(deadline);
        next.ifPresent(this::take);
        return next.isPresent();
    }

    /** Takes everything that has happened, and that happens until {@code deadline}. */
    public void pumpAll(long deadline) {
        boolean more = true;
        while (more) {
            more = pump(deadline);
        }
    }

    /** Takes what has happened so far: what was sent before a call took effect is not judged by what it changed. */
    public void catchUp() {
        pumpAll(now());
    }

    // ---- the user

    /** A call of the user. What it draws is judged from here on; the bench tells it for the record. */
    public Outcome call(String name, Supplier<Outcome> call) {
        pumpAll(now());
        long before = now();
        Outcome outcome = call.get();
        String result = outcome.refusal().map(r -> ": " + r.words()).orElse("");
        rows.add(userRow(before, "user calls " + name + result));
        cause = new Cause.Local();
        causePacket = OptionalLong.empty();
        if (outcome.refusal().filter(Refusal.NOT_OFFERED::equals).isPresent()) {
            throw new LabException("the IUT's user has no " + name
                    + ", but its statement claims it: mend the capabilities in the IUT's statement");
        }
        return outcome;
    }

    private static LadderRow userRow(long nanos, String words) {
        return new LadderRow(OptionalLong.empty(), nanos, LadderRow.Arrow.USER, "", "", words, false, false);
    }

    /** Binds a handle to its connection, so that its signals find it. */
    public void bind(Conversation conversation, ConnectionId handle) {
        conversation.connection(Optional.of(handle));
        byHandle.put(handle, conversation);
    }

    // ---- the peer

    /** Sends a segment of the peer and waits until the capture has it. */
    public void inject(PeerSegment.Built built) {
        pumpAll(now());
        Bytes octets = SegmentCodec.encode(built.segment(), built.distortion());
        bench.peer().inject(octets);
        long deadline = now() + CAPTURE_NANOS;
        while (!isOwn(octets)) {
            if (!pump(deadline)) {
                throw new LabException("a packet of the peer did not come back from the capture within 2 s: "
                        + built.segment() + "; is the interface up?");
            }
        }
        cause = new Cause.Peer(built.segment());
        causePacket = lastPacketNumber();
    }

    private OptionalLong lastPacketNumber() {
        return record.get(record.size() - 1) instanceof Observed.Frame frame
                ? OptionalLong.of(frame.number())
                : OptionalLong.empty();
    }

    /** The last thing on record is the packet that was just injected. */
    private boolean isOwn(Bytes octets) {
        return !record.isEmpty()
                && record.get(record.size() - 1) instanceof Observed.Frame frame
                && frame.direction() == Direction.FROM_PEER
                && frame.packet().octets().equals(octets);
    }

    // ---- what is observed

    private void take(Observed observed) {
        record.add(observed);
        if (observed instanceof Observed.Frame frame) {
            takeFrame(frame);
        } else if (observed instanceof Observed.Signal signal) {
            takeSignal(signal);
        }
    }

    private void takeFrame(Observed.Frame frame) {
        if (frame.packet().segment().isEmpty()) {
            if (frame.direction() == Direction.FROM_IUT) {
                Checker.octets(frame.packet()).ifPresent(v -> violated(v, frame));
            }
            return;
        }
        Segment segment = frame.packet().segment().get();
        Optional<Conversation> found = conversations.values().stream()
                .filter(c -> c.ends().matches(segment))
                .findFirst();
        if (found.isEmpty()) {
            if (frame.direction() == Direction.FROM_IUT) {
                violated(
                        new Violation("", "RFC 9293 3.4", "The IUT sent a segment between ends that nobody uses."),
                        frame);
            }
            return;
        }
        Conversation c = found.get();
        boolean fromIut = c.ends().isFromIut(segment);
        Optional<Violation> violation = Optional.empty();
        if (fromIut) {
            violation = c.fromIut(frame, segment).or(() -> c.checkText(segment, view(c).sentOctets()));
        } else {
            c.fromPeer(frame.packet());
        }
        row(frame, segment, c, fromIut);
        violation.ifPresent(v -> violated(v, frame));
    }

    private void row(Observed.Frame frame, Segment segment, Conversation c, boolean fromIut) {
        if (postamble) {
            return;
        }
        boolean explained = fromIut && c.unclaimed().getLast().explanation().isPresent();
        rows.add(new LadderRow(
                OptionalLong.of(frame.number()),
                frame.nanos(),
                fromIut ? LadderRow.Arrow.FROM_IUT : LadderRow.Arrow.FROM_PEER,
                c.shadow().state().toString(),
                c.figures().show(segment, fromIut),
                explained ? c.unclaimed().getLast().explanation().get().toString() : "",
                false,
                explained));
    }

    private void violated(Violation v, Observed.Frame frame) {
        if (!postamble) {
            throw new Stopped.Failure(Verdicts.violation(v, frame.number()), true);
        }
    }

    private void takeSignal(Observed.Signal signal) {
        rows.add(userRow(signal.nanos(), "user is told: " + signal.kind().words()));
        signal.detail().connection().map(conversations::get).ifPresent(c -> bind(c, signal.connection()));
        Optional<Conversation> c = Optional.ofNullable(byHandle.get(signal.connection()));
        if (signal.kind() == SignalKind.DATA) {
            c.ifPresent(conversation -> received(conversation, signal.detail().text()));
        } else {
            untold.add(signal);
        }
    }

    /** The user was handed text, by a signal or as the outcome of RECEIVE. */
    public void received(Conversation c, Bytes text) {
        c.explainer().userHasRead();
        UserView view = view(c);
        SequenceNumber from = c.shadow().irs().orElse(c.peerIss()).plus(1L + view.receivedOctets());
        view.received(text.length());
        if (!postamble && !PeerSegment.stream(c, from, text.length()).equals(text)) {
            throw new Stopped.Failure(
                    Verdicts.violation(
                            new Violation(
                                    "", "RFC 9293 3.4", "The user was handed text that the peer did not send there."),
                            causePacket),
                    true);
        }
    }
}
