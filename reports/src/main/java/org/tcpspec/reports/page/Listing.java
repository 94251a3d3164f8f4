package org.tcpspec.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.spi.iut.Deviation;

/**
 * Listed deviations that have one explanation.
 *
 * @param occurred how many of them were seen in this run
 */
public record Listing(String explanation, long occurred, List<Item> items) {

    /**
     * One of them.
     *
     * @param reason what the verdict's reason must contain
     * @param standing what became of it in this run
     * @param play empty, or the scenario as it was played
     */
    public record Item(String scenario, String reason, String standing, List<Play> play) {}

    /** All deviations of a run's list, those of one explanation together, the most frequent first. */
    static List<Listing> of(Judgement run, Map<String, Play> plays) {
        Map<Deviation, Judged> occurred = new LinkedHashMap<>();
        run.scenarios().forEach(j -> j.deviation().ifPresent(d -> occurred.put(d, j)));
        List<Deviation> stopped = run.stopped();
        Map<String, List<Item>> by = new LinkedHashMap<>();
        for (Deviation d : run.recorded().run().statement().deviations()) {
            boolean orphan = run.recorded().run().orphans().contains(d.scenario());
            String standing = occurred.containsKey(d)
                    ? "occurred"
                    : orphan ? "no such scenario" : stopped.contains(d) ? "stopped" : "not judged";
            Play play = occurred.containsKey(d) ? plays.get(occurred.get(d).id()) : plays.get(d.scenario());
            by.computeIfAbsent(d.explanation(), k -> new ArrayList<>())
                    .add(new Item(d.scenario(), d.reason(), standing, play == null ? List.of() : List.of(play)));
        }
        return by.entrySet().stream()
                .map(e -> new Listing(
                        e.getKey(),
                        e.getValue().stream()
                                .filter(i -> i.standing().equals("occurred"))
                                .count(),
                        e.getValue()))
                .sorted(Comparator.comparingLong(Listing::occurred).reversed())
                .toList();
    }
}
