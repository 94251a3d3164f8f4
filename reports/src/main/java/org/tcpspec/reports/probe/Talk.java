package org.tcpspec.reports.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Observed.Direction;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;
import org.tcpspec.spi.wire.TcpOption;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.LadderRow;
import org.tcpspec.steps.observe.PeerSegment;
import org.tcpspec.steps.observe.PeerSegment.Habits;
import org.tcpspec.steps.observe.Phrase;
import org.tcpspec.steps.play.Judge;
import org.tcpspec.steps.play.Paths;
import org.tcpspec.steps.play.Paths.Opening;
import org.tcpspec.steps.play.Paths.Wishes;
import org.tcpspec.steps.play.Postamble;
import org.tcpspec.steps.play.Scene;

/** A conversation with an IUT in which nothing is judged: what comes is looked at, whatever it is. */
final class Talk implements AutoCloseable {
    private static final int MTU = 1500;
    private static final int WINDOW = 8000;
    private static final int MOST_ROWS = 14;

    /** No ACK of text is delayed so long (RFC 9293 section 3.8.6.3). */
    private static final Duration ACK_TIME = Duration.ofSeconds(1);

    private final Scene scene;
    private final Judge judge;
    private final Paths paths;
    private final Habits usual;
    private final Duration reaction;

    /** A segment of the IUT and when it was captured, in nanoseconds of the bench's clock. */
    record Heard(Segment segment, long nanos) {}

    Talk(Scene scene, IpVersion ip, Duration reaction) {
        this.scene = scene;
        scene.judgeNothing();
        this.judge = new Judge(scene);
        this.paths = new Paths(scene, judge);
        this.usual = Habits.plain(WINDOW, MTU - (ip == IpVersion.IPV4 ? 40 : 60));
        this.reaction = reaction;
    }

    Scene scene() {
        return scene;
    }

    Paths paths() {
        return paths;
    }

    /** What the peer does if nothing else is said: it offers an MSS and no other option. */
    Habits usual() {
        return usual;
    }

    Wishes wishes(Habits habits) {
        return new Wishes(OpenOptions.DEFAULT, habits, !isDriven(), 0);
    }

    private Opening opening() {
        return scene.statement().can(Capability.PASSIVE_OPEN) ? Opening.PASSIVE : Opening.ACTIVE;
    }

    /** A connection in {@code state}. */
    Conversation in(State state) {
        return in(state, wishes(usual));
    }

    Conversation in(State state, Wishes wishes) {
        Conversation c = scene.converse(portFor(state));
        bring(c, state, wishes);
        return c;
    }

    boolean isDriven() {
        return scene.statement().can(Capability.DRIVEN_USER);
    }

    /** The index of the port: where nobody drives the user TIME-WAIT is reached by a service that closes first. */
    int portFor(State state) {
        return state == State.TIME_WAIT && !isDriven() ? Bench.SERVICE_THAT_CLOSES : 0;
    }

    void bring(Conversation c, State state, Wishes wishes) {
        paths.reach(c, state, opening(), wishes);
    }

    /** The peer sends what a scenario would write so. */
    void peer(Conversation c, String phrase) {
        peer(c, phrase, usual);
    }

    void peer(Conversation c, String phrase, Habits habits) {
        peer(built(c, phrase, habits));
    }

    /** The same with one option more. */
    void peer(Conversation c, String phrase, TcpOption more) {
        PeerSegment.Built built = built(c, phrase, usual);
        List<TcpOption> options = Stream.concat(built.segment().options().stream(), Stream.of(more))
                .toList();
        peer(new PeerSegment.Built(built.segment().withOptions(options), built.distortion()));
    }

    private PeerSegment.Built built(Conversation c, String phrase, Habits habits) {
        return PeerSegment.build(Phrase.parse(phrase), c, habits, judge.values(c));
    }

    private void peer(PeerSegment.Built built) {
        scene.inject(built);
    }

    /** SEND; the octets that were taken. */
    int send(Conversation c, int octets) {
        return paths.send(c, octets).count();
    }

    /** Where the record stands. */
    int mark() {
        return scene.record().size();
    }

    /** What the IUT has sent on {@code c} since {@code mark}. */
    List<Heard> heard(Conversation c, int mark) {
        List<Heard> heard = new ArrayList<>();
        for (Observed observed : scene.record().subList(mark, scene.record().size())) {
            if (observed instanceof Observed.Frame frame && frame.direction() == Direction.FROM_IUT) {
                frame.packet()
                        .segment()
                        .filter(s -> new FourTuple(s.source(), s.destination()).equals(c.ends()))
                        .ifPresent(s -> heard.add(new Heard(s, frame.nanos())));
            }
        }
        return heard;
    }

    /** The first such segment since {@code mark}, if one comes within {@code patience} from now. */
    Optional<Heard> await(Conversation c, int mark, Predicate<Segment> wanted, Duration patience) {
        long deadline = scene.bench().clock().in(patience);
        Optional<Heard> found = first(c, mark, wanted);
        while (found.isEmpty() && pump(deadline)) {
            found = first(c, mark, wanted);
        }
        return found;
    }

    /** The same within the time that an answer which is not delayed may take. */
    Optional<Heard> await(Conversation c, int mark, Predicate<Segment> wanted) {
        return await(c, mark, wanted, reaction);
    }

    private Optional<Heard> first(Conversation c, int mark, Predicate<Segment> wanted) {
        return heard(c, mark).stream().filter(h -> wanted.test(h.segment())).findFirst();
    }

    /** Sends {@code phrase} and returns all that comes within the time that an answer which is not delayed may take. */
    List<Segment> answers(Conversation c, String phrase) {
        return answers(c, phrase, usual);
    }

    List<Segment> answers(Conversation c, String phrase, Habits habits) {
        pass(Duration.ZERO);
        int mark = mark();
        peer(c, phrase, habits);
        pass(reaction);
        return heard(c, mark).stream().map(Heard::segment).toList();
    }

    /** Lets time pass. */
    void pass(Duration time) {
        until(scene.bench().clock().in(time));
    }

    void until(long nanos) {
        boolean more = true;
        while (more) {
            more = pump(nanos);
        }
    }

    /** One thing more, if there is one by {@code deadline}. */
    boolean pump(long deadline) {
        return scene.pump(deadline);
    }

    /** When the user was told that {@code c} is over, if it was. */
    Optional<Observed.Signal> over(Conversation c) {
        return scene.record().stream()
                .filter(Observed.Signal.class::isInstance)
                .map(Observed.Signal.class::cast)
                .filter(s -> s.kind().isTerminal()
                        && c.connection().filter(s.connection()::equals).isPresent())
                .findFirst();
    }

    /** True if the IUT still takes text on {@code c}: it acknowledges an octet that is new to it. */
    boolean takesText(Conversation c) {
        int mark = mark();
        peer(c, "ACK with 1 octet of text");
        return await(
                        c,
                        mark,
                        s -> s.has(Flag.ACK) && !s.has(Flag.RST) && s.ack().equals(c.peerNext()),
                        ACK_TIME)
                .isPresent();
    }

    /** The last segments, as they are drawn. */
    List<LadderRow> evidence() {
        List<LadderRow> rows = scene.rows();
        return List.copyOf(rows.subList(Math.max(0, rows.size() - MOST_ROWS), rows.size()));
    }

    @Override
    public void close() {
        Postamble.play(scene);
    }
}
