package org.tcpspec.reports.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tcpspec.steps.words.Needs;
import org.tcpspec.steps.words.plan.Phrasebook;
import org.tcpspec.steps.words.plan.Usage;

/** A phrase for people: what its parameters may be, an example, and where it is used. */
public final class PhraseText {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]*)\\}");
    private static final int MOST_VALUES = 6;

    private PhraseText() {}

    /** All of {@code words} occur in the phrase, or all in one step that uses it; the case does not matter. */
    public static boolean has(Phrasebook.Entry entry, List<Usage.Use> uses, List<String> words) {
        return Stream.concat(Stream.of(entry.phrase()), uses.stream().map(Usage.Use::step))
                .map(text -> text.toLowerCase(Locale.ROOT))
                .anyMatch(text -> words.stream()
                        .flatMap(w -> Arrays.stream(w.split("\\s+")))
                        .allMatch(w -> text.contains(w.toLowerCase(Locale.ROOT))));
    }

    /** The phrase, and below it what there is to know of it. */
    public static List<String> lines(Phrasebook.Entry entry, List<Usage.Use> uses) {
        List<String> lines = new ArrayList<>();
        lines.add(entry.keyword() + " " + entry.phrase());
        uses.stream()
                .map(Usage.Use::step)
                .filter(step -> !step.equals(entry.phrase()))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .ifPresent(step -> lines.add("      such as  " + step));
        parameters(entry, uses).forEach(line -> lines.add("      " + line));
        needs(entry).forEach(line -> lines.add("      needs    " + line));
        lines.add("      " + used(uses));
        return lines;
    }

    private static List<String> parameters(Phrasebook.Entry entry, List<Usage.Use> uses) {
        List<String> names = new ArrayList<>();
        Matcher found = PARAMETER.matcher(entry.phrase());
        while (found.find()) {
            names.add(found.group());
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int nth = i;
            List<String> values = uses.stream()
                    .filter(use -> use.arguments().size() > nth)
                    .map(use -> use.arguments().get(nth))
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList();
            if (!values.isEmpty()) {
                lines.add(names.get(i) + "  " + some(values));
            }
        }
        return lines;
    }

    private static String some(List<String> values) {
        String first = values.stream()
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .limit(MOST_VALUES)
                .collect(Collectors.joining(" | "));
        return values.size() > MOST_VALUES ? first + " | ... (" + values.size() + " in use)" : first;
    }

    private static List<String> needs(Phrasebook.Entry entry) {
        return entry.needs().stream().flatMap(PhraseText::needs).toList();
    }

    private static Stream<String> needs(Needs needs) {
        List<String> all = new ArrayList<>();
        Arrays.stream(needs.value()).map(Enum::name).forEach(all::add);
        if (needs.path()) {
            all.add("what leads to the state");
        }
        if (needs.setting()) {
            all.add("a setting, and so an instance of its own");
        }
        if (needs.rtos() > 0) {
            all.add("time for " + needs.rtos() + " RTO in real time");
        }
        return all.isEmpty() ? Stream.empty() : Stream.of(String.join(", ", all));
    }

    private static String used(List<Usage.Use> uses) {
        if (uses.isEmpty()) {
            return "not used";
        }
        Usage.Use first = uses.get(0);
        long files = uses.stream().map(Usage.Use::file).distinct().count();
        String where = files == 1 ? "" : ", in " + files + " files";
        return "used     " + (uses.size() == 1 ? "once" : uses.size() + " times") + where + ": " + first.file() + ":"
                + first.line();
    }
}
