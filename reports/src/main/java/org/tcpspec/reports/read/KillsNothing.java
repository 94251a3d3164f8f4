package org.tcpspec.reports.read;

import java.util.LinkedHashMap;
import java.util.Map;

/** Scenarios that no seeded fault fails, and why they stay all the same. */
public final class KillsNothing {
    private KillsNothing() {}

    /** The reasons that ship with the features, by the scenario's id. */
    public static Map<String, String> bundled() {
        Map<String, String> reasons = new LinkedHashMap<>();
        Csv.read(Csv.bundled("kills-nothing.csv")).forEach(row -> reasons.put(row.get("scenario"), row.get("reason")));
        return reasons;
    }
}
