package org.tcpspec.reports.matrix;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tcpspec.reports.judge.Outcome;

/**
 * One line of the matrix: a topic, a requirement or a cell, with one mark for each stack.
 *
 * @param anchor of its evidence on the page
 * @param words what it is about
 */
public record Line(String anchor, String name, String level, String words, List<Mark> marks) {
    /** So many passes of one stack are listed at most. */
    private static final int MOST = 4;

    public Line {
        marks = List.copyOf(marks);
    }

    /**
     * What one stack came to.
     *
     * @param key the class of its colour and its sign: the worst outcome, {@code open} if nothing was played
     * @param passed of those that were judged
     * @param judged scenarios that passed or failed
     * @param tried its scenarios, the bad ones first, not all of the good ones
     */
    public record Mark(String key, long passed, long judged, List<Tried> tried, int more) {

        static Mark of(Collection<Tried> all) {
            List<Tried> sorted = all.stream()
                    .sorted(Comparator.comparing(t -> t.isPass() || t.outcome() == Outcome.NOT_APPLICABLE))
                    .toList();
            long bad = all.stream()
                    .filter(t -> !t.isPass() && t.outcome() != Outcome.NOT_APPLICABLE)
                    .count();
            int shown = (int) Math.min(all.size(), bad + MOST);
            return new Mark(
                    worst(all),
                    all.stream().filter(Tried::isPass).count(),
                    all.stream().filter(Tried::isJudged).count(),
                    sorted.subList(0, shown),
                    all.size() - shown);
        }

        Mark judgedAs(String other) {
            return new Mark(other, passed, judged, tried, more);
        }

        private static String worst(Collection<Tried> all) {
            return worst(all.stream().map(Tried::outcome)).map(Outcome::key).orElse("open");
        }

        static java.util.Optional<Outcome> worst(Stream<Outcome> outcomes) {
            List<Outcome> order = List.of(
                    Outcome.ERROR,
                    Outcome.FAIL,
                    Outcome.INCONCLUSIVE,
                    Outcome.LISTED,
                    Outcome.PASS,
                    Outcome.NOT_APPLICABLE);
            return outcomes.min(Comparator.comparingInt(order::indexOf));
        }

        /** Listed or not, a fail is a fail when behaviours are compared. */
        String behaviour() {
            return key.equals(Outcome.LISTED.key()) ? Outcome.FAIL.key() : key;
        }
    }

    /** Some stacks pass what others fail. */
    public boolean differs() {
        return marks.stream()
                        .filter(m -> m.judged() > 0)
                        .map(Mark::behaviour)
                        .distinct()
                        .count()
                > 1;
    }

    boolean isPlayed() {
        return marks.stream().anyMatch(m -> !m.tried().isEmpty());
    }
}
