package org.tcpspec.reports.read;

import java.util.List;
import java.util.stream.Stream;

/**
 * How the cases of another test specification map to the scenarios of this kit. Their ids and our own words only: no
 * claim of certification by it.
 *
 * @param name as {@code --crosswalk} takes it
 * @param cases in the order of that specification
 */
public record Crosswalk(String name, List<Case> cases) {
    private static final List<String> SHIPPED = List.of("tc8");

    public Crosswalk {
        cases = List.copyOf(cases);
    }

    /**
     * One of its cases.
     *
     * @param scenarios tags, or ids of scenarios, or their beginnings up to a slash
     * @param reason why there is none, or what to know besides; may be empty
     */
    public record Case(String id, String section, String purpose, List<String> scenarios, String reason) {
        public Case {
            scenarios = List.copyOf(scenarios);
        }

        /** Whether the scenario of that id with these tags is one of those that the case is mapped to. */
        public boolean names(String id, List<String> tags) {
            return scenarios.stream()
                    .anyMatch(name -> tags.contains(name) || id.equals(name) || id.startsWith(name + "/"));
        }
    }

    /**
     * The crosswalk of that name.
     *
     * @throws BrokenInputException if there is none
     */
    public static Crosswalk named(String name) {
        if (!SHIPPED.contains(name)) {
            throw new BrokenInputException(
                    "There is no crosswalk '" + name + "'; there is " + String.join(", ", SHIPPED) + ".");
        }
        return new Crosswalk(
                name,
                Csv.read(Csv.bundled(name + ".csv")).stream()
                        .map(row -> new Case(
                                row.get("id"),
                                row.get("section"),
                                row.get("purpose"),
                                Stream.of(row.get("scenarios").split("; "))
                                        .filter(s -> !s.isEmpty())
                                        .toList(),
                                row.get("reason")))
                        .toList());
    }
}
