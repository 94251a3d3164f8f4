package org.tcpspec.reports.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tcpspec.reports.write.StandingText;

/** A gate for a terminal. */
public final class GateText {
    private GateText() {}

    /** @param standings also what became of the waivers, where nobody has told it already */
    public static List<String> lines(Gate gate, boolean standings) {
        List<String> lines = new ArrayList<>();
        String profile = gate.policy().profile().name();
        lines.add("Gate " + gate.policy().where() + (profile.isEmpty() ? "" : ", profile " + profile) + ": "
                + gate.judgement().scenarios().size() + " scenarios");
        for (Finding f : gate.findings()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-7s %-28s %-16s %s",
                    f.holds() ? "holds" : "BROKEN",
                    f.rule(),
                    f.limit(),
                    f.found()));
        }
        gate.regressions().ifPresent(r -> {
            lines.add("Against the baseline: " + r.words());
            r.fixed().forEach(j -> lines.add("  fixed: " + j.id()));
            r.lost()
                    .forEach(j -> lines.add("  no longer judged: " + j.id() + " (" + j.outcome() + ": "
                            + j.verdict().reason() + ")"));
        });
        if (standings) {
            lines.addAll(StandingText.lines(gate.standings()));
        }
        List<String> broken = gate.broken();
        broken.forEach(sentence -> lines.add("Broken: " + sentence));
        lines.add(broken.isEmpty() ? "Gate: holds" + unheeded(gate) : "Gate: BROKEN");
        return lines;
    }

    private static String unheeded(Gate gate) {
        String rules = gate.findings().stream()
                .filter(f -> !f.holds())
                .map(Finding::rule)
                .collect(Collectors.joining(", "));
        return rules.isEmpty() ? "" : ", since only regressions count (else broken by " + rules + ")";
    }
}
