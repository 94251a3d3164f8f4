package org.tcpspec.steps.cover;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which rows of the transition table neither the wire nor a call of the kit's user brings about, and why. Whole classes
 * of them by their guard or variant ({@link Guards#policy}), single rows by the catalogue's {@code unreachable.csv}.
 */
public final class Exclusions {

    private static final String RESOURCE = "tcpspec/catalogue/unreachable.csv";

    private static final class Bundled {
        private static final Map<String, String> REASONS = load();
    }

    private Exclusions() {}

    /** Why coverage leaves {@code row} out; empty if it is to be exercised. */
    public static Optional<String> reason(Row row) {
        return Guards.policy(row).or(() -> Optional.ofNullable(named().get(row.id())));
    }

    /** The reasons for single rows, by id. */
    public static Map<String, String> named() {
        return Bundled.REASONS;
    }

    private static Map<String, String> load() {
        try (InputStream in = Exclusions.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The list " + RESOURCE + " is not on the class path.");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> parse(String csv) {
        List<List<String>> lines = Csv.parse(csv);
        Map<String, String> reasons = new LinkedHashMap<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            if (line.size() != 2 || reasons.put(line.get(0), line.get(1)) != null) {
                throw new IllegalArgumentException("A row of " + RESOURCE + " is no id and reason, or twice: " + line);
            }
        }
        return Map.copyOf(reasons);
    }
}
