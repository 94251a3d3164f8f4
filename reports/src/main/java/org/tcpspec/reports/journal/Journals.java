package org.tcpspec.reports.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tcpspec.reports.read.BrokenInputException;

/** Journals of finished runs. */
public final class Journals {
    public static final String NAME = "journal.jsonl";

    private Journals() {}

    /**
     * The journal in the folder of a report.
     *
     * @throws BrokenInputException if there is none
     */
    public static Recorded of(Path run) throws IOException {
        Path journal = run.resolve(NAME);
        if (!Files.isRegularFile(journal)) {
            throw new BrokenInputException(
                    "There is no finished run in " + run + "; play one by 'tcpspec run', or name its folder by --run.");
        }
        return JournalReader.read(journal);
    }
}
