package org.tcpspec.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tcpspec.steps.cover.EventKind;
import org.tcpspec.steps.cover.Exclusions;
import org.tcpspec.steps.cover.Options;
import org.tcpspec.steps.cover.Row;
import org.tcpspec.steps.cover.TransitionTable;

/** The Examples rows with ids of the transition table, and the table, say the same: there is one truth. */
class CellsTest {

    private static final Pattern CONTROL = Pattern.compile("<CTL=([A-Z,]+)");

    /** What a user is told of by a signal; {@code ok}, data and reports go by other steps. */
    private static final List<String> SIGNALS = List.of(
            "open completed", "connection closing", "connection reset", "connection refused", "urgent data", "aborted");

    private final TransitionTable table = TransitionTable.bundled();
    private final List<CellRow> rows = CellRow.of(Suite.bundled());

    @Test
    void eachIdIsARowOfTheTableAndStandsOnce() {
        assertThat(rows).extracting(CellRow::id).doesNotHaveDuplicates();
        assertThat(rows).filteredOn(r -> table.row(r.id()).isEmpty()).isEmpty();
    }

    @Test
    void eachReachableRowOfTheTableStandsInSomeExamples() {
        Set<String> written = rows.stream().map(CellRow::id).collect(Collectors.toSet());
        assertThat(table.rows())
                .filteredOn(r -> r.isApplicable()
                        && r.coincides().isEmpty()
                        && Exclusions.reason(r).isEmpty())
                .extracting(Row::id)
                .filteredOn(id -> !written.contains(id))
                .isEmpty();
    }

    @Test
    void noRowIsBothExcludedAndWritten() {
        Set<String> known = table.rows().stream().map(Row::id).collect(Collectors.toSet());
        assertThat(known).containsAll(Exclusions.named().keySet());
        assertThat(Exclusions.named().values())
                .allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(20));
        assertThat(disagreeing((cell, row) -> Exclusions.reason(row).isEmpty() && row.isApplicable()))
                .isEmpty();
    }

    @Test
    void theStateIsTheTables() {
        assertThat(disagreeing((cell, row) ->
                        cell.state().filter(row.state().toString()::equals).isPresent()))
                .isEmpty();
    }

    @Test
    void theNextStateIsTheTables() {
        assertThat(disagreeing((cell, row) -> cell.next()
                        .map(row.next().toString()::equals)
                        // Two readings, told apart by what comes of the next segment.
                        .orElse(cell.steps().stream()
                                        .filter(s -> s.startsWith("the peer sends"))
                                        .count()
                                > 1)))
                .isEmpty();
    }

    @Test
    void theAnswerIsWhatTheTableEmits() {
        assertThat(disagreeing(CellsTest::answers)).isEmpty();
    }

    private static boolean answers(CellRow cell, Row row) {
        String answer = cell.answer().orElse("nothing");
        Set<String> allowed = new HashSet<>();
        Arrays.stream(answer.split(" or ")).forEach(a -> allowed.add(a.split(" ")[0]));
        if (cell.mayStaySilent()) {
            allowed.add("nothing");
        }
        boolean forItsText = row.event() == EventKind.SEG_URG && cell.carriesText();
        if (row.emits().equals("none")) {
            return allowed.contains("nothing") || forItsText && allowed.contains("ACK") || !says(cell);
        }
        if (row.emits().startsWith("oldest data segment")) {
            return allowed.contains("text");
        }
        if (row.emits().equals("RST")) {
            return allowed.contains("RST") || allowed.contains("RST,ACK");
        }
        Matcher control = CONTROL.matcher(row.emits());
        boolean same = control.find() && allowed.contains(control.group(1).replaceAll(",$", ""));
        return same || row.emits().contains(" if ") && allowed.contains("nothing");
    }

    private static boolean says(CellRow cell) {
        return cell.answer().isPresent();
    }

    @Test
    void whatTheUserIsToldIsWhatTheTableNotifies() {
        assertThat(disagreeing(CellsTest::tells)).isEmpty();
    }

    private static boolean tells(CellRow cell, Row row) {
        String notifies = row.notifies();
        if (cell.isToldNothing()) {
            return SIGNALS.stream().noneMatch(notifies::contains);
        }
        // A row that says "none" is silent on a conflict that its note names; "error" names no words.
        boolean silent =
                Set.of("none", "ok", "error to the user", "success or an error").contains(notifies)
                        || notifies.startsWith("error (");
        return silent || cell.told().stream().allMatch(words -> words.stream().anyMatch(notifies::contains));
    }

    @Test
    void theCallIsTheEvent() {
        assertThat(disagreeing((cell, row) -> {
                    String call = cell.columns().get("call");
                    return call == null || row.event().toString().equals(event(call));
                }))
                .isEmpty();
    }

    private static String event(String call) {
        return switch (call) {
            case "active OPEN" -> "OPEN-active";
            case "passive OPEN" -> "OPEN-passive";
            default -> call;
        };
    }

    @Test
    void whatAnOptionSelectsIsPlayedUnderIt() {
        assertThat(disagreeing((cell, row) -> switch (row.variant()) {
                    case "rfc793-legacy" ->
                        cell.tags().contains("@without-" + Options.option(row).orElseThrow());
                    case "rfc5961", "rfc6191", "rfc1337" ->
                        cell.tags().stream().anyMatch(t -> t.toLowerCase().startsWith("@" + row.variant()));
                    default -> true;
                }))
                .isEmpty();
    }

    /** Rows of Examples that do not agree with their row of the table, each with both. */
    private List<String> disagreeing(BiPredicate<CellRow, Row> agree) {
        List<String> wrong = new ArrayList<>();
        for (CellRow cell : rows) {
            table.row(cell.id())
                    .filter(row -> !agree.test(cell, row))
                    .ifPresent(row -> wrong.add(cell.place() + " " + cell.columns() + " against " + row));
        }
        return wrong;
    }
}
