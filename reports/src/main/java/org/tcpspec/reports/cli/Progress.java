package org.tcpspec.reports.cli;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.play.Performance;
import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.steps.run.ScenarioResult;

/** How far a run is: a bar on a terminal; elsewhere a plain line now and then. */
interface Progress extends Closeable {

    /** A scenario has ended. */
    void ended(ScenarioResult result);

    @Override
    void close();

    /**
     * @param deviations the fails that are known are counted apart
     * @param virtual in virtual time what was seen stands; else a fail and what says nothing are played again
     */
    static Progress on(
            Terminal terminal, int scenarios, List<Deviation> deviations, boolean virtual, LongSupplier nanoTime) {
        Count count = new Count(deviations, virtual);
        return terminal.interactive()
                ? new Bar(terminal, scenarios, count)
                : new Lines(terminal, scenarios, count, nanoTime);
    }

    /** How many came to what, by the play of each that counts so far. */
    final class Count {
        private static final String AGAIN = "to be played again";
        private static final List<String> SHOWN =
                List.of(Grade.FAIL.toString(), "listed", Grade.ERROR.toString(), Grade.INCONCLUSIVE.toString(), AGAIN);

        private final List<Deviation> deviations;
        private final boolean virtual;
        private final Map<String, List<ScenarioResult>> plays = new HashMap<>();
        private final Map<String, Integer> counts = new HashMap<>();

        Count(List<Deviation> deviations, boolean virtual) {
            this.deviations = deviations;
            this.virtual = virtual;
        }

        int played() {
            return plays.size();
        }

        void add(ScenarioResult result) {
            List<ScenarioResult> all = plays.computeIfAbsent(result.scenario().id(), id -> new ArrayList<>());
            if (!all.isEmpty()) {
                counts.merge(word(all), -1, Integer::sum);
            }
            all.add(result);
            counts.merge(word(all), 1, Integer::sum);
        }

        private String word(List<ScenarioResult> all) {
            if (!virtual
                    && all.size() < Performance.MOST_PLAYS
                    && !Judgement.undecided(all, deviations).isEmpty()) {
                return AGAIN;
            }
            Judged judged = Judgement.of(all, deviations);
            return judged.deviation().isPresent()
                    ? "listed"
                    : judged.verdict().grade().toString();
        }

        String words() {
            return SHOWN.stream()
                    .filter(word -> counts.getOrDefault(word, 0) > 0)
                    .map(word -> counts.get(word) + " " + word)
                    .collect(Collectors.joining(", "));
        }
    }

    /** A bar that is drawn again and again, from the first scenario that ends. */
    final class Bar implements Progress {
        private final Terminal terminal;
        private final int scenarios;
        private final Count count;
        private Optional<ProgressBar> bar = Optional.empty();

        Bar(Terminal terminal, int scenarios, Count count) {
            this.terminal = terminal;
            this.scenarios = scenarios;
            this.count = count;
        }

        @Override
        public synchronized void ended(ScenarioResult result) {
            count.add(result);
            if (bar.isEmpty()) {
                bar = Optional.of(new ProgressBarBuilder()
                        .setTaskName("scenarios")
                        .setInitialMax(scenarios)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(100)
                        .setMaxRenderedLength(100)
                        .clearDisplayOnFinish()
                        .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), 100))
                        .build());
            }
            bar.get().stepTo(count.played());
            bar.get().setExtraMessage(count.words());
        }

        @Override
        public synchronized void close() {
            bar.ifPresent(ProgressBar::close);
        }
    }

    /** A line at most every two seconds. */
    final class Lines implements Progress {
        private static final long GAP = 2_000_000_000L;

        private final Terminal terminal;
        private final int scenarios;
        private final LongSupplier nanoTime;
        private final Count count;
        private long last;

        Lines(Terminal terminal, int scenarios, Count count, LongSupplier nanoTime) {
            this.terminal = terminal;
            this.scenarios = scenarios;
            this.count = count;
            this.nanoTime = nanoTime;
            this.last = nanoTime.getAsLong();
        }

        @Override
        public synchronized void ended(ScenarioResult result) {
            count.add(result);
            long now = nanoTime.getAsLong();
            if (now - last >= GAP) {
                last = now;
                String words = count.words();
                terminal.err()
                        .println(count.played() + " of " + scenarios + " scenarios"
                                + (words.isEmpty() ? "" : ": " + words));
            }
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
