package org.tcpspec.reports.read;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.reports.read.Yaml.Mapping;
import org.tcpspec.reports.read.Yaml.Node;
import org.tcpspec.spi.wire.State;
import org.tcpspec.steps.cover.EventKind;
import org.tcpspec.steps.cover.Row;
import org.tcpspec.steps.cover.TransitionTable;

/** Reads which rows of the transition table an IUT's user cannot bring about, and why. */
final class UnreachableReader {
    private static final String CELL = " + ";

    private UnreachableReader() {}

    /** The reasons by the ids of rows; a cell stands for all of its rows. */
    static Map<String, String> read(Yaml yaml, Mapping root) {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (!root.entries().containsKey("unreachable")) {
            return reasons;
        }
        for (Node item : yaml.items(root.entries().get("unreachable"), "'unreachable'")) {
            Mapping one = yaml.mapping(item, "What cannot be reached");
            yaml.onlyKeys(one, "What cannot be reached", List.of("row", "reason"));
            for (String key : List.of("row", "reason")) {
                if (!one.entries().containsKey(key)) {
                    throw yaml.wrong(one, "What cannot be reached has no '" + key + "'; it needs row and reason.");
                }
            }
            String reason = yaml.text(one.entries().get("reason"), "The reason why a row cannot be reached");
            for (String name : yaml.oneOrMore(one.entries().get("row"), "A row")) {
                for (String id : rows(yaml, one, name)) {
                    if (reasons.put(id, reason) != null) {
                        throw yaml.wrong(one, "The row " + id + " is named twice.");
                    }
                }
            }
        }
        return reasons;
    }

    private static List<String> rows(Yaml yaml, Node at, String name) {
        TransitionTable table = TransitionTable.bundled();
        List<String> found = table.row(name).map(Row::id).map(List::of).orElseGet(() -> cell(table, name));
        if (found.isEmpty()) {
            throw yaml.wrong(
                    at,
                    "The transition table has no row or cell '" + name
                            + "'; write an id of transitions.csv, or a cell like 'LISTEN + SEND'.");
        }
        return found;
    }

    private static List<String> cell(TransitionTable table, String name) {
        String[] parts = name.split(java.util.regex.Pattern.quote(CELL), 2);
        Optional<State> state = Arrays.stream(State.values())
                .filter(s -> s.toString().equals(parts[0]))
                .findFirst();
        Optional<EventKind> event = parts.length == 2 ? EventKind.named(parts[1]) : Optional.empty();
        return state.isEmpty() || event.isEmpty()
                ? List.of()
                : table.cell(state.get(), event.get()).stream().map(Row::id).toList();
    }
}
