package org.tcpspec.reports.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tcpspec.reports.probe.Answer.Choice;
import org.tcpspec.reports.probe.Answer.Measure;
import org.tcpspec.reports.probe.Answer.Remark;
import org.tcpspec.reports.probe.Answer.Unknown;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.PeerSegment.Habits;
import org.tcpspec.steps.play.Paths.Opening;
import org.tcpspec.steps.play.Paths.Wishes;

/** Choices that a single exchange tells. */
final class Small {
    private static final int ROUNDS = 6;
    private static final Duration ACK_TIME = Duration.ofSeconds(1);
    private static final Duration AT_ONCE = Duration.ofMillis(30);
    private static final Duration WATCHED = Duration.ofSeconds(20);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(1);

    private Small() {}

    static List<Question> questions() {
        return List.of(
                Question.of(
                        "simultaneous open",
                        "simultaneous-open",
                        Set.of(Capability.ACTIVE_OPEN, Capability.DRIVEN_USER),
                        means -> List.of(simultaneousOpen(means))),
                Question.of("delayed ACKs", "delayedAck", Set.of(), means -> List.of(delayedAck(means))),
                Question.of("text above a gap", "may-13", Set.of(), means -> List.of(aboveGap(means))),
                Question.of(
                        "text after close()",
                        "may-1",
                        Set.of(Capability.CLOSE_BOTH_WAYS, Capability.DRIVEN_USER),
                        means -> List.of(afterClose(means))),
                Question.of(
                        "a window that shrinks",
                        "may-7",
                        Set.of(Capability.SEND, Capability.DRIVEN_USER),
                        means -> List.of(shrunk(means))),
                new Question(
                        "keep-alives",
                        List.of("may-5", "may-6"),
                        Set.of(Capability.KEEP_ALIVE, Capability.DRIVEN_USER),
                        Small::keepAlive),
                new Question(
                        "Nagle's algorithm",
                        List.of(),
                        Set.of(Capability.SEND, Capability.NAGLE_SWITCH, Capability.DRIVEN_USER),
                        means -> List.of(nagle(means))));
    }

    private static Answer simultaneousOpen(Means means) {
        try (Talk talk = means.talk("simultaneous open")) {
            Conversation c = talk.scene().converse(0);
            talk.paths().reach(c, State.SYN_SENT, Opening.ACTIVE, talk.wishes(talk.usual()));
            List<Segment> answers = talk.answers(c, "SYN");
            boolean yes = answers.stream().anyMatch(s -> s.has(Flag.SYN) && s.has(Flag.ACK));
            return new Choice(
                    "simultaneous-open",
                    yes ? Support.CLAIMED : Support.DENIED,
                    "a SYN that crossed its own drew "
                            + (yes ? "a SYN,ACK" : answers.isEmpty() ? "nothing" : "no SYN,ACK"),
                    talk.evidence());
        }
    }

    /** The longest of several, alone and between answers of the user: some stacks delay only then. */
    private static Answer delayedAck(Means means) {
        try (Talk talk = means.talk("delayed ACKs")) {
            Conversation c = talk.in(State.ESTABLISHED);
            boolean speaks = talk.scene().statement().can(Capability.SEND)
                    && talk.scene().statement().can(Capability.DRIVEN_USER);
            Duration longest = Duration.ZERO;
            int none = 0;
            for (int i = 0; i < 2 * ROUNDS; i++) {
                if (speaks && i >= ROUNDS) {
                    int mark = talk.mark();
                    talk.send(c, 1);
                    talk.await(c, mark, s -> s.text().length() > 0);
                    talk.peer(c, "ACK");
                }
                Optional<Duration> delay = ackOf(talk, c);
                none += delay.isEmpty() ? 1 : 0;
                longest = Times.max(longest, delay.orElse(Duration.ZERO));
            }
            return measured(means, talk, longest, none);
        }
    }

    private static Answer measured(Means means, Talk talk, Duration longest, int none) {
        if (none > 0) {
            return new Unknown("delayedAck", none + " of " + 2 * ROUNDS + " segments were not acknowledged in 1 s");
        }
        Duration grain = means.slack().plus(Duration.ofMillis(10));
        boolean atOnce = longest.compareTo(grain) <= 0;
        return new Measure(
                "delayedAck",
                atOnce ? Duration.ZERO : Times.near(longest, means.slack()),
                atOnce ? Duration.ZERO : Times.less(longest, grain),
                Duration.ofDays(1),
                "the ACKs of " + 2 * ROUNDS + " segments took up to " + Times.words(longest),
                talk.evidence());
    }

    private static Optional<Duration> ackOf(Talk talk, Conversation c) {
        int mark = talk.mark();
        talk.peer(c, "ACK with 1 octet of text");
        long sent = talk.scene().causeNanos();
        SequenceNumber due = c.peerNext();
        return talk.await(c, mark, s -> s.has(Flag.ACK) && s.ack().equals(due), ACK_TIME)
                .map(h -> Duration.ofNanos(h.nanos() - sent));
    }

    private static Answer aboveGap(Means means) {
        try (Talk talk = means.talk("text above a gap")) {
            Conversation c = talk.in(State.ESTABLISHED);
            int mark = talk.mark();
            talk.peer(c, "ACK with SEQ=RCV.NXT+10 and 10 octets of text");
            long sent = talk.scene().causeNanos();
            boolean atOnce = talk.await(c, mark, s -> s.has(Flag.ACK), ACK_TIME)
                    .filter(h -> h.nanos() - sent < AT_ONCE.toNanos())
                    .isPresent();
            return new Choice(
                    "may-13",
                    atOnce ? Support.CLAIMED : Support.DENIED,
                    "text above a gap was " + (atOnce ? "" : "not ") + "acknowledged at once",
                    talk.evidence());
        }
    }

    private static Answer afterClose(Means means) {
        try (Talk talk = means.talk("text after close")) {
            Conversation c = talk.in(State.ESTABLISHED);
            int mark = talk.mark();
            talk.scene()
                    .call(
                            "close() both ways",
                            () -> talk.scene()
                                    .user()
                                    .closeBothWays(c.connection().orElseThrow()));
            if (talk.await(c, mark, s -> s.has(Flag.FIN)).isEmpty()) {
                return new Unknown("may-1", "no FIN followed close()");
            }
            List<Segment> answers = talk.answers(c, "ACK with 10 octets of text");
            boolean reset = answers.stream().anyMatch(s -> s.has(Flag.RST));
            if (!reset && answers.isEmpty()) {
                return new Unknown("may-1", "text after close() drew nothing");
            }
            return new Choice(
                    "may-1",
                    reset ? Support.CLAIMED : Support.DENIED,
                    "text after close() drew " + (reset ? "a RST" : "no RST"),
                    talk.evidence());
        }
    }

    private static Answer shrunk(Means means) {
        try (Talk talk = means.talk("a window that shrinks")) {
            Habits wide = talk.usual().withWindow(1000);
            Conversation c = talk.in(State.ESTABLISHED, talk.wishes(wide));
            SequenceNumber una = c.shadow().sndNxt();
            int mark = talk.mark();
            talk.send(c, 500);
            talk.send(c, 500);
            talk.await(c, mark, s -> s.end().minus(una) >= 1000);
            int shrunk = talk.mark();
            talk.peer(c, "ACK with ACK=SND.UNA and window 200", wide.withWindow(200));
            talk.pass(WATCHED);
            List<Segment> again = talk.heard(c, shrunk).stream()
                    .map(Talk.Heard::segment)
                    .filter(s -> s.text().length() > 1)
                    .toList();
            if (again.isEmpty()) {
                return new Unknown("may-7", "in 20 s nothing was sent again after the window had shrunk");
            }
            boolean beyond = again.stream().anyMatch(s -> s.end().minus(una) > 200);
            return new Choice(
                    "may-7",
                    beyond ? Support.CLAIMED : Support.DENIED,
                    "what was sent again after the window had shrunk " + (beyond ? "went past" : "kept to")
                            + " its edge",
                    talk.evidence());
        }
    }

    private static List<Answer> keepAlive(Means means) {
        try (Talk talk = means.talk("keep-alives")) {
            Conversation c = talk.in(State.ESTABLISHED);
            ConnectionId handle = c.connection().orElseThrow();
            User user = talk.scene().user();
            boolean refused =
                    user.keepAliveInterval(handle, KEEP_ALIVE.toMillis()).isRefused()
                            || user.keepAlive(handle, true).isRefused();
            if (refused) {
                return List.of(new Choice(
                        "may-5", Support.DENIED, "the call that switches keep-alives on is refused", talk.evidence()));
            }
            int mark = talk.mark();
            Optional<Talk.Heard> probe = talk.await(c, mark, s -> s.has(Flag.ACK), KEEP_ALIVE.multipliedBy(5));
            if (probe.isEmpty()) {
                return List.of(new Choice(
                        "may-5", Support.DENIED, "no keep-alive came, although switched on", talk.evidence()));
            }
            int octets = probe.get().segment().text().length();
            return List.of(
                    new Choice(
                            "may-5",
                            Support.CLAIMED,
                            "switched on, a keep-alive came after the interval",
                            talk.evidence()),
                    octets == 1
                            ? new Choice("may-6", Support.CLAIMED, "the keep-alive carries an octet", talk.evidence())
                            : new Unknown("may-6", "the keep-alive carries no octet; a setting might change it"));
        }
    }

    private static Answer nagle(Means means) {
        try (Talk talk = means.talk("Nagle")) {
            Wishes usual = talk.wishes(talk.usual());
            Conversation c = talk.in(
                    State.ESTABLISHED,
                    new Wishes(OpenOptions.DEFAULT.withNagle(), usual.habits(), usual.keepListener(), 0));
            int mark = talk.mark();
            talk.send(c, 1);
            talk.send(c, 1);
            talk.pass(means.slack());
            long sent = talk.heard(c, mark).stream()
                    .map(h -> h.segment().end())
                    .distinct()
                    .count();
            return new Remark(
                    "Nagle's algorithm",
                    sent > 1 ? "switched on, it held nothing back" : "switched on, it held a small segment back");
        }
    }
}
