package org.tcpspec.crosscheck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tcpspec.model.Event;
import org.tcpspec.model.ModelProvider;
import org.tcpspec.model.Standing;
import org.tcpspec.model.Timeout;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Clock;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Peer;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.cover.CallLog;
import org.tcpspec.steps.cover.Classifier;
import org.tcpspec.steps.cover.EventKind;
import org.tcpspec.steps.cover.Happening;
import org.tcpspec.steps.cover.Monitor;
import org.tcpspec.steps.cover.Observation;
import org.tcpspec.steps.cover.Options;
import org.tcpspec.steps.cover.Variables;

/** The model, each of whose events is compared with what the coverage monitor makes of the record from outside. */
final class Watched implements Iut {

    /** One event: connection, state before, event, state after. */
    private record Transition(FourTuple ends, State before, EventKind event, State after) {
        @Override
        public String toString() {
            // Whether early text waits with its ACK or without it is open: the row of the table says to accept both.
            boolean open = before == State.SYN_RECEIVED && event == EventKind.SEG_DATA_EARLY;
            return open ? before + " " + event + " (" + ends.peer().port() + ")" : described();
        }

        private String described() {
            return before + " " + event + " " + after + " (" + ends.peer().port() + ")";
        }
    }

    private final Iut model;
    private final Statement statement;
    private final Map<String, Log> logs = Collections.synchronizedMap(new HashMap<>());
    private final List<String> differences = Collections.synchronizedList(new ArrayList<>());

    Watched(IutRequest request) {
        this.statement = request.statement();
        this.model = new ModelProvider().open(request, bench -> log(bench)::processed);
    }

    /** Where monitor and model differ: scenario, what only one of them has. */
    List<String> differences() {
        return differences;
    }

    private Log log(BenchRequest bench) {
        return logs.computeIfAbsent(bench.scenario(), s -> new Log());
    }

    @Override
    public Statement statement() {
        return model.statement();
    }

    @Override
    public Map<String, String> environment() {
        return model.environment();
    }

    @Override
    public Bench bench(BenchRequest request) {
        Log log = log(request);
        Bench bench = model.bench(request);
        User user = CallLog.of(bench.user(), bench.clock()::nanos, log.happenings::add);
        return new WatchedBench(bench, user, log, request);
    }

    @Override
    public List<String> notes() {
        return model.notes();
    }

    @Override
    public void close() {
        model.close();
    }

    /**
     * A scenario with settings is left out: they make the model recycle TIME-WAIT, or talk to itself over loopback, which
     * no wire shows.
     */
    private void compare(BenchRequest request, Log log) {
        if (!request.settings().isEmpty()) {
            return;
        }
        Statement inForce = Options.inForce(statement, request.settings());
        List<String> monitor = Monitor.observe(log.happenings.subList(0, log.happened), inForce).stream()
                .map(Watched::transition)
                .sorted()
                .collect(Collectors.toList());
        List<String> told = log.transitions.subList(0, log.told).stream()
                .map(Transition::toString)
                .sorted()
                .collect(Collectors.toList());
        List<String> onlyModel = minus(told, monitor);
        List<String> onlyMonitor = minus(monitor, told);
        if (!onlyModel.isEmpty() || !onlyMonitor.isEmpty()) {
            differences.add(request.scenario() + "\n  only the model: " + onlyModel + "\n  only the monitor: "
                    + onlyMonitor + "\n  all: " + log.transitions.subList(0, log.told));
        }
    }

    private static String transition(Observation o) {
        return new Transition(o.ends(), o.before(), o.event(), o.after()).toString();
    }

    private static List<String> minus(List<String> all, List<String> less) {
        List<String> rest = new ArrayList<>(all);
        less.forEach(rest::remove);
        return rest;
    }

    /** What happened on one bench, and the part of it that was before the postamble. */
    private static final class Log {
        private final List<Happening> happenings = new ArrayList<>();
        private final List<Transition> transitions = new ArrayList<>();
        private final Map<FourTuple, Variables> last = new LinkedHashMap<>();
        private int happened;
        private int told;

        /** All so far belongs to the scenario: the postamble looks at nothing any more. */
        void looked() {
            happened = happenings.size();
            told = transitions.size();
        }

        void processed(FourTuple ends, Standing before, Event event, Standing after) {
            Variables variables =
                    before.variables().map(Watched::variables).orElseGet(() -> last.getOrDefault(ends, Variables.NONE));
            kind(before, variables, event)
                    .ifPresent(k -> transitions.add(new Transition(ends, before.state(), k, after.state())));
            after.variables().map(Watched::variables).ifPresent(v -> last.put(ends, v));
        }

        private static Optional<EventKind> kind(Standing before, Variables variables, Event event) {
            if (event instanceof Event.Arrival arrival) {
                return Optional.of(Classifier.of(before.state(), variables, arrival.segment()));
            }
            if (event instanceof Event.Call call) {
                return Optional.ofNullable(CALLS.get(call.name()));
            }
            return event instanceof Event.Expiry expiry ? expired(before, expiry.timeout()) : Optional.empty();
        }

        private static Optional<EventKind> expired(Standing before, Timeout timeout) {
            return switch (timeout) {
                case USER ->
                    Optional.of(
                            before.variables().orElseThrow().userTimeout()
                                    ? EventKind.USER_TIMEOUT
                                    : EventKind.RTX_TIMEOUT);
                // What is sent again into a closed window is a probe of it, whichever timer says when (3.8.6.1).
                case RETRANSMISSION ->
                    Optional.of(EventKind.RTX_TIMEOUT)
                            .filter(k -> before.variables().orElseThrow().sndWnd() > 0
                                    || !before.state().isSynchronized());
                case TIME_WAIT -> Optional.of(EventKind.TIMEWAIT_TIMEOUT);
                default -> Optional.empty();
            };
        }
    }

    private static final Map<String, EventKind> CALLS = Map.of(
            "passive OPEN", EventKind.OPEN_PASSIVE,
            "active OPEN", EventKind.OPEN_ACTIVE,
            "SEND", EventKind.SEND,
            "RECEIVE", EventKind.RECEIVE,
            "CLOSE", EventKind.CLOSE,
            "ABORT", EventKind.ABORT,
            "STATUS", EventKind.STATUS);

    private static Variables variables(Standing.Variables v) {
        List<SequenceNumber> edges = v.held();
        return new Variables(
                Optional.of(v.iss()),
                v.sndUna(),
                v.sndNxt(),
                v.maxSndWnd(),
                v.fin(),
                v.irs(),
                v.rcvNxt(),
                v.rcvWnd(),
                IntStream.range(0, edges.size() / 2)
                        .mapToObj(i -> new Variables.Span(edges.get(2 * i), edges.get(2 * i + 1)))
                        .toList(),
                v.heldFin(),
                v.tsRecent());
    }

    private final class WatchedBench implements Bench {
        private final Bench bench;
        private final User user;
        private final Log log;
        private final BenchRequest request;

        WatchedBench(Bench bench, User user, Log log, BenchRequest request) {
            this.bench = bench;
            this.user = user;
            this.log = log;
            this.request = request;
        }

        @Override
        public User user() {
            return user;
        }

        @Override
        public Peer peer() {
            return bench.peer();
        }

        @Override
        public Clock clock() {
            return bench.clock();
        }

        @Override
        public java.net.InetAddress iutAddress() {
            return bench.iutAddress();
        }

        @Override
        public int port(int index) {
            return bench.port(index);
        }

        @Override
        public Optional<Observed> next(long deadline) {
            Optional<Observed> next = bench.next(deadline);
            next.flatMap(Watched::happening).ifPresent(log.happenings::add);
            log.looked();
            return next;
        }

        @Override
        public long lost() {
            return bench.lost();
        }

        @Override
        public void close() {
            compare(request, log);
            bench.close();
        }
    }

    private static Optional<Happening> happening(Observed observed) {
        if (observed instanceof Observed.Frame frame) {
            return Optional.of(new Happening.Sent(frame));
        }
        return observed instanceof Observed.Signal signal ? Optional.of(new Happening.Told(signal)) : Optional.empty();
    }
}
