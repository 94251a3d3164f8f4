package org.tcpspec.reports.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.steps.observe.Conversation;

/**
 * A segment that is sent again and again because nobody acknowledges it.
 *
 * @param sent when, in nanoseconds
 * @param over when the user was told that it was given up
 * @param watched how long it was watched
 */
record Series(List<Long> sent, Optional<Long> over, Duration watched) {
    /** Who has said nothing for so many of its last gaps has given up. */
    private static final int GIVEN_UP = 6;

    private static final Duration FIRST_GAP = Duration.ofMinutes(2);

    Series {
        sent = List.copyOf(sent);
    }

    /** Watches {@code c} from {@code mark} on, for {@code horizon} at most. */
    static Series of(Talk talk, Conversation c, int mark, Predicate<Segment> again, Duration horizon) {
        long begun = talk.scene().now();
        long end = begun + horizon.toNanos();
        boolean more = true;
        while (more && talk.over(c).isEmpty()) {
            more = talk.pump(Math.min(end, silence(times(talk, c, mark, again), begun)));
        }
        return new Series(
                times(talk, c, mark, again),
                talk.over(c).map(Observed::nanos),
                Duration.ofNanos(talk.scene().now() - begun));
    }

    private static long silence(List<Long> sent, long begun) {
        if (sent.size() < 2) {
            return begun + FIRST_GAP.toNanos();
        }
        long last = sent.get(sent.size() - 1);
        return last + GIVEN_UP * (last - sent.get(sent.size() - 2));
    }

    private static List<Long> times(Talk talk, Conversation c, int mark, Predicate<Segment> again) {
        return talk.heard(c, mark).stream()
                .filter(h -> again.test(h.segment()))
                .map(Talk.Heard::nanos)
                .toList();
    }

    List<Duration> gaps() {
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < sent.size(); i++) {
            gaps.add(Duration.ofNanos(sent.get(i) - sent.get(i - 1)));
        }
        return gaps;
    }

    Duration longest() {
        return gaps().stream().reduce(Duration.ZERO, Times::max);
    }

    /** What it no longer exceeded: two gaps in a row, alike, and longer than the first. */
    Optional<Duration> plateau() {
        List<Duration> gaps = gaps();
        Duration longest = longest();
        long alike = gaps.stream()
                .filter(g -> g.compareTo(Times.percent(longest, 95)) >= 0)
                .count();
        boolean grew =
                !gaps.isEmpty() && longest.compareTo(gaps.get(0).multipliedBy(3).dividedBy(2)) > 0;
        return alike >= 2 && grew ? Optional.of(longest) : Optional.empty();
    }

    /** From the first transmission to the end; empty if nobody told. */
    Optional<Duration> lasted() {
        return over.filter(o -> !sent.isEmpty()).map(o -> Duration.ofNanos(o - sent.get(0)));
    }

    /** The gaps, for people. */
    String words() {
        return gaps().stream().map(Times::words).collect(Collectors.joining(", "));
    }
}
