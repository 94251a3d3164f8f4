package org.tcpspec.steps.play;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Observed.Direction;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SegmentCodec;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.steps.cover.CallLog;
import org.tcpspec.steps.cover.Happening;
import org.tcpspec.steps.observe.Checker;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Expected.Cause;
import org.tcpspec.steps.observe.Explanation;
import org.tcpspec.steps.observe.LadderRow;
import org.tcpspec.steps.observe.PeerSegment;
import org.tcpspec.steps.observe.Report;
import org.tcpspec.steps.observe.Violation;

/**
 * What happens on the bench during one scenario: the record, and the connections as the record shows them. Everything
 * that crosses the IUT's boundary goes through here, so that nothing is judged that is not on record.
 */
public final class Scene {

    /** The kit's own packet comes back from the capture within this time, or the capture is broken. */
    private static final long CAPTURE_NANOS = 2_000_000_000L;

    /** Who waits so long for something that is to come waits for a timer. */
    private static final long LONG_NANOS = 5_000_000_000L;

    private static final long SILENCE_NANOS = 50_000_000L;

    private final Bench bench;
    private final Statement statement;
    private final Connections connections;
    private final Drawing drawing = new Drawing();
    private final List<Observed> record = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final User user;
    private final List<Observed.Signal> untold = new ArrayList<>();
    private Cause cause = new Cause.Local();
    private OptionalLong causePacket = OptionalLong.empty();
    private UnaryOperator<Bytes> lowerLayer = UnaryOperator.identity();
    private long causeNanos;
    private Optional<BiConsumer<Conversation, Verdict>> violations = Optional.empty();
    private boolean postamble;
    private boolean stepBegins;
    private Runnable atRest = () -> {};
    private long leftBench;
    private long latest;
    private final long begun;
    private final long begunMonotonic;

    public Scene(Bench bench, Statement statement, long seed) {
        this.bench = bench;
        this.statement = statement;
        this.connections = new Connections(bench, statement, seed);
        this.user = CallLog.of(bench.user(), this::now, this::happened);
        this.begun = bench.clock().nanos();
        this.begunMonotonic = steady();
        this.leftBench = begunMonotonic;
    }

    /** How far the bench's clock has strayed from a steady one since the scenario began; 0 in virtual time. */
    public Duration clockStep() {
        long strayed = (now() - begun) - (steady() - begunMonotonic);
        return bench.clock().isVirtual() ? Duration.ZERO : Duration.ofNanos(Math.abs(strayed));
    }

    /** The kit's own pace; it stands still in virtual time, where nothing can be late. */
    private long steady() {
        return bench.clock().isVirtual() ? 0 : bench.clock().steady();
    }

    /**
     * The longest time for which the kit held the scenario up: it did not look at the bench, or did not wake up when it
     * was due, or a packet of its own did not get out. Nothing of the IUT counts, nor calls of its user; 0 in virtual time.
     */
    public Duration kitLate() {
        return bench.clock().isVirtual() ? Duration.ZERO : Duration.ofNanos(latest);
    }

    private void heldUp(long nanos) {
        latest = postamble ? latest : Math.max(latest, nanos);
    }

    /** Calls {@code then} whenever the scenario is about to wait, as far as it knows; never in virtual time. */
    public void whenAtRest(Runnable then) {
        atRest = then;
    }

    private void rest(long deadline, long least) {
        if (!bench.clock().isVirtual() && deadline - now() > least) {
            atRest.run();
        }
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
        return user;
    }

    public List<Observed> record() {
        return record;
    }

    /** The same with the user's calls where they were made: what the coverage monitor reads. */
    public List<Happening> happenings() {
        return happenings;
    }

    private void happened(Happening happening) {
        if (!postamble) {
            happenings.add(happening);
        }
    }

    /** The ladder so far. */
    public List<LadderRow> rows() {
        return drawing.rows();
    }

    Drawing drawing() {
        return drawing;
    }

    /** All connections of the scenario, in the order in which they were begun. */
    public List<Conversation> conversations() {
        return connections.all();
    }

    /** What the user has seen of a connection. */
    public UserView view(Conversation conversation) {
        return connections.view(conversation);
    }

    /** What led to what comes next. */
    public Cause cause() {
        return cause;
    }

    /** The number of the packet that led to what comes next; empty if it was no packet. */
    public OptionalLong causePacket() {
        return causePacket;
    }

    /** When that was. */
    public long causeNanos() {
        return causeNanos;
    }

    /** Signals that no Then has asked about, oldest first; a Then takes out what it claims. */
    public List<Observed.Signal> untold() {
        return untold;
    }

    /** The step that brings the next stimulus begins. */
    public void stepBegins() {
        stepBegins = true;
    }

    /** From now on nothing is judged. */
    public void beginPostamble() {
        postamble = true;
    }

    /**
     * While {@code play} runs, a broken rule of every segment stops nothing, but is told with its connection. What
     * belongs to no connection stops it.
     */
    void collecting(BiConsumer<Conversation, Verdict> collector, Runnable play) {
        violations = Optional.of(collector);
        try {
            play.run();
        } finally {
            violations = Optional.empty();
        }
    }

    /** From now on a broken rule of every segment stops nothing, and nobody is told. */
    public void judgeNothing() {
        violations = Optional.of((c, verdict) -> {});
    }

    /** A connection between the IUT's port {@code portIndex} and a fresh port of the peer. */
    public Conversation converse(int portIndex) {
        return connections.begin(new Endpoint(bench.iutAddress(), bench.port(portIndex)));
    }

    /** A connection at that local socket with a fresh port of the peer. */
    public Conversation converse(Endpoint iut) {
        return connections.begin(iut);
    }

    /** From now on what the IUT sends between {@code ends}, with the numbers of {@code like}, is looked at too. */
    public void watch(FourTuple ends, Conversation like) {
        connections.watch(ends, like);
    }

    /** The next active OPEN names no local address: its connection is at whichever of its own the IUT chooses. */
    public void localAddressIsFree(Conversation c) {
        connections.localAddressIsFree(c);
    }

    /** From now on each packet of the peer goes through {@code dress} before it is on the wire. */
    public void lowerLayer(UnaryOperator<Bytes> dress) {
        lowerLayer = dress;
    }

    /** The same, with {@code peerIss} as the peer's initial sequence number. */
    public Conversation converse(int portIndex, SequenceNumber peerIss) {
        return connections.begin(new Endpoint(bench.iutAddress(), bench.port(portIndex)), peerIss);
    }

    /** A connection between the local socket of {@code first} and a fresh port of the peer. */
    public Conversation converseBeside(Conversation first) {
        return connections.beginBeside(first);
    }

    /** The IUT chooses the port for an active OPEN to {@code remote}: its SYN will tell which. */
    void awaitSynTo(Endpoint remote) {
        connections.awaitSynTo(remote);
    }

    /** The connection that the SYN to {@code remote} has begun, if it comes by {@code deadline}. */
    Optional<Conversation> begunTo(Endpoint remote, long deadline) {
        boolean more = true;
        while (more && connections.begunTo(remote).isEmpty()) {
            more = pump(deadline);
        }
        return connections.begunTo(remote);
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
        rest(deadline, LONG_NANOS);
        heldUp(steady() - leftBench);
        long asked = now();
        Optional<Observed> next = bench.next(deadline);
        heldUp(now() - Math.max(asked, next.map(Observed::nanos).orElse(deadline)));
        leftBench = steady();
        next.ifPresent(this::take);
        return next.isPresent();
    }

    /** Takes everything that has happened, and that happens until {@code deadline}. */
    public void pumpAll(long deadline) {
        rest(deadline, SILENCE_NANOS);
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
        catchUp();
        long before = now();
        Outcome outcome = call.get();
        leftBench = steady();
        String result = outcome.refusal().map(r -> ": " + r.words()).orElse("");
        drawing.user(before, "user calls " + name + result);
        cause = new Cause.Local();
        causeNanos = before;
        causePacket = OptionalLong.empty();
        if (outcome.refusal().filter(Refusal.NOT_OFFERED::equals).isPresent()) {
            throw new LabException("the IUT's user has no " + name
                    + ", but its statement claims it: mend the capabilities in the IUT's statement");
        }
        return outcome;
    }

    /** Binds a handle to its connection, so that its signals find it. */
    public void bind(Conversation conversation, ConnectionId handle) {
        connections.bind(conversation, handle);
    }

    // ---- the peer

    /** Sends a segment of the peer and waits until the capture has it. */
    public void inject(PeerSegment.Built built) {
        Bytes octets = lowerLayer.apply(SegmentCodec.encode(built.segment(), built.distortion()));
        Observed.Frame sent =
                inject(octets, built.distortion().padding(), built.segment().toString());
        cause = new Cause.Peer(built.segment());
        causeNanos = sent.nanos();
        causePacket = OptionalLong.of(sent.number());
    }

    /** Sends an ICMP message from the peer's side of the wire and waits until the capture has it. */
    public void report(Bytes packet, String words) {
        Observed.Frame sent = inject(packet, 0, words);
        cause = new Cause.Local();
        causeNanos = sent.nanos();
        causePacket = OptionalLong.of(sent.number());
    }

    /** @param padding how many of the octets the link adds: a capture may leave them out */
    private Observed.Frame inject(Bytes octets, int padding, String words) {
        catchUp();
        long before = now();
        int known = record.size();
        bench.peer().inject(octets);
        long deadline = now() + CAPTURE_NANOS;
        Bytes packet = octets.slice(0, octets.length() - padding);
        Optional<Observed.Frame> own = own(octets, packet, known);
        while (own.isEmpty()) {
            if (!pump(deadline)) {
                throw lost(words);
            }
            own = own(octets, packet, known);
        }
        heldUp(own.get().nanos() - before);
        if (stepBegins) {
            overtaken(own.get());
        }
        stepBegins = false;
        return own.get();
    }

    /** What was sent again before the peer's packet is no answer to it: on a busy machine the packet came late. */
    private void overtaken(Observed.Frame by) {
        for (Conversation c : conversations()) {
            c.unclaimed()
                    .removeIf(a -> a.explanation()
                                    .filter(Explanation.RETRANSMISSION::equals)
                                    .isPresent()
                            && a.frame().number() < by.number());
        }
    }

    private RuntimeException lost(String words) {
        String what = "packet of the peer did not come back from the capture within 2 s: " + words;
        return bench.clock().isVirtual()
                ? new LabException("a " + what)
                : Verdicts.inconclusive("A " + what + "; the machine is too busy, or the interface is down.");
    }

    /** The last thing on record, if it is new and the packet of the peer with these octets, or without its padding. */
    private Optional<Observed.Frame> own(Bytes octets, Bytes packet, int known) {
        return record.size() > known
                        && record.get(record.size() - 1) instanceof Observed.Frame frame
                        && frame.direction() == Direction.FROM_PEER
                        && (frame.packet().octets().equals(octets)
                                || frame.packet().octets().equals(packet))
                ? Optional.of(frame)
                : Optional.empty();
    }

    // ---- what is observed

    private void take(Observed observed) {
        record.add(observed);
        if (observed instanceof Observed.Frame frame) {
            happened(new Happening.Sent(frame));
            takeFrame(frame);
        } else if (observed instanceof Observed.Signal signal) {
            happened(new Happening.Told(signal));
            takeSignal(signal);
        }
    }

    private void takeFrame(Observed.Frame frame) {
        OptionalLong number = OptionalLong.of(frame.number());
        boolean fromIut = frame.direction() == Direction.FROM_IUT;
        if (frame.packet().segment().isEmpty()) {
            if (fromIut) {
                Checker.octets(frame.packet()).ifPresent(v -> violated(v, number));
            } else if (!postamble) {
                Report.show(frame.packet().octets()).ifPresent(words -> drawing.report(frame, words));
            }
            return;
        }
        Segment segment = frame.packet().segment().get();
        if (fromIut) {
            connections.begin(segment);
        }
        Optional<Conversation> found = connections.of(segment);
        if (found.filter(Conversation::isOver).isPresent()) {
            return;
        }
        if (found.isPresent()) {
            takeSegment(frame, segment, found.get()).ifPresent(v -> violated(found, v, number));
        } else if (fromIut) {
            violated(connections.strange(segment), number);
        }
    }

    /** What is wrong with the segment whatever the scenario, if anything. */
    private Optional<Violation> takeSegment(Observed.Frame frame, Segment segment, Conversation c) {
        Optional<Violation> violation = Optional.empty();
        if (frame.direction() == Direction.FROM_IUT) {
            violation = c.fromIut(frame, segment)
                    .or(() -> isTextKnown() ? c.checkText(segment, view(c).sentOctets()) : Optional.empty())
                    .or(() -> Checker.urgency(segment, view(c).hasSentUrgent()));
        } else {
            c.fromPeer(frame.packet(), frame.nanos());
        }
        if (!postamble) {
            drawing.segment(frame, segment, c);
        }
        return violation;
    }

    /** What a service says by itself nobody knows. */
    private boolean isTextKnown() {
        return statement.can(Capability.DRIVEN_USER);
    }

    private void violated(Violation v, OptionalLong packet) {
        violated(Optional.empty(), v, packet);
    }

    private void violated(Optional<Conversation> c, Violation v, OptionalLong packet) {
        if (postamble) {
            return;
        }
        if (c.isPresent() && violations.isPresent()) {
            violations.get().accept(c.get(), Verdicts.violation(v, packet));
        } else {
            throw new Stopped.Failure(Verdicts.violation(v, packet), true);
        }
    }

    private void takeSignal(Observed.Signal signal) {
        drawing.user(signal.nanos(), "user is told: " + signal.kind().words());
        signal.detail().connection().flatMap(connections::of).ifPresent(c -> bind(c, signal.connection()));
        Optional<Conversation> c = connections.of(signal.connection());
        if (signal.kind() == SignalKind.DATA) {
            c.ifPresent(conversation -> received(conversation, signal.detail().text()));
        } else {
            untold.add(signal);
        }
    }

    /** The user was handed text, by a signal or as the outcome of RECEIVE. */
    public void received(Conversation c, Bytes text) {
        c.userHasRead();
        UserView view = view(c);
        SequenceNumber from = c.shadow().irs().orElse(c.peerIss()).plus(1L + view.receivedOctets());
        view.received(text.length());
        if (!PeerSegment.stream(c, from, text.length()).equals(text)) {
            violated(
                    Optional.of(c),
                    new Violation("", "", "The user was handed text that the peer did not send there."),
                    causePacket);
        }
    }
}
