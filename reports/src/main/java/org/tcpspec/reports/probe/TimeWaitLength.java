package org.tcpspec.reports.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tcpspec.reports.probe.Answer.Measure;
import org.tcpspec.reports.probe.Answer.Unknown;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.observe.Conversation;
import org.tcpspec.steps.observe.LadderRow;
import org.tcpspec.steps.play.Paths.Wishes;

/**
 * How long TIME-WAIT lasts. Who asks begins it anew, so each connection is asked once: several are brought there
 * together, and each is asked at its own time whether it is still there.
 */
final class TimeWaitLength {
    private static final String MSL = "msl";

    /** What stacks are known to wait, in seconds. */
    private static final List<Integer> USUAL = List.of(1, 2, 4, 5, 10, 15, 20, 30, 40, 60, 80, 90, 120, 180, 240);

    private static final int FOR_ONE_ROUND = 8;
    private static final int MOST_ROUNDS = 12;

    private TimeWaitLength() {}

    static Question question() {
        return Question.of(
                "how long TIME-WAIT lasts",
                MSL,
                Stream.concat(TimeWaits.NEEDS.stream(), Stream.of(Capability.PASSIVE_OPEN))
                        .collect(java.util.stream.Collectors.toSet()),
                means -> List.of(means.virtualTime() ? narrowed(means) : amongUsual(means)));
    }

    /**
     * What is known.
     *
     * @param there the longest time after which it was still there; zero for none
     * @param gone the shortest after which it was not
     */
    private record Span(Duration there, Optional<Duration> gone, List<LadderRow> evidence) {}

    private static Answer narrowed(Means means) {
        Span span = asked(
                means,
                Stream.iterate(Duration.ofMillis(20), d -> d.multipliedBy(3))
                        .limit(11)
                        .toList());
        for (int i = 0; i < MOST_ROUNDS && span.gone().isPresent() && isWide(span, means); i++) {
            Duration from = span.there();
            Duration step = span.gone().get().minus(from).dividedBy(FOR_ONE_ROUND + 1L);
            List<Duration> times = new ArrayList<>();
            for (int k = 1; k <= FOR_ONE_ROUND; k++) {
                times.add(from.plus(step.multipliedBy(k)));
            }
            Span finer = asked(means, times);
            span = new Span(
                    finer.there().isZero() ? from : finer.there(), finer.gone().or(span::gone), finer.evidence());
        }
        return measured(means, span);
    }

    private static boolean isWide(Span span, Means means) {
        Duration width = span.gone().orElseThrow().minus(span.there());
        return width.compareTo(means.slack()) > 0;
    }

    private static Answer amongUsual(Means means) {
        List<Duration> times = new ArrayList<>();
        for (int seconds : USUAL) {
            times.add(before(means, Duration.ofSeconds(seconds)));
            times.add(after(means, Duration.ofSeconds(seconds)));
        }
        Duration claimed = means.claims().ixit().msl().multipliedBy(2);
        times.add(before(means, claimed));
        times.add(after(means, claimed));
        times.removeIf(t -> t.compareTo(means.horizon()) > 0);
        int limit = means.claims().ixit().connections();
        if (limit > 0) {
            times.sort(Comparator.comparing(t -> t.minus(claimed).abs()));
            times = new ArrayList<>(times.subList(0, Math.min(limit, times.size())));
        }
        if (times.size() < 2) {
            return new Unknown(
                    MSL,
                    "it needs several connections in TIME-WAIT for up to " + Times.words(means.horizon())
                            + "; raise 'connections' if it can hold more, or take --all for a longer time");
        }
        times.sort(Comparator.naturalOrder());
        return measured(means, asked(means, times.stream().distinct().toList()));
    }

    private static Duration before(Means means, Duration value) {
        return Times.less(Times.percent(value, 97), means.slack());
    }

    private static Duration after(Means means, Duration value) {
        return Times.percent(value, 103).plus(means.slack());
    }

    /** Asks at those times, in that order, until one is gone. */
    private static Span asked(Means means, List<Duration> times) {
        try (Talk talk = means.talk("length of TIME-WAIT " + times)) {
            Wishes wishes = new Wishes(OpenOptions.DEFAULT, talk.usual(), true, 0);
            List<Conversation> waiting = new ArrayList<>();
            List<Long> begun = new ArrayList<>();
            for (int i = 0; i < times.size(); i++) {
                Conversation c = i == 0
                        ? talk.scene().converse(talk.portFor(State.TIME_WAIT))
                        : talk.scene().converseBeside(waiting.get(0));
                talk.bring(c, State.TIME_WAIT, wishes);
                waiting.add(c);
                begun.add(talk.scene().lastPacketNanos());
            }
            if (talk.isDriven()) {
                talk.paths().closeListener(waiting.get(0));
            }
            Duration there = Duration.ZERO;
            for (int i = 0; i < times.size(); i++) {
                talk.until(begun.get(i) + times.get(i).toNanos());
                int mark = talk.mark();
                talk.peer(waiting.get(i), TimeWaits.FIN_AGAIN);
                boolean waits = talk.await(waiting.get(i), mark, s -> s.has(Flag.ACK) || s.has(Flag.RST))
                        .filter(h -> TimeWaits.isAck(h.segment()))
                        .isPresent();
                Duration at = Duration.ofNanos(talk.scene().causeNanos() - begun.get(i));
                if (!waits) {
                    return new Span(there, Optional.of(at), talk.evidence());
                }
                there = at;
            }
            return new Span(there, Optional.empty(), talk.evidence());
        }
    }

    private static Answer measured(Means means, Span span) {
        if (span.gone().isEmpty()) {
            Duration least = Times.less(span.there().dividedBy(2), means.slack());
            return new Measure(
                    MSL,
                    Times.near(span.there().dividedBy(2), means.slack()),
                    least,
                    Duration.ofDays(1),
                    "still in TIME-WAIT after " + Times.words(span.there()) + "; longer was not waited",
                    span.evidence());
        }
        Duration gone = span.gone().get();
        return new Measure(
                MSL,
                Times.roundest(
                        Times.less(span.there().dividedBy(2), means.slack()),
                        gone.dividedBy(2).plus(means.slack())),
                Times.less(Times.percent(span.there().dividedBy(2), 97), means.slack()),
                Times.percent(gone.dividedBy(2), 103).plus(means.slack()),
                "in TIME-WAIT after " + Times.words(span.there()) + ", gone after " + Times.words(gone),
                span.evidence());
    }
}
