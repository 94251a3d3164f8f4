package org.tcpspec.reports.coverage;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.judge.Outcome;
import org.tcpspec.reports.read.Stimuli;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.steps.cover.Exercised;
import org.tcpspec.steps.cover.Row;
import org.tcpspec.steps.cover.TransitionTable;

/** Requirements that a played scenario claims by its tag though nothing of what they are about ever happened in it. */
public final class StimulusSection implements CoverageSection {
    private final List<String> without = new ArrayList<>();
    private int checked;
    private int unchecked;

    public StimulusSection(List<Judgement> runs, Stimuli stimuli) {
        Map<String, Row> rows = new TreeMap<>();
        TransitionTable.bundled().rows().forEach(r -> rows.put(r.id(), r));
        Set<String> claimed = new TreeSet<>();
        Set<String> exercised = new HashSet<>();
        for (Judgement run : runs) {
            for (Judged judged : run.scenarios()) {
                if (judged.outcome() != Outcome.NOT_APPLICABLE && judged.outcome() != Outcome.ERROR) {
                    claimed.addAll(judged.scenario().requirements());
                    judged.scenario().requirements().stream()
                            .filter(r ->
                                    happened(judged, stimuli.byRequirement().getOrDefault(r, List.of()), rows))
                            .forEach(exercised::add);
                }
            }
        }
        for (String requirement : claimed) {
            if (!stimuli.byRequirement().containsKey(requirement)) {
                unchecked++;
            } else {
                checked++;
                if (!exercised.contains(requirement)) {
                    without.add(requirement);
                }
            }
        }
    }

    private static boolean happened(Judged judged, List<Stimuli.Stimulus> stimuli, Map<String, Row> rows) {
        return judged.shown().exercised().stream()
                .map(Exercised::row)
                .map(rows::get)
                .anyMatch(row -> row != null && stimuli.stream().anyMatch(s -> s.fits(row)));
    }

    /** The ids of the requirements that were claimed and never exercised. */
    public List<String> without() {
        return List.copyOf(without);
    }

    @Override
    public String title() {
        return "Stimuli of requirements";
    }

    /** The finding in one sentence. */
    public String words() {
        String found = without.isEmpty()
                ? "Each of them was exercised by a scenario that claims it."
                : "Claimed and never exercised: " + String.join(", ", without) + ".";
        return checked + " requirements that were claimed have a stimulus in the transition table. " + found + " "
                + unchecked + " others have none there and are not checked.";
    }

    @Override
    public String html() {
        return "<p>" + Escape.xml(words()) + "</p>\n";
    }

    @Override
    public void json(JsonGenerator g) throws IOException {
        g.writeObjectFieldStart("stimuli");
        g.writeNumberField("checked", checked);
        g.writeNumberField("unchecked", unchecked);
        g.writeArrayFieldStart("claimedWithoutStimulus");
        for (String id : without) {
            g.writeString(id);
        }
        g.writeEndArray();
        g.writeEndObject();
    }

    @Override
    public void print(PrintStream out) {
        out.println(Escape.line(words()));
    }
}
