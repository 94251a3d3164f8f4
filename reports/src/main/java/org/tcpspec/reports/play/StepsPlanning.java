package org.tcpspec.reports.play;

import java.util.List;
import java.util.Map;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.steps.run.Plan;
import org.tcpspec.steps.run.Requirement;
import org.tcpspec.steps.words.Glue;

/** The planning that the kit's own steps offer. */
public final class StepsPlanning implements Planning {

    @Override
    public Plan plan(List<FeatureFile> features, Statement statement, Map<String, Requirement> requirements) {
        return new Plan(List.of(), List.of());
    }

    @Override
    public Map<String, String> configuration() {
        return Glue.configuration();
    }
}
