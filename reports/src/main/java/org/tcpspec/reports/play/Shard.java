package org.tcpspec.reports.play;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.steps.run.PlannedScenario;

/**
 * One part of a run that several machines share.
 *
 * @param number from 1
 * @param of how many parts there are
 */
public record Shard(int number, int of) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /**
     * Reads {@code 3/8}.
     *
     * @throws BrokenInputException if it is no part of a whole
     */
    public static Shard read(String text) {
        Matcher m = FORM.matcher(text);
        if (m.matches()) {
            Shard shard = new Shard(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
            if (shard.number >= 1 && shard.number <= shard.of) {
                return shard;
            }
        }
        throw new BrokenInputException(
                "--shard is a part of the whole such as 3/8, from 1/8 to 8/8, not '" + text + "'.");
    }

    /**
     * Its scenarios of {@code all}: the longest are given out first, each to the shard that has the least to do, so that
     * all shards take about as long. The same scenarios with the same durations are split alike everywhere.
     *
     * @param duration of a scenario, in any unit
     */
    public List<PlannedScenario> of(List<PlannedScenario> all, ToLongFunction<PlannedScenario> duration) {
        List<PlannedScenario> longest = new ArrayList<>(all);
        longest.sort(Comparator.comparingLong(duration).reversed().thenComparing(PlannedScenario::id));
        long[] load = new long[of];
        Set<String> mine = new HashSet<>();
        for (PlannedScenario scenario : longest) {
            int least = 0;
            for (int i = 1; i < of; i++) {
                least = load[i] < load[least] ? i : least;
            }
            load[least] += duration.applyAsLong(scenario);
            if (least == number - 1) {
                mine.add(scenario.id());
            }
        }
        if (mine.isEmpty()) {
            throw new BrokenInputException("--shard " + this + " has nothing to play: there are only " + all.size()
                    + " scenarios (" + Arrays.stream(load).filter(l -> l > 0).count() + " shards).");
        }
        return all.stream().filter(s -> mine.contains(s.id())).toList();
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
