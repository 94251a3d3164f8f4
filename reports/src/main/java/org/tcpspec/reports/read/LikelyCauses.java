package org.tcpspec.reports.read;

import java.util.Comparator;
import java.util.List;
import org.tcpspec.steps.run.Requirement;

/**
 * What experience says of the mistakes behind a failure: by the section that was broken, and by how.
 *
 * @param rows in the table's order
 */
public record LikelyCauses(List<Row> rows) {

    /** Any section. */
    public static final String ANY = "*";

    /**
     * One line of the table.
     *
     * @param section an RFC, or an RFC and a section of it that stands for those below it; or {@link #ANY}
     * @param mismatch as {@code Mismatch} spells it
     * @param cause one or two, in words that complete "likely cause:"
     */
    public record Row(String section, String mismatch, String cause) {

        boolean holds(Requirement requirement) {
            String place = requirement.rfc() + " " + requirement.section();
            return section.equals(ANY)
                    || place.equals(section)
                    || place.startsWith(section + ".")
                    || place.startsWith(section + " ");
        }
    }

    public LikelyCauses {
        rows = List.copyOf(rows);
    }

    /** The table that ships with the features. */
    public static LikelyCauses bundled() {
        return new LikelyCauses(Csv.read(Csv.bundled("likely-causes.csv")).stream()
                .map(row -> new Row(row.get("section"), row.get("mismatch"), row.get("cause")))
                .toList());
    }

    /** What the nearest row says; empty if none does. */
    public String of(Requirement requirement, String mismatch) {
        return rows.stream()
                .filter(row -> row.mismatch().equals(mismatch) && row.holds(requirement))
                .max(Comparator.comparingInt(row -> row.section().length()))
                .map(Row::cause)
                .orElse("");
    }
}
