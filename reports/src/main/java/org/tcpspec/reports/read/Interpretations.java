package org.tcpspec.reports.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The named readings of what the RFCs leave open or contradict themselves in. Each has two: the default, and another.
 *
 * @param all by name, in the order of the catalogue
 */
public record Interpretations(Map<String, Interpretation> all) {
    private static final String DEFAULT = "default";
    private static final String OTHER = "other";

    /**
     * One of them.
     *
     * @param section of RFC 9293, where the hole is
     * @param reading the default, in words
     * @param other the other reading, in words
     * @param why the default is the default
     */
    public record Interpretation(String name, String section, String reading, String other, String why) {}

    /** Those that ship with the features. */
    public static Interpretations bundled() {
        Map<String, Interpretation> all = new LinkedHashMap<>();
        for (Csv.Row row : Csv.read(Csv.bundled("interpretations.csv"))) {
            Interpretation i = new Interpretation(
                    row.get("name"), row.get("section"), row.get("reading"), row.get("other"), row.get("why"));
            if (all.put(i.name(), i) != null) {
                throw new BrokenInputException(row.where() + ": " + i.name() + " stands twice.");
            }
        }
        return new Interpretations(all);
    }

    /**
     * The names of which {@code options} choose the other reading.
     *
     * @param options each {@code NAME}, {@code NAME=other} or {@code NAME=default}
     * @throws BrokenInputException for a name or a reading that there is not
     */
    public Set<String> others(Collection<String> options) {
        Set<String> others = new LinkedHashSet<>();
        List<String> settled = new ArrayList<>();
        for (String option : options) {
            String[] parts = option.split("=", 2);
            String reading = parts.length == 1 ? OTHER : parts[1];
            if (!all.containsKey(parts[0])) {
                throw new BrokenInputException("--interpretation " + option + ": there is no interpretation '"
                        + parts[0] + "'; there are " + String.join(", ", all.keySet()) + ".");
            }
            if (!List.of(DEFAULT, OTHER).contains(reading)) {
                throw new BrokenInputException("--interpretation " + option + ": the readings of '" + parts[0]
                        + "' are default (" + all.get(parts[0]).reading() + ") and other ("
                        + all.get(parts[0]).other() + ").");
            }
            if (settled.contains(parts[0])) {
                throw new BrokenInputException("--interpretation " + parts[0] + " is given twice.");
            }
            settled.add(parts[0]);
            if (reading.equals(OTHER)) {
                others.add(parts[0]);
            }
        }
        return others;
    }

    /** A reading as a result quotes it, {@code name=other}, in words. */
    public String inWords(String quoted) {
        String[] parts = quoted.split("=", 2);
        Interpretation i = all.get(parts[0]);
        if (i == null) {
            return quoted;
        }
        return parts[0] + ": " + (quoted.endsWith("=" + OTHER) ? i.other() : i.reading());
    }
}
