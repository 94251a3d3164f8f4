package org.tcpspec.reports.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tcpspec.reports.journal.RunEnd;
import org.tcpspec.reports.journal.RunInfo;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.judge.Level;
import org.tcpspec.reports.judge.Outcome;
import org.tcpspec.reports.judge.Standing;
import org.tcpspec.reports.read.Interpretations;
import org.tcpspec.reports.story.Story;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.reports.write.Evidence;
import org.tcpspec.reports.write.LadderText;
import org.tcpspec.reports.write.Paragraph;
import org.tcpspec.reports.write.Replay;
import org.tcpspec.reports.write.StandingText;
import org.tcpspec.steps.run.Requirement;

/** What the terminal says at the end of a run. */
final class Summary {
    private static final int MOST_LADDERS = 20;
    private static final int MOST_LINES = 20;
    private static final int FEW = 5;
    private static final int WIDTH = 100;

    private final Interpretations interpretations = Interpretations.bundled();
    private final Judgement judgement;
    private final Story story;
    private final Evidence evidence;
    private final Path folder;
    private final PrintStream out;

    Summary(
            Judgement judgement,
            Map<String, Requirement> requirements,
            Evidence evidence,
            Path folder,
            PrintStream out) {
        this.judgement = judgement;
        this.story = Story.bundled(requirements);
        this.evidence = evidence;
        this.folder = folder;
        this.out = out;
    }

    void print(boolean report) {
        failures();
        oneLiners(Outcome.INCONCLUSIVE, "Inconclusive");
        oneLiners(Outcome.ERROR, "Errors of the kit or the lab");
        deviations();
        choices();
        table();
        closing(report);
    }

    /** Every ladder if they are few; else those of the fails, and a line for each other scenario. */
    void printBriefly() {
        List<Judged> all = judgement.scenarios();
        boolean few = all.size() <= FEW;
        for (Judged judged : all) {
            if (few && judged.outcome() != Outcome.FAIL) {
                out.print(LadderText.of(judged));
                out.println();
            } else if (judged.outcome() != Outcome.FAIL) {
                out.print(LadderText.heading(judged));
            }
        }
        failures();
    }

    private void failures() {
        List<Judged> fails = judgement.with(Outcome.FAIL);
        for (Judged judged : fails.subList(0, Math.min(fails.size(), MOST_LADDERS))) {
            out.print(LadderText.of(judged));
            story(judged);
            for (String reading : judged.shown().interpretation().split(", ")) {
                if (!reading.isEmpty()) {
                    line("      reading:  " + interpretations.inWords(reading));
                }
            }
            if (judged.plays().size() > 1) {
                line("      Played twice, with the same result.");
            }
            next(judged);
            out.println();
        }
        if (fails.size() > MOST_LADDERS) {
            line("... and " + (fails.size() - MOST_LADDERS) + " more failures; all of them are in " + folder);
            out.println();
        }
    }

    /** The reason stands below the ladder already. */
    private void story(Judged judged) {
        String told = story.of(judged).stream()
                .filter(sentence -> !sentence.equals(judged.verdict().reason()))
                .collect(Collectors.joining(" "));
        Paragraph.lines(told, WIDTH).forEach(text -> line("      " + text));
    }

    /** What to do about a failure. */
    private void next(Judged judged) {
        evidence.of(judged).stream()
                .findFirst()
                .ifPresent(
                        file -> line("      evidence: " + folder.resolve(file).getParent()));
        line("      again:    " + Replay.of(judgement.recorded().run(), judged));
    }

    private void oneLiners(Outcome outcome, String title) {
        List<Judged> all = judgement.with(outcome);
        if (all.isEmpty()) {
            return;
        }
        line(title + ":");
        for (Judged judged : all.subList(0, Math.min(all.size(), MOST_LINES))) {
            line("  " + judged.scenario().file() + ":" + judged.scenario().line() + "  "
                    + judged.scenario().name() + ": " + judged.verdict().reason());
        }
        if (all.size() > MOST_LINES) {
            line("  ... and " + (all.size() - MOST_LINES) + " more");
        }
        out.println();
    }

    private void deviations() {
        StandingText.lines(Standing.of(judgement, judgement.recorded().run().day()))
                .forEach(this::line);
    }

    private void choices() {
        if (!judgement.choices().isEmpty()) {
            line("Seen where the ICS is silent: "
                    + judgement.choices().entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue())
                            .collect(Collectors.joining(", ")));
        }
    }

    private void table() {
        out.printf(
                "%-10s%8s%8s%8s%14s%16s%8s%n", "", "pass", "fail", "listed", "inconclusive", "not applicable", "error");
        int[] sum = new int[Outcome.values().length];
        for (Map.Entry<Level, Map<Outcome, Integer>> row : judgement.totals().entrySet()) {
            int[] counts =
                    row.getValue().values().stream().mapToInt(Integer::intValue).toArray();
            boolean any = false;
            for (int i = 0; i < counts.length; i++) {
                sum[i] += counts[i];
                any |= counts[i] > 0;
            }
            if (any || row.getKey() != Level.NONE) {
                row(row.getKey().toString(), counts);
            }
        }
        row("all", sum);
    }

    private void row(String name, int[] n) {
        out.printf("%-10s%8d%8d%8d%14d%16d%8d%n", name, n[0], n[1], n[2], n[3], n[4], n[5]);
    }

    private void closing(boolean report) {
        RunInfo run = judgement.recorded().run();
        Optional<RunEnd> end = judgement.recorded().end();
        String seconds = end.map(e -> String.format(
                        Locale.ROOT,
                        "%.1f s, ",
                        Duration.between(run.started(), e.finished()).toMillis() / 1000.0))
                .orElse("");
        String longer = run.selection().containsKey("all") ? "an hour" : "3 MSL (--all)";
        String left = run.verySlow() == 0 ? "" : ", " + run.verySlow() + " left out that wait longer than " + longer;
        line(judgement.scenarios().size() + " of " + run.planned() + " scenarios" + left + "; " + seconds + "seed "
                + run.seed());
        if (!judgement.recorded().isComplete()) {
            line("INCOMPLETE: the run was interrupted.");
        }
        end.map(RunEnd::notes)
                .filter(notes -> !notes.isEmpty())
                .ifPresent(notes -> line(notes.size() + (notes.size() == 1 ? " note" : " notes")
                        + " of the lab, such as: " + notes.stream().limit(2).collect(Collectors.joining("; "))));
        line("Report: " + folder.resolve(report ? "index.html" : "conformance.json"));
    }

    private void line(String text) {
        out.println(Escape.line(text));
    }
}
