package org.tcpspec.reports.read;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/** Which requirement a verdict may name when another one is violated. */
public record Implications(List<Row> rows) {
    public Implications {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param requirement what an implementation violates
     * @param impliedBy what a verdict may then name as well
     * @param reason why that does not mislead
     */
    public record Row(String requirement, String impliedBy, String reason) {}

    /** Those that ship with the features. */
    public static Implications bundled() {
        return read(Csv.bundled("implies.csv"));
    }

    static Implications read(URL url) {
        List<Row> rows = new ArrayList<>();
        Csv.read(url)
                .forEach(row -> rows.add(new Row(row.get("requirement"), row.get("impliedBy"), row.get("reason"))));
        return new Implications(rows);
    }

    /** True if a verdict that names {@code named} rightly tells of a breach of {@code violated}. */
    public boolean lead(String violated, String named) {
        return rows.stream()
                .anyMatch(r -> r.requirement().equals(violated) && r.impliedBy().equals(named));
    }
}
