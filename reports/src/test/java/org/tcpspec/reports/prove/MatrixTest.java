package org.tcpspec.reports.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tcpspec.spi.iut.Fault;

class MatrixTest {
    private static final Fault KILLED = fault("FIN-01", "A FIN is <lost>.", Optional.empty());
    private static final Fault SURVIVOR = fault("FIN-02", "A FIN is late.", Optional.empty());
    private static final Fault LEFT_OUT = fault("ROB-01", "It is slow.", Optional.of("Time is no verdict."));

    private static final List<Matrix.Spot> SCENARIOS = List.of(
            new Matrix.Spot("f/one", "F", "one", "closing/f.feature", 3),
            new Matrix.Spot("f/two", "F", "two", "closing/f.feature", 9));

    private static final Tried DEAD = new Tried(
            KILLED,
            List.of("f/one"),
            List.of(new Kill("f/one", "own", "MUST-13", "RFC 9293 3.6.1", "Expected an ACK.", Blame.RIGHT)),
            List.of(),
            List.of(),
            Optional.of(new Tried.Shown("f/one", "1  -->")));

    private static final Tried ALIVE =
            new Tried(SURVIVOR, List.of("f/two"), List.of(), List.of("f/two: late"), List.of(), Optional.empty());

    private final Matrix matrix = new Matrix(
            "tcpspec 1", "model", 1, false, SCENARIOS, List.of(KILLED, SURVIVOR, LEFT_OUT), List.of(DEAD, ALIVE));

    private static Fault fault(String id, String story, Optional<String> why) {
        return new Fault(id, "MUST-13", story, "lwIP 1", Optional.empty(), why);
    }

    @Test
    void countsFatesAndScenariosThatKillNothing() {
        assertThat(matrix.killed()).isEqualTo(1);
        assertThat(matrix.survivors()).containsExactly(ALIVE);
        assertThat(matrix.with(Blame.RIGHT)).containsExactly(DEAD);
        assertThat(matrix.notSeeded()).containsExactly(LEFT_OUT);
        assertThat(matrix.killNothing()).extracting(Matrix.Spot::id).containsExactly("f/two");
        assertThat(matrix.isComplete()).isTrue();
    }

    @Test
    void aScenarioThatKillsNothingNeedsAReasonOnceAllIsPlayed() {
        assertThat(matrix.idle(Map.of())).extracting(Matrix.Spot::id).containsExactly("f/two");
        assertThat(matrix.idle(Map.of("f/two", "It shows how to write one."))).isEmpty();
        Matrix begun = new Matrix("tcpspec 1", "model", 1, false, SCENARIOS, matrix.faults(), List.of(DEAD));
        assertThat(begun.idle(Map.of())).isEmpty();
    }

    @Test
    void thePageTellsEachFateAndEscapesWhatItShows() {
        String page = MatrixPage.html(matrix);
        assertThat(page)
                .contains("A FIN is &lt;lost&gt;.", "Time is no verdict.", "id=\"FIN-02\"", "<b>1 of 2</b>")
                .doesNotContain("<lost>", "http://", "https://", "<script");
    }

    @Test
    void aProofThatWasCutOffGoesOnWhereItStood(@TempDir Path folder) throws IOException {
        try (MatrixFiles files = MatrixFiles.in(folder, "same", SCENARIOS, matrix.faults())) {
            assertThat(files.earlier()).isEmpty();
            files.add(DEAD);
            files.add(ALIVE);
            files.write(matrix);
        }
        try (MatrixFiles files = MatrixFiles.in(folder, "same", SCENARIOS, matrix.faults())) {
            assertThat(files.earlier()).containsExactly(DEAD, ALIVE);
        }
        try (MatrixFiles files = MatrixFiles.in(folder, "other", SCENARIOS, matrix.faults())) {
            assertThat(files.earlier()).isEmpty();
        }
        assertThat(Files.readString(folder.resolve("kill-matrix.json"))).contains("\"schema\" : 1", "\"killed\" : 1");
    }
}
