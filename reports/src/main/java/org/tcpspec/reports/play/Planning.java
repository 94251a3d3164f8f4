package org.tcpspec.reports.play;

import java.util.List;
import java.util.Map;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.steps.run.Plan;
import org.tcpspec.steps.run.Requirement;
import org.tcpspec.steps.words.plan.Phrasebook;

/** How feature files become a plan, and what Cucumber's engine must be told to play them. */
public interface Planning {

    Plan plan(List<FeatureFile> features, Statement statement, Map<String, Requirement> requirements);

    /** The phrases that the features may use. */
    default Phrasebook phrasebook() {
        return Phrasebook.ofTheKit();
    }

    /** Configuration parameters of the JUnit Platform. */
    Map<String, String> configuration();
}
