package org.tcpspec.reports.ledger;

import java.util.List;
import java.util.Map;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.judge.Level;
import org.tcpspec.reports.ledger.Ledger.Entry;
import org.tcpspec.reports.read.Crosswalk;
import org.tcpspec.reports.read.Crosswalk.Case;

/** The ledger of requirements, and a crosswalk, for a terminal. Each text ends with a line feed. */
public final class LedgerText {
    private static final List<Level> LEVELS = List.of(Level.MUST, Level.SHOULD, Level.MAY);

    private LedgerText() {}

    /** How many requirements of each level have which disposition, and how the tested ones fared. */
    public static String summary(Ledger ledger) {
        StringBuilder s = new StringBuilder();
        s.append(String.format(
                "%-8s%8s%11s%16s%6s   %s%n", "", "tested", "unit test", "not observable", "open", "of the tested"));
        for (Level level : LEVELS) {
            Map<String, Integer> n = ledger.count(level);
            s.append(String.format(
                    "%-8s%8d%11d%16d%6d   %d pass, %d listed, %d fail, %d inconclusive, %d not applicable%n",
                    level,
                    n.get(Ledger.TESTED),
                    n.get("unit-test"),
                    n.get("not-observable"),
                    n.get(Ledger.OPEN),
                    ledger.worst(level, "pass"),
                    ledger.worst(level, "listed"),
                    ledger.worst(level, "fail"),
                    ledger.worst(level, "inconclusive"),
                    ledger.worst(level, "not applicable")));
        }
        return s.toString();
    }

    /** Every requirement, one a line. */
    public static String lines(Ledger ledger) {
        StringBuilder s = new StringBuilder();
        for (Entry entry : ledger.entries()) {
            String said = entry.disposition().equals(Ledger.TESTED)
                    ? Tally.words(entry.scenarios())
                    : entry.disposition() + (entry.reason().isEmpty() ? "" : ": " + entry.reason());
            s.append(String.format(
                    "%-34s %-10s %s%n",
                    entry.requirement().id(), entry.requirement().level(), said));
        }
        return s.toString();
    }

    /** Every case of {@code crosswalk}: its id, our words for it, and what the scenarios that it is mapped to came to. */
    public static String of(Crosswalk crosswalk, Judgement run) {
        StringBuilder s = new StringBuilder();
        int mapped = 0;
        for (Case c : crosswalk.cases()) {
            List<Judged> scenarios = scenarios(c, run);
            mapped += c.scenarios().isEmpty() ? 0 : 1;
            s.append(String.format(
                    "%-24s %-10s %s: %s%s%n",
                    c.id(),
                    c.section(),
                    c.purpose(),
                    c.scenarios().isEmpty() ? "no scenario" : Tally.words(scenarios),
                    c.reason().isEmpty() ? "" : " (" + c.reason() + ")"));
        }
        s.append(String.format(
                "%d of %d cases are mapped to scenarios. This is a map, not a certification.%n",
                mapped, crosswalk.cases().size()));
        return s.toString();
    }

    static List<Judged> scenarios(Case c, Judgement run) {
        return run.scenarios().stream()
                .filter(j -> c.names(j.id(), j.scenario().tags()))
                .toList();
    }
}
