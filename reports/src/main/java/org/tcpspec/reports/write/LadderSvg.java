package org.tcpspec.reports.write;

import java.util.List;
import java.util.Locale;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.steps.observe.LadderRow;
import org.tcpspec.steps.observe.LadderRow.Arrow;
import org.tcpspec.steps.run.ScenarioResult;

/**
 * A scenario as a drawing: two life lines with the segments between them, the IUT's state on the left, comments on the
 * right, the deciding row highlighted. Follows the reader's light or dark scheme. Everything from the wire is escaped.
 */
public final class LadderSvg {
    private static final int TIME_X = 12;
    private static final int STATE_RIGHT = 232;
    private static final int IUT_X = 250;
    private static final int PEER_X = 640;
    private static final int COMMENT_X = 664;
    private static final int ROW = 34;
    private static final int TOP = 96;
    private static final int WRAP = 120;
    private static final double CHAR = 7.3;
    private static final String STYLE = """
            <style>
            svg{--bg:#ffffff;--fg:#1b1f24;--dim:#68707a;--line:#aeb6bf;--mark:#fff1c9;--bad:#b3261e;--peer:#1f5fa8}
            @media (prefers-color-scheme:dark){svg{--bg:#15181c;--fg:#e8eaed;--dim:#98a1ab;--line:#4d565f;\
            --mark:#4a3c10;--bad:#ff8a80;--peer:#8ab8f0}}
            text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:var(--fg);white-space:pre}
            .t{font-size:15px;font-weight:600}.d{fill:var(--dim)}.s{font-size:11px;fill:var(--dim)}
            .b{fill:var(--bad);font-weight:600}.p{fill:var(--peer)}
            .l{stroke:var(--line);stroke-width:1.5}.i{stroke:var(--fg);stroke-width:1.5}
            .q{stroke:var(--peer);stroke-width:1.5}.m{stroke:var(--bad);stroke-width:1.5;stroke-dasharray:5 4}
            .hi{fill:var(--fg)}.hq{fill:var(--peer)}.hm{fill:var(--bad)}
            </style>
            """;

    private LadderSvg() {}

    /** The drawing of one play under the verdict that finally stands. */
    public static String of(ScenarioResult play, Verdict verdict, String clause) {
        List<LadderRow> rows = play.ladder();
        List<String> reason = wrap(Escape.line(verdict.reason()));
        int width = width(rows, play, reason);
        int bottom = TOP + rows.size() * ROW + 8;
        int height = bottom + 26 + reason.size() * 18;
        StringBuilder s = new StringBuilder(4096);
        s.append(String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%d\" height=\"%d\""
                        + " viewBox=\"0 0 %d %d\">%n",
                width, height, width, height));
        s.append("<title>")
                .append(Escape.xml(play.scenario().name()))
                .append("</title>\n")
                .append(STYLE);
        s.append(String.format("<rect width=\"%d\" height=\"%d\" fill=\"var(--bg)\"/>%n", width, height));
        text(s, TIME_X, 24, "t", "", verdict.grade() + ": " + play.scenario().name());
        text(
                s,
                TIME_X,
                44,
                "d",
                "",
                clause + "    " + play.scenario().file() + ":" + play.scenario().line());
        lifeLines(s, bottom);
        long origin = rows.isEmpty() ? 0 : rows.get(0).nanos();
        for (int i = 0; i < rows.size(); i++) {
            row(s, rows.get(i), TOP + i * ROW, origin, width);
        }
        for (int i = 0; i < reason.size(); i++) {
            text(s, TIME_X, bottom + 22 + i * 18, "b", "", reason.get(i));
        }
        return s.append("</svg>\n").toString();
    }

    private static int width(List<LadderRow> rows, ScenarioResult play, List<String> reason) {
        int comments = rows.stream()
                .filter(row -> row.arrow() != Arrow.USER)
                .mapToInt(row -> Escape.line(comment(row)).length())
                .max()
                .orElse(0);
        int sentences = reason.stream().mapToInt(String::length).max().orElse(0);
        int name = play.scenario().name().length() + 16;
        double widest = Math.max(COMMENT_X + comments * CHAR, TIME_X + Math.max(sentences, name * 1.2) * CHAR);
        return (int) Math.max(900, Math.min(widest + 24, 1800));
    }

    private static void lifeLines(StringBuilder s, int bottom) {
        text(s, IUT_X, TOP - 22, "", "middle", "IUT");
        text(s, PEER_X, TOP - 22, "p", "middle", "peer");
        for (int x : new int[] {IUT_X, PEER_X}) {
            s.append(String.format(
                    "<line class=\"l\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n", x, TOP - 14, x, bottom));
        }
    }

    private static void row(StringBuilder s, LadderRow row, int y, long origin, int width) {
        if (row.deciding()) {
            s.append(String.format(
                    "<rect x=\"4\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" fill=\"var(--mark)\"/>%n",
                    y - 4, width - 8, ROW - 2));
        }
        int base = y + 17;
        String number = row.packet().isPresent() ? "#" + row.packet().getAsLong() + " " : "";
        text(s, TIME_X, base, "s", "", number + "+" + seconds(row.nanos() - origin));
        if (row.arrow() == Arrow.USER) {
            user(s, row, base);
            return;
        }
        text(s, STATE_RIGHT, base, "", "end", row.iut());
        arrow(s, row, y + 21);
        String style = row.arrow() == Arrow.FROM_PEER ? "p" : row.arrow() == Arrow.MISSING ? "b" : "";
        text(s, (IUT_X + PEER_X) / 2, y + 14, style, "middle", row.segment());
        text(s, COMMENT_X, base, row.deciding() ? "b" : "d", "", comment(row));
    }

    private static String comment(LadderRow row) {
        return row.comment();
    }

    /** A call or a signal: a note on the IUT's own line, nothing on the wire. */
    private static void user(StringBuilder s, LadderRow row, int base) {
        String said = row.segment().isEmpty() ? row.iut() : row.iut() + "  " + row.segment();
        s.append(String.format("<circle class=\"hi\" cx=\"%d\" cy=\"%d\" r=\"3\"/>%n", IUT_X, base - 4));
        String comment = row.comment().isEmpty() || said.isEmpty() ? row.comment() : "  (" + row.comment() + ")";
        text(s, IUT_X + 12, base, row.deciding() ? "b" : "", "", said + comment);
    }

    private static void arrow(StringBuilder s, LadderRow row, int y) {
        boolean right = row.arrow() != Arrow.FROM_PEER;
        String kind = switch (row.arrow()) {
            case FROM_PEER -> "q";
            case MISSING -> "m";
            case FROM_IUT, USER -> "i";
        };
        int tip = right ? PEER_X - 2 : IUT_X + 2;
        int back = right ? tip - 9 : tip + 9;
        s.append(String.format(
                "<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>"
                        + "<polygon class=\"h%s\" points=\"%d,%d %d,%d %d,%d\"/>%n",
                kind, IUT_X + 2, y, PEER_X - 2, y, kind, tip, y, back, y - 4, back, y + 4));
    }

    static String seconds(long nanos) {
        double s = nanos / 1e9;
        if (s < 1e-3) {
            return String.format(Locale.ROOT, "%.1f us", s * 1e6);
        }
        if (s < 1) {
            return String.format(Locale.ROOT, "%.1f ms", s * 1e3);
        }
        return String.format(Locale.ROOT, s < 100 ? "%.3f s" : "%.1f s", s);
    }

    private static void text(StringBuilder s, int x, int y, String style, String anchor, String text) {
        if (text.isEmpty()) {
            return;
        }
        s.append("<text x=\"").append(x).append("\" y=\"").append(y).append('"');
        if (!style.isEmpty()) {
            s.append(" class=\"").append(style).append('"');
        }
        if (!anchor.isEmpty()) {
            s.append(" text-anchor=\"").append(anchor).append('"');
        }
        s.append('>').append(Escape.xml(text.replace('\n', ' '))).append("</text>\n");
    }

    private static List<String> wrap(String text) {
        List<String> lines = new java.util.ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > WRAP && line.length() > 0) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
