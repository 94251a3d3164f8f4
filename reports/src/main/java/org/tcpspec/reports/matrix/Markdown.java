package org.tcpspec.reports.matrix;

import java.util.List;
import java.util.stream.Collectors;
import org.tcpspec.reports.write.Escape;

/** The matrix as Markdown: a table that fits a README, and the differences as lists. */
public final class Markdown {
    private Markdown() {}

    /**
     * The table by level and topic, or only what differs.
     *
     * @param diff the differences and no table
     */
    public static String of(SideBySide matrix, boolean diff) {
        StringBuilder s = new StringBuilder();
        if (!diff) {
            table(s, matrix);
        }
        for (Differences d : diff ? matrix.differences() : List.<Differences>of()) {
            s.append(text(d.sentence())).append("\n\n");
            d.exceptions().forEach(e -> exception(s, e));
            s.append('\n');
        }
        return s.toString();
    }

    /** The differences for a terminal. */
    public static String plain(SideBySide matrix) {
        StringBuilder s = new StringBuilder();
        for (Differences d : matrix.differences()) {
            s.append(Escape.line(d.sentence())).append('\n');
            for (Differences.Except e : d.exceptions()) {
                s.append("  ").append(Escape.line(e.sentence())).append('\n');
                e.reasons()
                        .forEach(reason ->
                                s.append("      ").append(Escape.line(reason)).append('\n'));
            }
        }
        return s.toString();
    }

    private static void exception(StringBuilder s, Differences.Except e) {
        s.append("- ").append(text(e.sentence())).append(": ");
        s.append(e.reasons().stream().map(Markdown::text).collect(Collectors.joining(" / ")));
        s.append('\n');
    }

    private static void table(StringBuilder s, SideBySide matrix) {
        s.append("| scenarios passed |");
        matrix.stacks()
                .forEach(stack -> s.append(' ')
                        .append(text(stack.label()))
                        .append(stack.complete() ? "" : " (incomplete)")
                        .append(" |"));
        s.append("\n|---|").append("---:|".repeat(matrix.stacks().size())).append('\n');
        matrix.levels().forEach(line -> row(s, line, "**"));
        matrix.topics().forEach(line -> row(s, line, ""));
    }

    private static void row(StringBuilder s, Line line, String mark) {
        s.append("| ").append(mark).append(text(line.name())).append(mark).append(" |");
        line.marks()
                .forEach(m -> s.append(' ')
                        .append(m.judged() == 0 ? "–" : m.passed() + " of " + m.judged())
                        .append(" |"));
        s.append('\n');
    }

    /** On one line, without anything that Markdown or HTML obeys. */
    private static String text(String words) {
        StringBuilder s = new StringBuilder();
        for (char c : Escape.line(words).toCharArray()) {
            if ("\\`*_{}[]<>#|~".indexOf(c) >= 0) {
                s.append('\\');
            }
            s.append(c);
        }
        return s.toString();
    }
}
