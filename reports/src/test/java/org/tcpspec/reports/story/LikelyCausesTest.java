package org.tcpspec.reports.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tcpspec.reports.read.Catalogue;
import org.tcpspec.reports.read.LikelyCauses;
import org.tcpspec.steps.run.Requirement;

class LikelyCausesTest {
    private final LikelyCauses causes = LikelyCauses.bundled();

    @Test
    void everyRowIsOfAKnownMismatchAndOfSomeRequirement() {
        List<String> mismatches =
                Arrays.stream(Mismatch.values()).map(Mismatch::toString).toList();
        List<Requirement> catalogue =
                List.copyOf(Catalogue.bundled().requirements().values());
        for (LikelyCauses.Row row : causes.rows()) {
            assertThat(mismatches).contains(row.mismatch());
            assertThat(catalogue)
                    .as(row.toString())
                    .anyMatch(r -> causes.of(r, row.mismatch()).equals(row.cause()));
        }
        assertThat(causes.rows()).doesNotHaveDuplicates();
    }

    @Test
    void everyMismatchHasACauseWhereverItHappens() {
        Requirement nowhere = new Requirement("", "", "", "", "", "");
        for (Mismatch mismatch : Mismatch.values()) {
            assertThat(causes.of(nowhere, mismatch.toString()))
                    .as(mismatch.toString())
                    .isNotEmpty();
        }
    }

    @Test
    void theMismatchIsReadFromTheReason() {
        assertMismatch("Expected <SEQ=1><CTL=ACK>, but the IUT sent nothing.", Mismatch.SILENT);
        assertMismatch("Expected nothing more, but the IUT sent <SEQ=1><CTL=RST>.", Mismatch.UNASKED);
        assertMismatch(
                "Expected <SEQ=1><ACK=3><CTL=ACK>, but the IUT sent <SEQ=1><ACK=2><CTL=ACK> (ACK=2 instead of 3).",
                Mismatch.WRONG_ACK);
        assertMismatch("Expected <SEQ=1><CTL=RST>, but the IUT sent <SEQ=2><CTL=RST>.", Mismatch.WRONG_SEQ);
        assertMismatch("Expected <SEQ=1><CTL=RST>, but the IUT sent <SEQ=1><ACK=2><CTL=ACK>.", Mismatch.WRONG_FLAGS);
        assertMismatch("Expected the IUT in CLOSED, but STATUS says CLOSING.", Mismatch.WRONG_STATE);
        assertMismatch("Expected the user to be told \"reset\", but it was told nothing.", Mismatch.UNTOLD);
        assertMismatch("Expected the user to be told nothing, but it was told \"reset\".", Mismatch.WRONG_SIGNAL);
        assertMismatch("The IUT died: it threw.", Mismatch.DIED);
        assertMismatch("Expected <SEQ=1>, but the IUT sent nothing. It has it: it has stopped.", Mismatch.DIED);
        assertMismatch("The checksum is wrong.", Mismatch.MALFORMED);
        assertMismatch("The segment acknowledges less than one before it did.", Mismatch.WRONG_ACK);
        assertMismatch("Expected the rest of the text, but the IUT stopped at SEQ=3.", Mismatch.STOPPED);
    }

    private static void assertMismatch(String reason, Mismatch mismatch) {
        assertThat(Mismatch.of(reason)).as(reason).isEqualTo(mismatch);
    }
}
