package org.tcpspec.reports.read;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is said of the requirements that no scenario tests.
 *
 * @param all by the requirement's id, in the order of the catalogue
 */
public record Dispositions(Map<String, Disposition> all) {

    /**
     * Of one requirement.
     *
     * @param kind {@code not-observable} or {@code unit-test}
     * @param reason why, or the test and what it shows
     */
    public record Disposition(String kind, String reason) {}

    /** Those that ship with the features. */
    public static Dispositions bundled() {
        Map<String, Disposition> all = new LinkedHashMap<>();
        Csv.read(Csv.bundled("dispositions.csv"))
                .forEach(row -> all.put(row.get("id"), new Disposition(row.get("disposition"), row.get("reason"))));
        return new Dispositions(all);
    }
}
