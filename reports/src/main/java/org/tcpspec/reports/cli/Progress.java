package org.tcpspec.reports.cli;

import java.io.Closeable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.steps.run.ScenarioResult;

/** How far a run is: a bar on a terminal; elsewhere a plain line now and then. */
interface Progress extends Closeable {

    /** A scenario has ended. */
    void ended(ScenarioResult result);

    @Override
    void close();

    static Progress on(Terminal terminal, int scenarios, LongSupplier nanoTime) {
        return terminal.interactive() ? new Bar(terminal, scenarios) : new Lines(terminal, scenarios, nanoTime);
    }

    /** How many came to what. */
    final class Count {
        private final Map<Grade, Integer> grades = new EnumMap<>(Grade.class);
        private int played;

        void add(ScenarioResult result) {
            if (result.attempt() == 1) {
                grades.merge(result.verdict().grade(), 1, Integer::sum);
                played++;
            }
        }

        String words() {
            StringBuilder s = new StringBuilder();
            for (Grade grade : new Grade[] {Grade.FAIL, Grade.ERROR, Grade.INCONCLUSIVE}) {
                if (grades.containsKey(grade)) {
                    s.append(s.length() == 0 ? "" : ", ")
                            .append(grades.get(grade))
                            .append(' ')
                            .append(grade);
                }
            }
            return s.toString();
        }
    }

    /** A bar that is drawn again and again, from the first scenario that ends. */
    final class Bar implements Progress {
        private final Terminal terminal;
        private final int scenarios;
        private final Count count = new Count();
        private Optional<ProgressBar> bar = Optional.empty();

        Bar(Terminal terminal, int scenarios) {
            this.terminal = terminal;
            this.scenarios = scenarios;
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
            bar.get().stepTo(count.played);
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
        private final Count count = new Count();
        private long last;

        Lines(Terminal terminal, int scenarios, LongSupplier nanoTime) {
            this.terminal = terminal;
            this.scenarios = scenarios;
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
                        .println(count.played + " of " + scenarios + " scenarios"
                                + (words.isEmpty() ? "" : ": " + words));
            }
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
