package org.tcpspec.steps.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tcpspec.spi.wire.State;

class TransitionTableTest {

    private static final List<Row> ROWS = TransitionTable.bundled().rows();

    @Test
    void everyCellHasRows() {
        for (State state : State.values()) {
            for (EventKind event : EventKind.values()) {
                assertThat(TransitionTable.bundled().cell(state, event))
                        .as("%s %s", state, event)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void idsAreUniqueAndTellTheCell() {
        assertThat(ROWS).extracting(Row::id).doesNotHaveDuplicates();
        assertThat(ROWS).allSatisfy(r -> assertThat(r.id()).startsWith("T-" + r.state() + "-" + r.event() + "-"));
    }

    @Test
    void everyGuardHasAMeaningAndEveryMeaningAGuard() {
        Set<String> used = ROWS.stream().map(Row::guard).collect(Collectors.toSet());
        assertThat(Guards.known()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void quotedFieldsMayHoldCommasAndQuotes() {
        assertThat(Csv.parse("a,\"b, \"\"c\"\"\",\nd,,e\n"))
                .containsExactly(List.of("a", "b, \"c\"", ""), List.of("d", "", "e"));
    }

    @Test
    void thereAreThirtyEvents() {
        assertThat(Arrays.stream(EventKind.values()).map(EventKind::toString)).hasSize(30);
    }
}
