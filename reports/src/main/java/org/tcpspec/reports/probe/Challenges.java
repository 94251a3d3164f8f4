package org.tcpspec.reports.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tcpspec.reports.probe.Answer.Choice;
import org.tcpspec.reports.probe.Answer.Measure;
import org.tcpspec.reports.probe.Answer.Unknown;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.PeerSegment.Habits;

/** RFC 5961: what a segment draws that may be forged. */
final class Challenges {
    private static final int WINDOW = 5000;
    private static final int PIECE = 1000;
    private static final int PIECES = 72;
    static final String WHOLE = "rfc5961";
    private static final String RST = "rfc5961-rst";
    private static final String SYN = "rfc5961-syn";
    private static final String ACK = "rfc5961-ack";
    private static final String FIXED = "rfc5961-maxwnd-fixed";
    private static final Duration AT_ONCE = Duration.ofMillis(150);

    private static final List<Duration> GAPS = List.of(
            Duration.ofMillis(1),
            Duration.ofMillis(160),
            Duration.ofMillis(320),
            Duration.ofMillis(400),
            Duration.ofMillis(490),
            Duration.ofMillis(550),
            Duration.ofMillis(900),
            Duration.ofMillis(1100),
            Duration.ofMillis(2100),
            Duration.ofMillis(5100));

    private Challenges() {}

    static List<Question> questions() {
        return List.of(
                new Question(
                        "forged RST and SYN", List.of(RST, SYN), Set.of(), means -> List.of(rst(means), syn(means))),
                new Question(
                        "old ACKs",
                        List.of(ACK, FIXED, "may-12"),
                        Set.of(Capability.SEND, Capability.DRIVEN_USER),
                        Challenges::ack),
                Question.of("ACK throttle", "ackThrottle", Set.of(), means -> List.of(throttle(means))));
    }

    private static boolean pure(Segment s) {
        return s.has(Flag.ACK) && !s.has(Flag.RST) && !s.has(Flag.SYN) && s.length() == 0;
    }

    private static Answer rst(Means means) {
        try (Talk talk = means.talk(RST)) {
            Conversation c = talk.in(State.ESTABLISHED);
            boolean challenged =
                    talk.answers(c, "RST with SEQ=RCV.NXT+1").stream().anyMatch(Challenges::pure);
            boolean alive = talk.takesText(c);
            if (alive && !challenged) {
                return new Unknown(RST, "a RST one past RCV.NXT was passed over without a challenge ACK");
            }
            return new Choice(
                    RST,
                    alive ? Support.CLAIMED : Support.DENIED,
                    alive
                            ? "a RST one past RCV.NXT drew a challenge ACK"
                            : "a RST one past RCV.NXT ended the connection",
                    talk.evidence());
        }
    }

    private static Answer syn(Means means) {
        try (Talk talk = means.talk(SYN)) {
            Conversation c = talk.in(State.ESTABLISHED);
            List<Segment> answers = talk.answers(c, "SYN with SEQ=RCV.NXT+1");
            boolean reset = answers.stream().anyMatch(s -> s.has(Flag.RST));
            boolean alive = !reset && talk.takesText(c);
            if (alive && answers.stream().noneMatch(Challenges::pure)) {
                return new Unknown(SYN, "a SYN in the window was passed over without a challenge ACK");
            }
            return new Choice(
                    SYN,
                    alive ? Support.CLAIMED : Support.DENIED,
                    alive ? "a SYN in the window drew a challenge ACK" : "a SYN in the window ended the connection",
                    talk.evidence());
        }
    }

    /** After 72 KB, with never more than 5000 octets of window: is text taken whose ACK is that old? */
    private static List<Answer> ack(Means means) {
        try (Talk talk = means.talk(ACK)) {
            Habits small = talk.usual().withWindow(WINDOW);
            Conversation c = talk.in(State.ESTABLISHED, talk.wishes(small));
            for (int i = 0; i < PIECES; i++) {
                int mark = talk.mark();
                talk.send(c, PIECE);
                talk.await(c, mark, s -> s.text().length() > 0);
                talk.peer(c, "ACK", small);
            }
            boolean beyondOffered = isTaken(talk, c, small, WINDOW + 1);
            boolean beyondFixed = beyondOffered && isTaken(talk, c, small, 0x10000);
            String seen = !beyondOffered
                    ? "text whose ACK is older than the largest window offered was passed over"
                    : beyondFixed
                            ? "text with an ACK 65536 behind SND.UNA was taken"
                            : "text with an old ACK was taken, but not 65536 behind SND.UNA";
            Support checks = beyondFixed ? Support.DENIED : Support.CLAIMED;
            Support fixed = beyondOffered && !beyondFixed ? Support.CLAIMED : Support.DENIED;
            return List.of(
                    new Choice(ACK, checks, seen, talk.evidence()),
                    new Choice("may-12", checks, seen, talk.evidence()),
                    new Choice(FIXED, fixed, seen, talk.evidence()));
        }
    }

    private static boolean isTaken(Talk talk, Conversation c, Habits habits, int behind) {
        talk.pass(afterThrottle());
        int mark = talk.mark();
        long next = c.peerNext().unsigned();
        talk.peer(c, "ACK with ACK=SND.UNA-" + behind + " and 1 octet of text", habits);
        return talk.await(c, mark, s -> pure(s) && s.ack().unsigned() == (next + 1) % (1L << 32), Duration.ofSeconds(1))
                .isPresent();
    }

    /** Challenge ACKs may be throttled, and who has just sent one would send none now. */
    private static Duration afterThrottle() {
        return Duration.ofMillis(600);
    }

    /** Old ACKs, each after a longer gap than the one before, until one is answered again. */
    private static Answer throttle(Means means) {
        try (Talk talk = means.talk("throttle")) {
            Conversation c = talk.in(State.ESTABLISHED);
            if (!isAnswered(talk, c)) {
                return new Unknown("ackThrottle", "an ACK with an old SEQ was not answered at all");
            }
            long last = talk.scene().causeNanos();
            Duration silent = Duration.ZERO;
            for (Duration gap : GAPS) {
                talk.until(last + gap.toNanos());
                boolean answered = isAnswered(talk, c);
                Duration asked = Duration.ofNanos(talk.scene().causeNanos() - last);
                if (answered) {
                    return measured(means, talk, silent, asked);
                }
                silent = asked;
            }
            return new Unknown("ackThrottle", "an ACK with an old SEQ was answered once, and not again within 5 s");
        }
    }

    private static Answer measured(Means means, Talk talk, Duration silent, Duration answered) {
        if (silent.isZero()) {
            String seen = "two ACKs with an old SEQ, " + Times.words(answered) + " apart, drew two answers";
            return new Measure(
                    "ackThrottle",
                    Duration.ZERO,
                    Duration.ZERO,
                    answered.plus(Duration.ofMillis(20)),
                    seen,
                    talk.evidence());
        }
        String seen =
                "asked again, it answered after " + Times.words(answered) + ", not yet after " + Times.words(silent);
        return new Measure(
                "ackThrottle",
                Times.roundest(silent, answered),
                Times.less(silent, means.slack()),
                answered.plus(means.slack()),
                seen,
                talk.evidence());
    }

    private static boolean isAnswered(Talk talk, Conversation c) {
        int mark = talk.mark();
        talk.peer(c, "ACK with SEQ=RCV.NXT-1");
        return talk.await(c, mark, Challenges::pure, AT_ONCE).isPresent();
    }

    /** RFC 5961 as a whole, from what its parts came to. */
    static List<Answer> whole(List<Answer> answers) {
        List<Choice> parts = new ArrayList<>();
        for (Answer answer : answers) {
            if (answer instanceof Choice choice && List.of(RST, SYN, ACK).contains(choice.key())) {
                parts.add(choice);
            }
        }
        boolean known = parts.size() == 3;
        boolean alike = known && parts.stream().map(Choice::support).distinct().count() == 1;
        if (alike) {
            return List.of(new Choice(WHOLE, parts.get(0).support(), "so are its three parts", List.of()));
        }
        return List.of(
                parts.stream().anyMatch(p -> p.support() == Support.CLAIMED)
                        ? new Choice(WHOLE, Support.SILENT, "its parts differ, or not all could be told", List.of())
                        : new Unknown(WHOLE, "not all of its parts could be told"));
    }
}
