package org.tcpspec.reports.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.judge.Outcome;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.steps.run.Reasons;

/** Waivers made of the failures of a run: the reason text that each expects is that of the verdict. */
public final class Waivers {
    private Waivers() {}

    /**
     * What all waivers of one call say.
     *
     * @param because why it is accepted for the time being
     */
    public record Terms(String owner, LocalDate expires, String because) {}

    /** Of every fail that nothing covers. */
    public static List<Deviation> ofAll(Judgement judgement, Terms terms) {
        return judgement.with(Outcome.FAIL).stream()
                .map(j -> waiver(j.id(), "", j, terms))
                .toList();
    }

    /**
     * Of the scenario of that id.
     *
     * @throws BrokenInputException if it has not failed, or a deviation covers it already
     */
    public static Deviation ofScenario(String id, Judgement judgement, Terms terms) {
        Optional<Judged> found =
                judgement.scenarios().stream().filter(j -> j.id().equals(id)).findFirst();
        Judged judged = found.orElseThrow(() -> new BrokenInputException("The run has no scenario '" + id + "'."));
        if (judged.outcome() != Outcome.FAIL) {
            throw new BrokenInputException("The scenario '" + id + "' has not failed, but ended with "
                    + judged.outcome() + ": there is nothing to waive.");
        }
        return waiver(id, "", judged, terms);
    }

    /**
     * Of the requirement of that id: one for each reason for which it failed.
     *
     * @throws BrokenInputException if no fail names it
     */
    public static List<Deviation> ofRequirement(String id, Judgement judgement, Terms terms) {
        List<Deviation> waivers = new ArrayList<>();
        for (Judged judged : judgement.with(Outcome.FAIL)) {
            boolean known = waivers.stream()
                    .anyMatch(w -> Reasons.same(w.reason(), judged.verdict().reason()));
            if (judged.requirement().equals(id) && !known) {
                waivers.add(waiver("", id, judged, terms));
            }
        }
        if (waivers.isEmpty()) {
            throw new BrokenInputException("No failure of the run names the requirement '" + id + "'.");
        }
        return waivers;
    }

    private static Deviation waiver(String scenario, String requirement, Judged judged, Terms terms) {
        return new Deviation(
                scenario,
                requirement,
                judged.verdict().reason(),
                terms.because(),
                Optional.empty(),
                false,
                terms.owner(),
                Optional.of(terms.expires()));
    }

    /** {@code waivers} as items of a list in YAML. */
    public static String yaml(Collection<Deviation> waivers) {
        StringBuilder s = new StringBuilder();
        for (Deviation w : waivers) {
            s.append(w.scenario().isEmpty() ? "  - requirement: " : "  - scenario: ")
                    .append(quoted(w.subject()));
            s.append("\n    reason: ").append(quoted(w.reason()));
            s.append("\n    explanation: ").append(quoted(w.explanation()));
            s.append("\n    owner: ").append(quoted(w.owner()));
            s.append("\n    expires: ").append(w.expires().orElseThrow()).append('\n');
        }
        return s.toString();
    }

    /** A double-quoted text of YAML, whatever it holds. */
    private static String quoted(String text) {
        StringBuilder s = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                s.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7f) {
                s.append(String.format("\\u%04x", (int) c));
            } else {
                s.append(c);
            }
        }
        return s.append('"').toString();
    }
}
