package org.tcpspec.reports.read;

import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tcpspec.steps.run.Requirement;

/**
 * The requirement catalogue that ships with the features.
 *
 * @param requirements by id, in the catalogue's order
 */
public record Catalogue(Map<String, Requirement> requirements) {
    private static final Set<String> LEVELS = Set.of("MUST", "MUST NOT", "SHOULD", "SHOULD NOT", "MAY");

    /** The bundled catalogue. */
    public static Catalogue bundled() {
        return read(Csv.bundled("requirements.csv"));
    }

    /** Reads a catalogue; its first line names the columns. */
    public static Catalogue read(URL url) {
        Map<String, Requirement> found = new LinkedHashMap<>();
        Csv.read(url).forEach(row -> add(found, row));
        return new Catalogue(found);
    }

    private static void add(Map<String, Requirement> found, Csv.Row row) {
        String id = row.get("id");
        if (!LEVELS.contains(row.get("level"))) {
            throw new BrokenInputException(row.where() + ": " + id + " has the level '" + row.get("level")
                    + "'; the levels are MUST, MUST NOT, SHOULD, SHOULD NOT, MAY.");
        }
        Requirement requirement = new Requirement(
                id, row.get("level"), row.get("if"), row.get("rfc"), row.get("section"), row.get("summary"));
        if (found.put(id, requirement) != null) {
            throw new BrokenInputException(row.where() + ": the requirement " + id + " stands twice in the catalogue.");
        }
    }

    /** The names in the column {@code if}. */
    public Set<String> options() {
        return requirements.values().stream()
                .map(Requirement::option)
                .filter(option -> !option.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
