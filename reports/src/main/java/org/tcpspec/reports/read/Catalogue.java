package org.tcpspec.reports.read;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
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
    private static final String RESOURCE = "tcpspec/catalogue/requirements.csv";
    private static final List<String> COLUMNS = List.of("id", "level", "if", "rfc", "section", "summary");
    private static final Set<String> LEVELS = Set.of("MUST", "MUST NOT", "SHOULD", "SHOULD NOT", "MAY");

    /** The bundled catalogue. */
    public static Catalogue bundled() {
        URL url = Catalogue.class.getClassLoader().getResource(RESOURCE);
        if (url == null) {
            throw new BrokenInputException("The requirement catalogue " + RESOURCE
                    + " is missing from the class path; build the kit again with mvn clean package.");
        }
        return read(url);
    }

    /** Reads a catalogue; its first line names the columns. */
    public static Catalogue read(URL url) {
        String where = Yaml.nameOf(url);
        Map<String, Requirement> found = new LinkedHashMap<>();
        try (InputStream in = url.openStream();
                MappingIterator<Map<String, String>> rows = new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(in)) {
            while (rows.hasNext()) {
                int line = rows.getCurrentLocation().getLineNr();
                add(found, rows.next(), where + ":" + line);
            }
        } catch (IOException e) {
            throw new BrokenInputException(where + " cannot be read as a catalogue: " + e.getMessage() + ".", e);
        }
        return new Catalogue(found);
    }

    private static void add(Map<String, Requirement> found, Map<String, String> row, String where) {
        for (String column : COLUMNS) {
            if (row.get(column) == null) {
                throw new BrokenInputException(where + ": a row of the catalogue lacks the column '" + column + "'.");
            }
        }
        String id = row.get("id");
        if (!LEVELS.contains(row.get("level"))) {
            throw new BrokenInputException(where + ": " + id + " has the level '" + row.get("level")
                    + "'; the levels are MUST, MUST NOT, SHOULD, SHOULD NOT, MAY.");
        }
        Requirement requirement = new Requirement(
                id, row.get("level"), row.get("if"), row.get("rfc"), row.get("section"), row.get("summary"));
        if (found.put(id, requirement) != null) {
            throw new BrokenInputException(where + ": the requirement " + id + " stands twice in the catalogue.");
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
