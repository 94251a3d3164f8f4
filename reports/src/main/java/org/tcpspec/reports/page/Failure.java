package org.tcpspec.reports.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tcpspec.reports.journal.RunInfo;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.read.Interpretations;
import org.tcpspec.reports.story.Story;
import org.tcpspec.reports.write.LadderText;
import org.tcpspec.reports.write.Replay;
import org.tcpspec.steps.observe.LadderRow;
import org.tcpspec.steps.run.Requirement;

/**
 * A scenario that did not pass, with all that a reader wants to know at once.
 *
 * @param where file and line
 * @param demand the requirement in words; empty if the catalogue lacks it
 * @param readings the interpretations on which it rests, in words
 * @param story what came to pass and what may have caused it, in sentences; empty if it did not fail
 * @param again how to play it again
 */
public record Failure(
        Play play,
        String level,
        String where,
        String requirement,
        String clause,
        String demand,
        String reason,
        List<String> readings,
        List<Line> ladder,
        int times,
        String story,
        String again) {

    /** One line of a ladder. */
    public record Line(String text, boolean deciding) {}

    static Failure of(Judged judged, Play play, RunInfo run, Map<String, Requirement> requirements, Story stories) {
        Requirement requirement = requirements.get(judged.requirement());
        Interpretations interpretations = Interpretations.bundled();
        return new Failure(
                play,
                judged.level().toString(),
                judged.scenario().file() + ":" + judged.scenario().line(),
                judged.requirement(),
                judged.clause(),
                requirement == null ? "" : requirement.summary(),
                judged.verdict().reason(),
                Arrays.stream(judged.shown().interpretation().split(", "))
                        .filter(reading -> !reading.isEmpty())
                        .map(interpretations::inWords)
                        .toList(),
                lines(judged.shown().ladder()),
                judged.plays().size(),
                stories.of(judged).stream()
                        .filter(sentence -> !sentence.equals(judged.verdict().reason()))
                        .collect(Collectors.joining(" ")),
                Replay.of(run, judged));
    }

    /** The ladder as text has a heading, then a line for each row. */
    private static List<Line> lines(List<LadderRow> rows) {
        List<String> text = LadderText.rows(rows).lines().toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            lines.add(new Line(text.get(i), i > 0 && rows.get(i - 1).deciding()));
        }
        return lines;
    }
}
