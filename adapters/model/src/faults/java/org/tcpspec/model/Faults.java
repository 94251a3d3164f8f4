package org.tcpspec.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.iut.Fault;

/** The table of the mistakes: {@code faults.tsv}, with a heading, fields parted by one tab. */
final class Faults {

    private static final int COLUMNS = 6;
    private static final Map<String, Fault> ALL = read();

    private Faults() {}

    /** In the order of the table. */
    static List<Fault> all() {
        return List.copyOf(ALL.values());
    }

    /** @throws IllegalArgumentException if there is no such mistake in the table, or it says why it is not seeded */
    static void checkSeeded(String id) {
        if (!ALL.containsKey(id) || ALL.get(id).notSeeded().isPresent()) {
            throw new IllegalArgumentException("no mistake " + id + " is seeded, says faults.tsv");
        }
    }

    private static Map<String, Fault> read() {
        Map<String, Fault> faults = new LinkedHashMap<>();
        try (InputStream in = Faults.class.getResourceAsStream("faults.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(Faults::fault).forEach(fault -> {
                if (faults.put(fault.id(), fault) != null) {
                    throw new IllegalStateException("faults.tsv has two rows " + fault.id());
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults;
    }

    private static Fault fault(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != COLUMNS) {
            throw new IllegalStateException("faults.tsv: " + COLUMNS + " fields expected in: " + line);
        }
        return new Fault(fields[0], fields[1], fields[4], fields[5], present(fields[2]), present(fields[3]));
    }

    private static Optional<String> present(String field) {
        return Optional.of(field).filter(f -> !f.isEmpty());
    }
}
