package org.tcpspec.reports.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.reports.gate.Finding;
import org.tcpspec.reports.gate.Gate;
import org.tcpspec.reports.gate.Regressions;
import org.tcpspec.reports.journal.RunInfo;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.judge.Level;
import org.tcpspec.reports.judge.Outcome;
import org.tcpspec.reports.judge.Standing;

/** A run as {@code summary.md}: what a pull request should show. */
public final class SummaryMarkdown {
    private static final int MOST = 20;

    private final StringBuilder s = new StringBuilder();

    private SummaryMarkdown() {}

    /** @param gate what a policy said of the run, if one was asked */
    public static String of(Judgement judgement, Optional<Gate> gate) {
        SummaryMarkdown summary = new SummaryMarkdown();
        summary.head(judgement, gate);
        summary.totals(judgement);
        gate.ifPresent(summary::rules);
        gate.flatMap(Gate::regressions).ifPresent(summary::regressions);
        summary.list("Failures", judgement.with(Outcome.FAIL));
        summary.list("Errors of the kit or the lab", judgement.with(Outcome.ERROR));
        summary.list("Inconclusive", judgement.with(Outcome.INCONCLUSIVE));
        summary.standings(gate.map(Gate::standings)
                .orElseGet(
                        () -> Standing.of(judgement, judgement.recorded().run().day())));
        return summary.s.toString();
    }

    private void head(Judgement judgement, Optional<Gate> gate) {
        RunInfo run = judgement.recorded().run();
        boolean well = gate.map(Gate::holds).orElse(judgement.exitCode() == 0)
                && judgement.recorded().isComplete();
        s.append("### ")
                .append(well ? "✅" : "❌")
                .append(" TCP conformance of ")
                .append(text(run.statement().name()));
        s.append("\n\n");
        if (!judgement.recorded().isComplete()) {
            s.append("**Incomplete: the run was interrupted.**\n\n");
        }
        s.append("tcpspec ").append(text(run.version())).append(", ").append(run.ip());
        s.append(", seed ")
                .append(run.seed())
                .append(", ")
                .append(judgement.scenarios().size());
        s.append(" scenarios\n\n");
    }

    private void totals(Judgement judgement) {
        s.append("| |");
        for (Outcome outcome : Outcome.values()) {
            s.append(' ').append(outcome).append(" |");
        }
        s.append("\n|---|").append("---:|".repeat(Outcome.values().length)).append('\n');
        for (Map.Entry<Level, Map<Outcome, Integer>> row : judgement.totals().entrySet()) {
            if (row.getValue().values().stream().anyMatch(n -> n > 0)) {
                s.append("| ").append(row.getKey()).append(" |");
                row.getValue().values().forEach(n -> s.append(' ').append(n).append(" |"));
                s.append('\n');
            }
        }
        s.append('\n');
    }

    private void rules(Gate gate) {
        s.append("| gate | demanded | found | |\n|---|---|---|---|\n");
        for (Finding f : gate.findings()) {
            s.append("| ")
                    .append(text(f.rule()))
                    .append(" | ")
                    .append(text(f.limit()))
                    .append(" | ");
            s.append(text(f.found()))
                    .append(" | ")
                    .append(f.holds() ? "holds" : "**broken**")
                    .append(" |\n");
        }
        s.append('\n');
        gate.broken()
                .forEach(sentence -> s.append("- ❌ ").append(text(sentence)).append('\n'));
        s.append(gate.broken().isEmpty() ? "" : "\n");
    }

    private void regressions(Regressions r) {
        s.append("Against the baseline: ").append(r.words()).append(".\n\n");
        list("New failures", r.added());
        list("Failures with another reason", r.changed());
        list("Fixed", r.fixed());
    }

    private void list(String title, List<Judged> scenarios) {
        if (scenarios.isEmpty()) {
            return;
        }
        s.append("<details><summary>")
                .append(title)
                .append(": ")
                .append(scenarios.size())
                .append("</summary>\n\n");
        for (Judged judged : scenarios.subList(0, Math.min(MOST, scenarios.size()))) {
            String reason = judged.verdict().reason();
            s.append("- **").append(text(judged.scenario().name())).append("** (");
            s.append(text(String.join(", ", judged.level().toString(), judged.requirement(), judged.clause())));
            s.append(")")
                    .append(reason.isEmpty() ? "" : ": ")
                    .append(text(reason))
                    .append("<br>`");
            s.append(judged.id()).append("`\n");
        }
        if (scenarios.size() > MOST) {
            s.append("- ... and ").append(scenarios.size() - MOST).append(" more\n");
        }
        s.append("\n</details>\n\n");
    }

    private void standings(List<Standing> standings) {
        List<String> lines = StandingText.lines(standings);
        if (!lines.isEmpty()) {
            s.append("Waivers and listed deviations:\n\n");
            lines.stream()
                    .limit(MOST)
                    .forEach(line -> s.append("- ").append(text(line)).append('\n'));
            s.append(lines.size() > MOST ? "- ... and " + (lines.size() - MOST) + " more\n" : "")
                    .append('\n');
        }
    }

    /** As Markdown that means nothing but itself: what a stack says must not mark anything up. */
    private static String text(String raw) {
        return Escape.xml(Escape.line(raw)).replaceAll("([\\\\`*_\\[\\]|#@~])", "\\\\$1");
    }
}
