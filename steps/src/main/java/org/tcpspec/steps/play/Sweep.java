package org.tcpspec.steps.play;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.spi.wire.Distortion;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.LadderRow;
import org.tcpspec.steps.observe.PeerSegment;
import org.tcpspec.steps.play.Paths.Opening;
import org.tcpspec.steps.play.Paths.Wishes;
import org.tcpspec.steps.sweep.Before;
import org.tcpspec.steps.sweep.Oracle;
import org.tcpspec.steps.sweep.Row;

/**
 * Plays the sweep in one state: every row on a connection of its own, many connections at a time, so that in real time
 * they share one silence. Each row that is not answered as the {@link Oracle} says is a miss with a ladder of its own.
 */
public final class Sweep {

    /** Text that the IUT has under way, so that there is something between SND.UNA and SND.NXT. */
    private static final int IN_FLIGHT = 20;

    /** Connections at a time, where the IUT names no lower limit. */
    private static final int BATCH = 64;

    private static final int ATTEMPTS = 4;

    /** The local port of the sweep; the scenario's own connection has another. */
    private static final int PORT = 1;

    private final Scene scene;
    private final Judge judge;
    private final Paths paths;
    private final TrialJudge trialJudge;
    private final Wishes wishes;
    private final State state;
    private final Opening opening;
    private final Deque<Row> rows = new ArrayDeque<>(Row.all());
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final List<Miss> misses = new ArrayList<>();
    /** The first rule of every segment that each connection broke. */
    private final Map<Conversation, Verdict> violations = new LinkedHashMap<>();

    private int judged;

    /** A row under way: its connection, the variables before its segment, the segment and its packet. */
    record Trial(Row row, Conversation connection, Before before, Segment segment, long packet) {}

    /** A row that was answered otherwise. */
    private record Miss(Row row, String difference, OptionalLong packet, List<LadderRow> ladder) {}

    /**
     * @param wishes how the connections are opened
     * @param state the state in which each row is played
     */
    public Sweep(Scene scene, Judge judge, Paths paths, States states, Wishes wishes, State state, Opening opening) {
        this.scene = scene;
        this.judge = judge;
        this.paths = paths;
        this.state = state;
        this.opening = opening;
        this.trialJudge = new TrialJudge(scene, judge, states, wishes.habits());
        boolean sends = scene.statement().can(Capability.SEND);
        this.wishes = new Wishes(wishes.options().withBacklog(BATCH), wishes.habits(), true, sends ? IN_FLIGHT : 0);
    }

    /**
     * Plays all rows.
     *
     * @throws Stopped.Failure if a row was answered otherwise
     */
    public void play() {
        scene.collecting(violations::putIfAbsent, this::playRows);
        report();
    }

    private void playRows() {
        int limit = scene.statement().ixit().connections();
        int batch = limit > 0 ? Math.max(1, Math.min(BATCH, limit - 1)) : BATCH;
        int drawn = scene.drawing().size();
        while (!rows.isEmpty()) {
            List<Conversation> open = new ArrayList<>();
            List<Trial> trials = stimulate(open(batch, open));
            scene.pumpAll(scene.bench().clock().in(judge.patience()));
            judge(trials);
            open.forEach(c -> Postamble.end(scene, c));
            scene.catchUp();
            scene.drawing().backTo(drawn);
        }
    }

    /** Opens connections for the next rows. */
    private Map<Row, Conversation> open(int batch, List<Conversation> open) {
        Map<Row, Conversation> next = new LinkedHashMap<>();
        while (next.size() < batch && !rows.isEmpty()) {
            Conversation c = connection(open);
            Optional<Row> row = nextRow(before(c));
            row.ifPresent(r -> next.put(r, c));
        }
        if (state != State.LISTEN && state != State.SYN_RECEIVED && !open.isEmpty()) {
            paths.closeListener(open.get(0));
            open.forEach(c -> c.shadow().listenerClosed());
        }
        return next;
    }

    /** A connection in the state. One on whose way a timer ran out may never get there: another is tried. */
    private Conversation connection(List<Conversation> open) {
        for (int attempt = 1; ; attempt++) {
            boolean beside = !open.isEmpty() && open.get(0).listener().isPresent();
            Conversation c = beside ? scene.converseBeside(open.get(0)) : scene.converse(PORT);
            open.add(c);
            try {
                paths.reach(c, state, opening, wishes);
                stopIfViolated(c);
                return c;
            } catch (Stopped.Inconclusive notReached) {
                if (attempt == ATTEMPTS) {
                    throw notReached;
                }
            }
        }
    }

    /** What goes wrong before a row's segment has been sent is no row's. */
    private void stopIfViolated(Conversation c) {
        if (violations.containsKey(c)) {
            throw new Stopped.Failure(violations.get(c), true);
        }
    }

    /** The next row that a connection as it stands has; the others are counted. */
    private Optional<Row> nextRow(Before before) {
        while (!rows.isEmpty()) {
            Row row = rows.poll();
            Optional<String> why = row.in(before).isEmpty()
                    ? Optional.of("no such segment in this state")
                    : Oracle.leftOpen(before, row);
            if (why.isEmpty()) {
                return Optional.of(row);
            }
            leftOut.merge(why.get(), 1, Integer::sum);
        }
        return Optional.empty();
    }

    private Before before(Conversation c) {
        return new Before(
                state,
                opening == Opening.ACTIVE,
                c.shadow().iss().isPresent() ? c.shadow().sndUna() : c.iutNext(),
                c.iutNext(),
                c.shadow().fin(),
                c.peerIss(),
                c.peerNext(),
                c.shadow().rcvWnd());
    }

    private List<Trial> stimulate(Map<Row, Conversation> next) {
        List<Trial> trials = new ArrayList<>();
        next.forEach((row, c) -> {
            scene.catchUp();
            Before before = before(c);
            Row.Numbers numbers = row.in(before).orElseThrow();
            Segment segment = Segment.between(c.ends().peer(), c.ends().iut())
                    .withFlags(row.kind().flags())
                    .withSeq(numbers.seq())
                    .withAck(numbers.ack())
                    .withWindow(wishes.habits().window())
                    .withText(PeerSegment.stream(c, numbers.seq(), row.kind().octets()));
            scene.inject(new PeerSegment.Built(segment, Distortion.NONE));
            trials.add(new Trial(row, c, before, segment, scene.causePacket().orElseThrow()));
        });
        return trials;
    }

    /** A rule of every segment that a connection broke comes before what its row alone demands. */
    private void judge(List<Trial> trials) {
        Map<Trial, Optional<String>> differences = new LinkedHashMap<>();
        trials.forEach(t -> differences.put(t, trialJudge.difference(t)));
        judged += trials.size();
        differences.forEach((trial, difference) -> {
            Optional<Verdict> violation = Optional.ofNullable(violations.get(trial.connection()));
            violation
                    .map(Verdict::reason)
                    .or(() -> difference)
                    .ifPresent(d -> misses.add(new Miss(
                            trial.row(),
                            d,
                            violation.map(Verdict::packet).orElse(OptionalLong.of(trial.packet())),
                            scene.drawing().rows(trial.connection()))));
        });
    }

    private void report() {
        String left = leftOut.entrySet().stream()
                .map(e -> e.getValue() + " (" + e.getKey() + ")")
                .collect(Collectors.joining(", "));
        scene.drawing()
                .user(
                        scene.now(),
                        judged + " segments in " + state + ", each on a connection of its own: " + misses.size()
                                + " answered otherwise; not played: " + left);
        misses.forEach(m -> scene.drawing().apart(scene.now(), m.row() + ": " + m.difference(), m.ladder()));
        if (!misses.isEmpty()) {
            Miss first = misses.get(0);
            throw Verdicts.fail(
                    misses.size() + " of " + judged + " segments are answered otherwise (" + digest() + "). "
                            + first.row() + ": " + first.difference(),
                    first.packet());
        }
    }

    /** Tells one set of misses from another, so that a listed deviation lists exactly these rows. */
    private String digest() {
        CRC32 crc = new CRC32();
        misses().forEach((difference, rows) -> crc.update((difference + rows).getBytes(StandardCharsets.UTF_8)));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    /** The rows that were answered otherwise, by what was otherwise, with N for every number. */
    public Map<String, List<String>> misses() {
        Map<String, List<String>> grouped = new TreeMap<>();
        misses.forEach(m -> grouped.computeIfAbsent(m.difference().replaceAll("=-?\\d+", "=N"), d -> new ArrayList<>())
                .add(m.row().toString()));
        return grouped;
    }
}
