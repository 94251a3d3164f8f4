package org.tcpspec.reports.write;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.tcpspec.reports.allure.AllureReport;
import org.tcpspec.reports.allure.AllureResults;
import org.tcpspec.reports.coverage.CoveragePage;
import org.tcpspec.reports.coverage.CoverageSection;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.page.EntryPage;
import org.tcpspec.steps.run.Requirement;

/** Everything that is made of a journal once its run has ended. */
public final class ReportWriter {
    private final Map<String, Requirement> requirements;
    private final boolean allure;

    /**
     * @param requirements the catalogue, by id
     * @param allure with the Allure report and the evidence of passes; without it only what is cheap
     */
    public ReportWriter(Map<String, Requirement> requirements, boolean allure) {
        this.requirements = requirements;
        this.allure = allure;
    }

    /** Writes it all into {@code folder}. */
    public Evidence write(Judgement judgement, ReportFolder folder) throws IOException {
        Evidence evidence = Evidence.write(folder.path(), judgement.scenarios(), allure);
        Files.writeString(folder.resolve("junit.xml"), JUnitXml.of(judgement));
        new Conformance(judgement, requirements, evidence).write(folder.resolve("conformance.json"));
        CoveragePage.write(folder.path(), "Coverage", CoverageSection.of(List.of(judgement)));
        Files.writeString(folder.resolve("index.html"), EntryPage.of(judgement, requirements, evidence, allure));
        if (allure) {
            new AllureResults(requirements, evidence, folder.path()).write(judgement, folder.resolve("allure-results"));
            folder.bringHistory();
            AllureReport.generate(
                    folder.resolve("allure-results"),
                    folder.resolve("allure"),
                    folder.history(),
                    "TCP conformance of "
                            + judgement.recorded().run().statement().name());
        }
        return evidence;
    }
}
