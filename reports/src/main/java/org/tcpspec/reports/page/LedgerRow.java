package org.tcpspec.reports.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Outcome;
import org.tcpspec.reports.ledger.Ledger;

/**
 * A requirement as the pages list it.
 *
 * @param key the key of the worst outcome, or {@code open} if nothing was played
 * @param said what became of it, in words
 * @param reason why no scenario tests it; empty if one does
 * @param plays its scenarios, the bad ones first, not all of them if they are many
 * @param more how many others there are
 */
public record LedgerRow(
        String id,
        String level,
        String clause,
        String demand,
        String key,
        String said,
        String reason,
        List<Play> plays,
        int more) {
    /** So many passes of one requirement are listed on the page at most. */
    private static final int MOST = 8;

    /** Every entry of {@code ledger}, its scenarios as {@code plays} has them. */
    public static List<LedgerRow> of(Ledger ledger, Map<String, Play> plays) {
        return ledger.entries().stream().map(e -> of(e, plays)).toList();
    }

    private static LedgerRow of(Ledger.Entry entry, Map<String, Play> plays) {
        List<Play> all = entry.scenarios().stream()
                .sorted(Comparator.comparing(LedgerRow::isGood))
                .map(j -> plays.get(j.id()))
                .toList();
        long bad = entry.scenarios().stream().filter(j -> !isGood(j)).count();
        int shown = (int) Math.min(all.size(), bad + MOST);
        return new LedgerRow(
                entry.requirement().id(),
                entry.requirement().level(),
                entry.requirement().clause(),
                entry.requirement().summary(),
                entry.worst().map(Outcome::key).orElse(entry.isTested() ? "open" : "out"),
                entry.isTested() || !entry.scenarios().isEmpty() ? entry.tally() : entry.disposition(),
                entry.reason(),
                all.subList(0, shown),
                all.size() - shown);
    }

    private static boolean isGood(Judged judged) {
        return judged.outcome() == Outcome.PASS || judged.outcome() == Outcome.NOT_APPLICABLE;
    }
}
