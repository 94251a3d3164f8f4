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
import org.tcpspec.spi.wire.SequenceNumber;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Conversation;

/** RTO, and how long it is retransmitted. */
final class Timeouts {
    private static final int TEXT = 100;
    private static final int SAMPLES = 24;
    private static final int WRONG_BY = 4;
    private static final Duration EVER = Duration.ofDays(1);

    private Timeouts() {}

    static List<Question> questions() {
        return List.of(
                new Question(
                        "retransmission of SYN",
                        List.of("rtoInitial", "synR2"),
                        Set.of(Capability.ACTIVE_OPEN, Capability.DRIVEN_USER),
                        Timeouts::syn),
                Question.of(
                        "retransmission of SYN,ACK", "rtoInitial", Set.of(Capability.PASSIVE_OPEN), Timeouts::synAck),
                new Question(
                        "retransmission of text",
                        List.of("rtoMin", "rtoMax", "r2", "conservative-rto"),
                        Set.of(Capability.SEND, Capability.DRIVEN_USER),
                        Timeouts::text));
    }

    private static List<Answer> syn(Means means) {
        try (Talk talk = means.talk("SYN series")) {
            Conversation c = talk.scene().converse(0);
            int mark = talk.mark();
            talk.paths().activeOpen(c, talk.wishes(talk.usual()));
            Series series = Series.of(talk, c, mark, s -> s.has(Flag.SYN), means.horizon());
            if (series.gaps().isEmpty()) {
                return List.of(new Unknown("rtoInitial", "no SYN was sent again"));
            }
            List<Answer> answers = new ArrayList<>();
            answers.add(initial(means, talk, series, "SYN"));
            answers.add(lasted(means, talk, series, "synR2", "SYN"));
            if (series.plateau().isPresent()) {
                answers.add(most(means, talk, series));
            }
            return answers;
        }
    }

    private static List<Answer> synAck(Means means) {
        try (Talk talk = means.talk("SYN,ACK series")) {
            Conversation c = talk.in(State.LISTEN);
            int mark = talk.mark();
            talk.peer(c, "SYN");
            Duration few = Times.min(means.horizon(), Duration.ofSeconds(20));
            Series series = Series.of(talk, c, mark, s -> s.has(Flag.SYN), few);
            return List.of(
                    series.gaps().isEmpty()
                            ? new Unknown("rtoInitial", "no SYN,ACK was sent again")
                            : initial(means, talk, series, "SYN,ACK"));
        }
    }

    private static Answer initial(Means means, Talk talk, Series series, String what) {
        Duration gap = series.gaps().get(0);
        return new Measure(
                "rtoInitial",
                Times.near(gap, means.slack()),
                Times.less(Times.percent(gap, 87), means.slack()),
                Times.percent(gap, 115).plus(means.slack()),
                "the " + what + " was sent again after " + series.words(),
                talk.evidence());
    }

    private static Answer lasted(Means means, Talk talk, Series series, String key, String what) {
        if (series.lasted().isEmpty()) {
            return new Unknown(
                    key,
                    series.watched().compareTo(means.horizon()) >= 0
                            ? "the " + what + " was not given up in " + Times.words(means.horizon())
                                    + (means.virtualTime() ? "" : "; --all waits an hour")
                            : "the user was never told that the " + what + " was given up");
        }
        Duration lasted = series.lasted().get();
        return new Measure(
                key,
                Times.near(lasted.plus(means.slack()), means.slack()),
                Times.less(Times.percent(lasted, 90), means.slack()),
                lasted.multipliedBy(WRONG_BY),
                "given up " + Times.words(lasted) + " after the first " + what,
                talk.evidence());
    }

    private static List<Answer> text(Means means) {
        Duration first = firstGap(means);
        try (Talk talk = means.talk("text series")) {
            Conversation c = talk.in(State.ESTABLISHED);
            for (int i = 0; i < SAMPLES; i++) {
                acknowledged(talk, c);
            }
            Series series = unacknowledged(talk, c, means.horizon());
            if (series.gaps().isEmpty()) {
                return List.of(new Unknown("rtoMin", "no text was sent again"));
            }
            List<Answer> answers = new ArrayList<>();
            answers.add(least(means, talk, series));
            answers.add(most(means, talk, series));
            answers.add(lasted(means, talk, series, "r2", "transmission of text"));
            answers.add(conservative(first, series.gaps().get(0), talk));
            return answers;
        }
    }

    /** After a single sample; zero if nothing was sent again. */
    private static Duration firstGap(Means means) {
        try (Talk talk = means.talk("text after one sample")) {
            Conversation c = talk.in(State.ESTABLISHED);
            acknowledged(talk, c);
            Series series = unacknowledged(talk, c, Times.min(means.horizon(), Duration.ofSeconds(10)));
            return series.gaps().isEmpty() ? Duration.ZERO : series.gaps().get(0);
        }
    }

    private static void acknowledged(Talk talk, Conversation c) {
        int mark = talk.mark();
        talk.send(c, TEXT);
        talk.await(c, mark, s -> s.text().length() > 0);
        talk.peer(c, "ACK");
    }

    private static Series unacknowledged(Talk talk, Conversation c, Duration horizon) {
        int mark = talk.mark();
        SequenceNumber at = c.shadow().sndNxt();
        talk.send(c, TEXT);
        return Series.of(
                talk,
                c,
                mark,
                s -> s.length() > 0 && s.seq().isAtMost(at) && s.end().isAfter(at),
                horizon);
    }

    private static Answer least(Means means, Talk talk, Series series) {
        Duration gap = series.gaps().get(0);
        return new Measure(
                "rtoMin",
                Times.near(gap, means.slack()),
                Times.less(gap.dividedBy(WRONG_BY), means.slack()),
                Times.percent(gap, 110).plus(means.slack()),
                "after " + SAMPLES + " quick ACKs text was sent again after " + Times.words(gap),
                talk.evidence());
    }

    private static Answer most(Means means, Talk talk, Series series) {
        Duration longest = series.longest();
        boolean flat = series.plateau().isPresent();
        if (!flat && series.watched().compareTo(means.horizon()) >= 0) {
            return new Unknown(
                    "rtoMax",
                    "RTO still grew when it was " + Times.words(longest)
                            + (means.virtualTime() ? "" : "; --all waits an hour"));
        }
        return new Measure(
                "rtoMax",
                Times.near(longest, means.slack()),
                Times.less(Times.percent(longest, 95), means.slack()),
                EVER,
                flat
                        ? "RTO grew no further than " + Times.words(longest)
                        : "the longest gap was " + Times.words(longest),
                talk.evidence());
    }

    /** RTO after one sample is far above the least only where the first sample does not replace the initial RTO. */
    private static Answer conservative(Duration first, Duration least, Talk talk) {
        if (first.isZero()) {
            return new Unknown("conservative-rto", "no text was sent again");
        }
        if (first.compareTo(Times.percent(least, 140)) > 0) {
            return new Choice(
                    "conservative-rto",
                    Support.CLAIMED,
                    "after one quick ACK RTO was " + Times.words(first) + ", after " + SAMPLES + " "
                            + Times.words(least),
                    talk.evidence());
        }
        return new Unknown(
                "conservative-rto",
                "after one quick ACK RTO was at its least, " + Times.words(least) + "; a longer round trip would tell");
    }
}
