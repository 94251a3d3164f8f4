package org.tcpspec.reports.judge;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.TcpOption;
import org.tcpspec.steps.run.PlannedScenario;

/**
 * What an IUT was seen to choose where its ICS is silent. The scenarios that presuppose such an option and those for
 * stacks without it are all played; either documented behaviour passes, and the scenarios of the side that was not
 * seen are not judged. Where neither side can be told from the other, or both are broken, everything stays judged.
 *
 * @param seen by option, in alphabetical order
 */
record Choices(Map<String, Seen> seen) {

    /** What was seen of an option. */
    enum Seen {
        WITH("with"),
        WITHOUT("without"),
        /** Both sides failed in part, or neither did: nothing is taken back. */
        UNDECIDED("cannot be told");

        private final String words;

        Seen(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Options that show in the SYN of whoever implements them. */
    private static final Map<String, Class<? extends TcpOption>> IN_THE_SYN =
            Map.of("timestamps", TcpOption.Timestamps.class, "window-scale", TcpOption.WindowScale.class);

    /** What {@code judged} shows of the options on which {@code statement} is silent. */
    static Choices of(List<Judged> judged, Statement statement) {
        Set<String> open = judged.stream()
                .flatMap(j -> options(j.scenario()).stream())
                .filter(option -> statement.support(option) == Support.SILENT)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Seen> seen = new TreeMap<>();
        // A scenario that rests on several silent options says something of one once the others are known.
        for (int before = -1; before != seen.size(); ) {
            before = seen.size();
            for (String option : open) {
                if (!seen.containsKey(option)) {
                    decide(option, relevant(judged, option, open, seen, true)).ifPresent(s -> seen.put(option, s));
                }
            }
        }
        for (String option : open) {
            if (!seen.containsKey(option)) {
                seen.put(
                        option,
                        decide(option, relevant(judged, option, open, seen, false))
                                .orElse(Seen.UNDECIDED));
            }
        }
        return new Choices(seen);
    }

    /** All options that a scenario rests on, having them or not having them. */
    private static Set<String> options(PlannedScenario scenario) {
        Set<String> options = new LinkedHashSet<>(scenario.options());
        options.addAll(scenario.withoutOptions());
        return options;
    }

    private static List<Judged> relevant(
            List<Judged> judged, String option, Set<String> open, Map<String, Seen> seen, boolean alone) {
        Predicate<String> unknown = o -> open.contains(o) && !seen.containsKey(o) && !o.equals(option);
        return judged.stream()
                .filter(j -> options(j.scenario()).contains(option))
                .filter(j -> reason(j.scenario(), seen).isEmpty())
                .filter(j -> !alone || options(j.scenario()).stream().noneMatch(unknown))
                .toList();
    }

    private static Optional<Seen> decide(String option, List<Judged> relevant) {
        if (IN_THE_SYN.containsKey(option)) {
            boolean sent = relevant.stream().anyMatch(j -> sends(j, IN_THE_SYN.get(option)));
            return relevant.isEmpty() ? Optional.empty() : Optional.of(sent ? Seen.WITH : Seen.WITHOUT);
        }
        Predicate<Judged> with = j -> j.scenario().options().contains(option);
        boolean withPassed = relevant.stream().filter(with).anyMatch(Choices::passed);
        boolean withFailed = relevant.stream().filter(with).anyMatch(Choices::failed);
        boolean withoutPassed = relevant.stream().filter(with.negate()).anyMatch(Choices::passed);
        boolean withoutFailed = relevant.stream().filter(with.negate()).anyMatch(Choices::failed);
        if (withPassed && !withoutPassed || withPassed && !withFailed && withoutFailed) {
            return Optional.of(Seen.WITH);
        }
        if (withoutPassed && !withPassed || withoutPassed && !withoutFailed && withFailed) {
            return Optional.of(Seen.WITHOUT);
        }
        // Nothing of it works, and no scenario tells what a stack without it does.
        boolean twins = relevant.stream().anyMatch(with.negate());
        return withFailed && !withPassed && !twins ? Optional.of(Seen.WITHOUT) : Optional.empty();
    }

    private static boolean sends(Judged judged, Class<? extends TcpOption> option) {
        return judged.plays().stream()
                .flatMap(play -> play.record().stream())
                .filter(Observed.Frame.class::isInstance)
                .map(Observed.Frame.class::cast)
                .filter(frame -> frame.direction() == Observed.Direction.FROM_IUT)
                .flatMap(frame -> frame.packet().segment().stream())
                .filter(segment -> segment.has(Flag.SYN))
                .anyMatch((Segment syn) -> syn.option(option).isPresent());
    }

    private static boolean passed(Judged judged) {
        return judged.verdict().grade() == Grade.PASS;
    }

    private static boolean failed(Judged judged) {
        return excusable(judged.scenario(), judged.verdict());
    }

    /** A fail of what the scenario is about; one of the background checker, or a dead IUT, is no choice. */
    private static boolean excusable(PlannedScenario scenario, Verdict verdict) {
        return verdict.grade() == Grade.FAIL
                && !verdict.tellsOfDeath()
                && (verdict.requirement().isEmpty() && verdict.clause().equals(scenario.clause())
                        || scenario.requirements().contains(verdict.requirement()));
    }

    /** Why {@code judged} is not judged after all; empty if it is. */
    Optional<String> reasonAgainst(Judged judged) {
        Grade grade = judged.verdict().grade();
        boolean stands = grade == Grade.ERROR || grade == Grade.FAIL && !failed(judged);
        return stands ? Optional.empty() : reason(judged.scenario(), seen);
    }

    private static Optional<String> reason(PlannedScenario scenario, Map<String, Seen> seen) {
        return sentence(scenario.options(), seen, Seen.WITHOUT)
                .or(() -> sentence(scenario.withoutOptions(), seen, Seen.WITH));
    }

    private static Optional<String> sentence(Collection<String> options, Map<String, Seen> seen, Seen other) {
        return options.stream()
                .filter(option -> seen.get(option) == other)
                .sorted()
                .map(option -> "The ICS is silent on " + option + ", and the IUT was seen to be " + other + " it.")
                .findFirst();
    }

    /** What was seen of the options that {@code scenario} rests on. */
    Map<String, String> of(PlannedScenario scenario) {
        Map<String, String> own = new LinkedHashMap<>();
        options(scenario).stream()
                .filter(seen::containsKey)
                .sorted()
                .forEach(o -> own.put(o, seen.get(o).toString()));
        return own;
    }
}
