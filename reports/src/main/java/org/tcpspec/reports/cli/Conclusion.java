package org.tcpspec.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.reports.gate.Gate;
import org.tcpspec.reports.gate.GateText;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.reports.write.Evidence;
import org.tcpspec.reports.write.ReportFolder;
import org.tcpspec.reports.write.ReportWriter;
import org.tcpspec.steps.run.Requirement;

/**
 * What is made of a journal at the end of a run, or of several that are joined: the report, the summary, the gate.
 *
 * @param out the folder as the user named it
 * @param report with the Allure report
 * @param brief says no more than a ladder for each scenario, if they are few
 */
record Conclusion(
        Map<String, Requirement> requirements,
        Path out,
        boolean report,
        boolean brief,
        GateOptions.Asked asked,
        Terminal terminal) {

    /** Writes the report and prints the summary; the latter even if the former fails. */
    void conclude(ReportFolder folder, Judgement judgement) throws IOException {
        Evidence evidence = new Evidence(Map.of());
        boolean written = false;
        Optional<Gate> gate = asked.judge(judgement.recorded());
        try {
            evidence = new ReportWriter(requirements, report).write(judgement, gate, folder);
            written = true;
        } finally {
            Summary summary = new Summary(judgement, requirements, evidence, out, terminal.out());
            if (brief) {
                summary.printBriefly();
            } else {
                summary.print(report && written);
            }
            gate.ifPresent(
                    g -> GateText.lines(g, false).forEach(line -> terminal.out().println(Escape.line(line))));
            asked.annotate(judgement, gate, terminal);
        }
    }

    /** By the gate if there is one; an error of the kit or the lab comes first in any case. */
    int codeOf(Judgement judgement) {
        return asked.judge(judgement.recorded()).map(Gate::exitCode).orElseGet(judgement::exitCode);
    }
}
