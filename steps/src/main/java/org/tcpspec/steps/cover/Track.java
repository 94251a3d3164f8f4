package org.tcpspec.steps.cover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.Explanation;
import org.tcpspec.steps.observe.Shadow;

/** What the record shows of the connections between one pair of ends, one after the other. */
final class Track {

    /** A segment so soon after the peer's was drawn by it, however it looks: this part of the least RTO. */
    private static final int PROMPT = 10;

    private final FourTuple ends;
    private final Statement statement;
    private final Conversation conversation;
    private final Consumer<Observation> log;

    private Optional<Pending> pending = Optional.empty();
    private final List<Done> done = new ArrayList<>();
    private Optional<ConnectionId> handle = Optional.empty();
    private final Set<ConnectionId> givenAway = new HashSet<>();
    private boolean openedActively;
    private boolean listenerGone;
    private boolean reading;
    private boolean nagle;
    private boolean closedBothWays;
    private boolean finQueued;
    private boolean userTimeout;
    private boolean givenUp;
    private boolean reported;
    private long queued;
    private long delivered;
    private Optional<SequenceNumber> urgentTo = Optional.empty();
    private long timeWaitSince = Long.MAX_VALUE;
    private long now;
    private long lastStimulus = Long.MIN_VALUE / 2;

    /** An event whose reaction is still coming in. */
    private record Pending(
            State before,
            EventKind event,
            Variables variables,
            Circumstances circumstances,
            Optional<Segment> segment,
            Optional<Happening.Called> call,
            OptionalLong packet,
            List<Segment> sent,
            List<Observed.Signal> told) {}

    /** An event with what came of it; a signal that it owes may still come. */
    private record Done(Pending event, State after, Variables variables) {
        boolean owes(SignalKind kind) {
            return Debts.owes(kind, event.before(), event.event(), event.segment(), after)
                    && event.told().stream().noneMatch(s -> s.kind() == kind);
        }
    }

    Track(FourTuple ends, Statement statement, Consumer<Observation> log) {
        this.ends = ends;
        this.statement = statement;
        this.log = log;
        this.conversation = new Conversation(ends, SequenceNumber.ZERO, SequenceNumber.ZERO, statement);
    }

    FourTuple ends() {
        return ends;
    }

    State state() {
        return shadow().state();
    }

    private Shadow shadow() {
        return conversation.shadow();
    }

    boolean isHeldBy(ConnectionId id) {
        return handle.filter(id::equals).isPresent();
    }

    /** The user gave that handle away by {@code close()}, though the connection may live on. */
    boolean isClosedBothWays(ConnectionId id) {
        return givenAway.contains(id);
    }

    boolean hasTcb() {
        return state() != State.CLOSED && state() != State.LISTEN;
    }

    // ---- listeners

    void listenerOpens(OpenOptions options) {
        shadow().passiveOpen();
        listenerGone = false;
        if (!hasTcb()) {
            reading = options.reading();
            nagle = options.nagle();
        }
    }

    void listenerCloses() {
        shadow().listenerClosed();
        listenerGone = true;
    }

    // ---- the user

    /** An event that is a call, before what it changes. */
    void call(Happening.Called call, EventKind event, State before) {
        begin(before, event, Optional.empty(), Optional.of(call), OptionalLong.empty());
        lastStimulus = call.nanos();
    }

    void opensActively(Happening.Called call) {
        newConnection();
        shadow().activeOpen();
        openedActively = true;
        handle = call.outcome().connection();
        call.options().ifPresent(o -> {
            reading = o.reading();
            nagle = o.nagle();
        });
    }

    private void newConnection() {
        openedActively = false;
        handle = Optional.empty();
        closedBothWays = false;
        finQueued = false;
        userTimeout = false;
        queued = 0;
        delivered = 0;
        urgentTo = Optional.empty();
        timeWaitSince = Long.MAX_VALUE;
    }

    void queue(long octets) {
        queued += octets;
    }

    void handed(long octets) {
        if (octets > 0) {
            conversation.userHasRead();
        }
        delivered += octets;
        if (urgentTo.filter(up -> up.isAtMost(consumed())).isPresent()) {
            urgentTo = Optional.empty();
        }
    }

    void startsReading() {
        reading = true;
    }

    /** CLOSE was taken: whether the state changes at once is what 3.10.4 says of the state. */
    void closes() {
        boolean waits = shadow().state() == State.SYN_RECEIVED || shadow().state() == State.CLOSE_WAIT;
        finQueued = true;
        if (!waits || unsent() == 0) {
            shadow().close();
        }
    }

    void closesBothWays() {
        handle.ifPresent(givenAway::add);
        closes();
        closedBothWays = true;
        handle = Optional.empty();
    }

    void aborts() {
        shadow().abort();
        handle = Optional.empty();
    }

    void userTimeoutIsSet() {
        userTimeout = true;
    }

    /**
     * STATUS tells a state. Where it is another one, what could not be seen has happened before. What the last event
     * drew may still be on its way to the record, so STATUS is an event that draws nothing of its own.
     */
    void status(Happening.Called call, State told) {
        if (told != state()) {
            boolean gone = told == State.CLOSED || told == State.LISTEN;
            if (gone && hasTcb()) {
                givenUp(call.nanos());
            }
            flush();
            shadow().inState(told);
        }
        Pending asked = pending(state(), EventKind.STATUS, Optional.empty(), Optional.of(call), OptionalLong.empty());
        done.add(new Done(asked, state(), variables()));
    }

    /** An ICMP message about it came: no event of the table, but what follows from it is no timeout. */
    void report() {
        flush();
        reported = true;
    }

    /** The connection is gone without a word on the wire. */
    private void givenUp(long nanos) {
        if (!reported
                && shadow().sndNxt().isAfter(shadow().sndUna())
                && shadow().iss().isPresent()) {
            givenUp = true;
            begin(
                    state(),
                    userTimeout ? EventKind.USER_TIMEOUT : EventKind.RTX_TIMEOUT,
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty());
            givenUp = false;
            shadow().abort();
            lastStimulus = nanos;
        }
    }

    void signal(Observed.Signal signal) {
        if (signal.kind() == SignalKind.ACCEPTED || signal.kind() == SignalKind.OPENED) {
            handle = Optional.of(signal.connection());
        }
        if (signal.kind() == SignalKind.TIMED_OUT && hasTcb()) {
            givenUp(signal.nanos());
            shadow().abort();
        }
        if (signal.kind() == SignalKind.DATA) {
            handed(signal.detail().text().length());
        }
        take(signal);
    }

    /** The user learns of things a little later than the wire: the signal belongs to the event that owes it. */
    private void take(Observed.Signal signal) {
        Optional<Done> now = pending.map(p -> new Done(p, state(), variables()));
        Optional<Done> late = done.stream().filter(d -> d.owes(signal.kind())).reduce((a, b) -> b);
        boolean belongsHere = now.filter(d -> d.owes(signal.kind())).isPresent() || late.isEmpty();
        (belongsHere ? pending : late.map(Done::event)).ifPresent(p -> p.told().add(signal));
    }

    // ---- the wire

    void fromPeer(Observed.Frame frame, Segment segment) {
        State before = state();
        Variables v = variables();
        EventKind event = Classifier.of(before, v, segment);
        begin(before, event, Optional.of(segment), Optional.empty(), OptionalLong.of(frame.number()));
        lastStimulus = frame.nanos();
        if (!Hosts.areValid(segment)) {
            // To be ignored (3.9.2.3), so it changes nothing.
            return;
        }
        conversation.fromPeer(frame.packet(), frame.nanos());
        if (before == State.LISTEN && state() == State.SYN_RECEIVED
                || before == State.TIME_WAIT && state() == State.SYN_RECEIVED) {
            newConnection();
        }
        if (before == State.SYN_RECEIVED && state() == State.ESTABLISHED && finQueued) {
            // A CLOSE that was queued until ESTABLISHED (3.10.4).
            shadow().close();
        }
        urgent(event, segment);
        boolean again = before == State.TIME_WAIT && segment.has(Flag.FIN) && isRepeat(v, segment);
        if (state() == State.TIME_WAIT && (before != State.TIME_WAIT || again)) {
            timeWaitSince = frame.nanos();
        }
    }

    private static boolean isRepeat(Variables v, Segment segment) {
        return segment.end().equals(v.rcvNxt()) || segment.seq().equals(v.rcvNxt());
    }

    private void urgent(EventKind event, Segment segment) {
        boolean heeded = segment.has(Flag.URG)
                && (event == EventKind.SEG_URG || event == EventKind.SEG_FIN || event == EventKind.SEG_FIN_ACKFIN)
                && hasTcb();
        SequenceNumber up = segment.seq().plus(segment.urgentPointer());
        if (heeded && up.isAfter(urgentTo.orElse(consumed()))) {
            urgentTo = Optional.of(up);
        }
    }

    void fromIut(Observed.Frame frame, Segment segment) {
        State before = state();
        Optional<Explanation> explanation = explain(frame, segment);
        boolean prompt =
                frame.nanos() - lastStimulus < statement.ixit().rtoMin().toNanos() / PROMPT;
        boolean timer = explanation.filter(Explanation.RETRANSMISSION::equals).isPresent() && !prompt;
        if (timer && !isProbe(segment)) {
            begin(before, EventKind.RTX_TIMEOUT, Optional.empty(), Optional.empty(), OptionalLong.of(frame.number()));
        }
        boolean probe =
                explanation.filter(Explanation.ZERO_WINDOW_PROBE::equals).isPresent()
                        || isProbe(segment)
                        || isKeepAlive(segment);
        if (!probe || prompt) {
            pending.ifPresent(p -> p.sent().add(segment));
        }
        boolean aborted = before.isSynchronized() || before == State.SYN_RECEIVED && listenerGone;
        if (segment.has(Flag.RST) && aborted && hasTcb()) {
            shadow().abort();
        }
    }

    private Optional<Explanation> explain(Observed.Frame frame, Segment segment) {
        conversation.fromIut(frame, segment);
        return conversation.unclaimed().removeLast().explanation();
    }

    private boolean isProbe(Segment segment) {
        return shadow().sndWnd() == 0 && !segment.text().isEmpty() && !segment.has(Flag.SYN);
    }

    /** At SND.NXT-1 with nothing outstanding (3.8.4). */
    private boolean isKeepAlive(Segment segment) {
        return shadow().iss().isPresent()
                && shadow().sndUna().equals(shadow().sndNxt())
                && segment.seq().equals(shadow().sndNxt().minus(1))
                && segment.text().length() <= 1
                && segment.flags().control().equals(Flags.of(Flag.ACK));
    }

    // ---- time

    /** Lets time pass up to {@code nanos}: 2 MSL may be over. */
    void until(long nanos) {
        now = nanos;
        boolean over = state() == State.TIME_WAIT
                && timeWaitSince != Long.MAX_VALUE
                && nanos >= timeWaitSince + timeWait().toNanos();
        if (over) {
            begin(
                    State.TIME_WAIT,
                    EventKind.TIMEWAIT_TIMEOUT,
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty());
            shadow().abort();
            timeWaitSince = Long.MAX_VALUE;
        }
    }

    /** How long TIME-WAIT lasts at most. */
    private Duration timeWait() {
        return statement.ixit().msl().multipliedBy(2).plus(statement.ixit().tick());
    }

    // ---- observations

    private void begin(
            State before,
            EventKind event,
            Optional<Segment> segment,
            Optional<Happening.Called> call,
            OptionalLong packet) {
        flush();
        reported = false;
        pending = Optional.of(pending(before, event, segment, call, packet));
    }

    private Pending pending(
            State before,
            EventKind event,
            Optional<Segment> segment,
            Optional<Happening.Called> call,
            OptionalLong packet) {
        return new Pending(
                before,
                event,
                variables(),
                circumstances(),
                segment,
                call,
                packet,
                new ArrayList<>(),
                new ArrayList<>());
    }

    /** Nothing more belongs to the last event. */
    void flush() {
        pending.ifPresent(p -> done.add(new Done(p, state(), variables())));
        pending = Optional.empty();
    }

    /** The record ends here. */
    void end() {
        flush();
        done.forEach(d -> log.accept(observation(d)));
    }

    private Observation observation(Done d) {
        Pending p = d.event();
        return new Observation(
                ends,
                p.before(),
                p.event(),
                p.variables(),
                p.circumstances(),
                p.segment(),
                p.call(),
                p.packet(),
                new Observation.Reaction(p.sent(), p.told()),
                d.after(),
                d.variables());
    }

    private Variables variables() {
        Shadow s = shadow();
        return new Variables(
                s.iss(),
                s.sndUna(),
                s.sndNxt(),
                s.maxSndWnd(),
                s.fin(),
                s.irs(),
                s.rcvNxt(),
                s.rcvWnd(),
                s.held().stream().map(h -> new Variables.Span(h.from(), h.to())).toList(),
                s.heldFin(),
                s.tsRecentInForce(now));
    }

    private Circumstances circumstances() {
        return new Circumstances(
                openedActively,
                handle.isPresent(),
                reading,
                nagle,
                closedBothWays,
                finQueued,
                unsent(),
                shadow().irs().isPresent() ? Math.max(0, shadow().rcvNxt().minus(consumed()) - finOctet()) : 0,
                shadow().sndWnd(),
                urgentTo,
                consumed(),
                givenUp);
    }

    private int finOctet() {
        return shadow().peerFin().isPresent() ? 1 : 0;
    }

    private SequenceNumber consumed() {
        return shadow().irs().map(i -> i.plus(1 + delivered)).orElse(SequenceNumber.ZERO);
    }

    private long unsent() {
        if (shadow().iss().isEmpty()) {
            return queued;
        }
        long sent = shadow().sndNxt().minus(shadow().iss().get())
                - 1L
                - (shadow().fin().isPresent() ? 1 : 0);
        return Math.max(0, queued - sent);
    }
}
