package org.tcpspec.reports.coverage;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.read.Stimuli;

/** One part of what the coverage command tells: the transition table is one, the ledger of requirements another. */
public interface CoverageSection {

    /** All sections of what is told of {@code runs} together, in their order on the page. */
    static List<CoverageSection> of(List<Judgement> runs) {
        return List.of(new TableSection(TableCoverage.of(runs)), new StimulusSection(runs, Stimuli.bundled()));
    }

    /** Its heading. */
    String title();

    /** Its HTML, without the heading. Whatever is not of the kit's own making must be escaped. */
    String html();

    /** Its fields in the object that {@code coverage.json} is. */
    void json(JsonGenerator g) throws IOException;

    /** Its lines on the terminal. */
    void print(PrintStream out);
}
