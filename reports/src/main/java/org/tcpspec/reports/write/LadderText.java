package org.tcpspec.reports.write;

import java.util.List;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.steps.observe.LadderRow;
import org.tcpspec.steps.observe.LadderRow.Arrow;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.ScenarioResult;

/** A scenario as a ladder in the notation of the RFC's figures: the IUT on the left, the peer on the right. */
public final class LadderText {
    private static final int HEADING = 80;
    private static final String INDENT = "      ";

    private LadderText() {}

    /** Heading, ladder and reason of what is finally said of a scenario. Ends with a line feed. */
    public static String of(Judged judged) {
        return of(judged.shown(), judged.verdict(), judged.clause());
    }

    /** As {@link #of(Judged)}, with the ladders of the other plays. */
    public static String everyPlay(Judged judged) {
        StringBuilder s = new StringBuilder(of(judged));
        for (ScenarioResult other : judged.plays()) {
            if (other != judged.shown()) {
                String when = other.attempt() < judged.shown().attempt() ? "Played before" : "Played once more";
                s.append("\n" + when + ":\n").append(of(other, other.verdict(), judged.clause()));
            }
        }
        return s.toString();
    }

    /** The heading alone, and why if it did not pass. */
    public static String heading(Judged judged) {
        StringBuilder s = new StringBuilder();
        heading(s, judged.shown(), judged.verdict(), judged.clause());
        reason(s, judged.verdict());
        return s.toString();
    }

    private static String of(ScenarioResult play, Verdict verdict, String clause) {
        StringBuilder s = new StringBuilder();
        heading(s, play, verdict, clause);
        rows(s, play.ladder());
        reason(s, verdict);
        return s.toString();
    }

    private static void heading(StringBuilder s, ScenarioResult play, Verdict verdict, String clause) {
        PlannedScenario scenario = play.scenario();
        String heading = mark(verdict.grade()) + " " + scenario.file() + ":" + scenario.line() + "  " + scenario.name();
        line(s, pad(Escape.line(heading), HEADING) + " " + Escape.line(clause));
    }

    private static void reason(StringBuilder s, Verdict verdict) {
        verdict.reason().lines().forEach(sentence -> line(s, INDENT + Escape.line(sentence)));
    }

    /** The ladder alone. */
    public static String rows(List<LadderRow> rows) {
        StringBuilder s = new StringBuilder();
        rows(s, rows);
        return s.toString();
    }

    private static void rows(StringBuilder s, List<LadderRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int states = width(rows, true);
        int segments = width(rows, false);
        line(s, INDENT + pad("IUT", states + 5 + segments + 4 + 5) + "peer");
        for (LadderRow row : rows) {
            line(s, row.arrow() == Arrow.USER ? user(row) : onTheWire(row, states, segments));
        }
    }

    private static int width(List<LadderRow> rows, boolean state) {
        return rows.stream()
                .filter(row -> row.arrow() != Arrow.USER)
                .map(row -> Escape.line(state ? row.iut() : row.segment()))
                .mapToInt(String::length)
                .reduce(state ? 10 : 20, Math::max);
    }

    private static String onTheWire(LadderRow row, int states, int segments) {
        String number = row.packet().isPresent() ? Long.toString(row.packet().getAsLong()) : "-";
        String comment = Escape.line(row.comment());
        return String.format("%3s", number)
                + "   "
                + pad(Escape.line(row.iut()), states)
                + " " + arrow(row) + " "
                + pad(Escape.line(row.segment()), segments)
                + " " + arrow(row)
                + (comment.isEmpty() ? "" : "     " + comment);
    }

    private static String arrow(LadderRow row) {
        return switch (row.arrow()) {
            case FROM_IUT -> "-->";
            case FROM_PEER -> "<--";
            case MISSING -> "..>";
            case USER -> "   ";
        };
    }

    private static String user(LadderRow row) {
        String comment = Escape.line(row.comment());
        String said = Escape.line(row.segment().isEmpty() ? row.iut() : row.iut() + "  " + row.segment());
        String gap = said.isEmpty() || comment.isEmpty() ? "" : "     ";
        return "  .   " + said + gap + comment;
    }

    private static String mark(Grade grade) {
        return switch (grade) {
            case PASS -> "✓";
            case FAIL -> "✗";
            case NOT_APPLICABLE -> "-";
            case INCONCLUSIVE -> "?";
            case ERROR -> "!";
        };
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    private static void line(StringBuilder s, String text) {
        s.append(text.stripTrailing()).append('\n');
    }
}
