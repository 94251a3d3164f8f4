package org.tcpspec.reports.play;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.steps.run.Reasons;

/** Whether several runs of the same scenarios came to the same verdicts. */
public final class Comparison {
    private Comparison() {}

    /** One sentence for each scenario whose verdicts differ. */
    public static List<String> differences(List<Judgement> runs) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        Map<String, Judged> first = new LinkedHashMap<>();
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            for (Judged judged : runs.get(i).scenarios()) {
                Judged before = first.putIfAbsent(judged.id(), judged);
                if (before != null && !same(before, judged) && !differing.contains(judged.id())) {
                    differing.add(judged.id());
                }
                said.computeIfAbsent(judged.id(), id -> new ArrayList<>()).add("run " + (i + 1) + " " + words(judged));
            }
        }
        said.forEach((id, verdicts) -> {
            if (verdicts.size() != runs.size() && !differing.contains(id)) {
                differing.add(id);
            }
        });
        return differing.stream()
                .map(id -> id + ": " + String.join("; ", said.get(id)))
                .toList();
    }

    private static boolean same(Judged one, Judged other) {
        return one.verdict().grade() == other.verdict().grade()
                && Reasons.same(one.verdict().reason(), other.verdict().reason());
    }

    private static String words(Judged judged) {
        String reason = judged.verdict().reason();
        return judged.verdict().grade() + (reason.isEmpty() ? "" : " (" + reason + ")");
    }
}
