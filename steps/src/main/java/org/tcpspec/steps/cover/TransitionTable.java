package org.tcpspec.steps.cover;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.wire.State;

/** The transition table of RFC 9293 section 3.10: every state with every event. */
public final class TransitionTable {

    /** Where the features keep it on the class path. */
    public static final String RESOURCE = "tcpspec/catalogue/transitions.csv";

    private static final class Bundled {
        private static final TransitionTable TABLE = load();
    }

    private final List<Row> rows;
    private final Map<String, List<Row>> coinciding = new HashMap<>();
    private final Map<State, Map<EventKind, List<Row>>> cells = new EnumMap<>(State.class);

    private TransitionTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
        rows.forEach(r -> cells.computeIfAbsent(r.state(), s -> new EnumMap<>(EventKind.class))
                .computeIfAbsent(r.event(), e -> new ArrayList<>())
                .add(r));
        rows.forEach(r -> coinciding
                .computeIfAbsent(r.coincides(), id -> new ArrayList<>())
                .add(r));
    }

    /**
     * The table that ships with the features.
     *
     * @throws IllegalStateException if it is not on the class path
     */
    public static TransitionTable bundled() {
        return Bundled.TABLE;
    }

    private static TransitionTable load() {
        try (InputStream in = TransitionTable.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The transition table " + RESOURCE + " is not on the class path.");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a table; its first line names the columns.
     *
     * @throws IllegalArgumentException if a row names an unknown state or event, or a column is missing
     */
    public static TransitionTable parse(String csv) {
        List<List<String>> lines = Csv.parse(csv);
        List<String> header = lines.get(0);
        List<Row> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            if (line.size() != header.size()) {
                throw new IllegalArgumentException("A row of the transition table has " + line.size()
                        + " columns instead of " + header.size() + ": " + line);
            }
            Map<String, String> fields = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                fields.put(header.get(i), line.get(i));
            }
            rows.add(row(fields));
        }
        return new TransitionTable(rows);
    }

    private static Row row(Map<String, String> f) {
        return new Row(
                field(f, "id"),
                state(field(f, "state")),
                EventKind.named(field(f, "event"))
                        .orElseThrow(() -> new IllegalArgumentException("no such event: " + f)),
                field(f, "guard"),
                field(f, "emits"),
                field(f, "notifies"),
                state(field(f, "next_state")),
                field(f, "section"),
                field(f, "variant"),
                field(f, "note"),
                field(f, "coincides"));
    }

    private static String field(Map<String, String> fields, String column) {
        if (!fields.containsKey(column)) {
            throw new IllegalArgumentException("The transition table has no column " + column + ".");
        }
        return fields.get(column);
    }

    private static State state(String name) {
        return State.named(name).orElseThrow(() -> new IllegalArgumentException("no such state: " + name));
    }

    public List<Row> rows() {
        return rows;
    }

    /** The row of that id. */
    public Optional<Row> row(String id) {
        return rows.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** The rows that coincide with the one of that id. */
    public List<Row> coinciding(String id) {
        return coinciding.getOrDefault(id, List.of());
    }

    /** The rows of one cell, in the order of the table. */
    public List<Row> cell(State state, EventKind event) {
        return cells.getOrDefault(state, Map.of()).getOrDefault(event, List.of());
    }
}
