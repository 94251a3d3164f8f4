package org.tcpspec.reports.read;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tables of the catalogue: the first line names the columns. */
final class Csv {
    private static final String FOLDER = "tcpspec/catalogue/";

    private Csv() {}

    /**
     * One row.
     *
     * @param where file and line, for messages
     */
    record Row(Map<String, String> cells, String where) {

        /**
         * The cell in {@code column}.
         *
         * @throws BrokenInputException if the row has none
         */
        String get(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new BrokenInputException(where + ": a row of the catalogue lacks the column '" + column + "'.");
            }
            return cell;
        }
    }

    /** A table that ships with the features. */
    static URL bundled(String name) {
        URL url = Csv.class.getClassLoader().getResource(FOLDER + name);
        if (url == null) {
            throw new BrokenInputException(
                    FOLDER + name + " is missing from the class path; build the kit again with mvn clean package.");
        }
        return url;
    }

    /** Reads a table. */
    static List<Row> read(URL url) {
        String where = Yaml.nameOf(url);
        List<Row> found = new ArrayList<>();
        try (InputStream in = url.openStream();
                MappingIterator<Map<String, String>> rows = new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(in)) {
            while (rows.hasNext()) {
                int line = rows.getCurrentLocation().getLineNr();
                found.add(new Row(rows.next(), where + ":" + line));
            }
        } catch (IOException e) {
            throw new BrokenInputException(where + " cannot be read as a catalogue: " + e.getMessage() + ".", e);
        }
        return found;
    }
}
