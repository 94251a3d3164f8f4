package org.tcpspec.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tcpspec.steps.words.plan.Planner;

/** Every requirement of the catalogue has a disposition: scenarios that name it, or a row that says why there is none. */
class LedgerTest {

    private static final Path TESTS =
            Path.of("..", "adapters", "model", "src", "test", "java", "org", "tcpspec", "model");

    /** {@code SomeTest.method: what it shows}. */
    private static final Pattern UNIT_TEST = Pattern.compile("(\\w+Test)\\.(\\w+): \\S.*");

    private final List<String> ids = List.copyOf(Suite.requirements().keySet());
    private final List<Map<String, String>> rows = Suite.table("dispositions.csv");
    private final Set<String> tested = new Planner()
            .plan(Suite.bundled(), Statements.full(), Suite.requirements()).scenarios().stream()
                    .flatMap(s -> s.requirements().stream())
                    .collect(Collectors.toSet());

    private List<String> ids() {
        return rows.stream().map(row -> row.get("id")).toList();
    }

    @Test
    void everyRequirementHasADisposition() {
        List<String> written = ids();
        assertThat(ids)
                .filteredOn(id -> !tested.contains(id) && !written.contains(id))
                .isEmpty();
    }

    @Test
    void noRowExcusesWhatScenariosTest() {
        assertThat(ids()).filteredOn(tested::contains).isEmpty();
    }

    @Test
    void eachRowNamesARequirementOnceAndInTheOrderOfTheCatalogue() {
        List<String> written = ids();
        assertThat(ids).containsAll(written);
        assertThat(written).isEqualTo(ids.stream().filter(written::contains).toList());
    }

    @Test
    void eachRowSaysWhyOrNamesATestThatExists() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map<String, String> row : rows) {
            boolean right = switch (row.get("disposition")) {
                case "not-observable" -> row.get("reason").length() > 20;
                case "unit-test" -> testExists(row.get("reason"));
                default -> false;
            };
            if (!right) {
                wrong.add(row.toString());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean testExists(String reason) throws IOException {
        Matcher named = UNIT_TEST.matcher(reason);
        if (!named.matches()) {
            return false;
        }
        Path source = TESTS.resolve(named.group(1) + ".java");
        return Files.exists(source) && Files.readString(source).contains(" " + named.group(2) + "(");
    }
}
