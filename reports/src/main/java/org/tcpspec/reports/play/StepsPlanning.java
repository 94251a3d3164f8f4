package org.tcpspec.reports.play;

import java.util.List;
import java.util.Map;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.steps.run.Plan;
import org.tcpspec.steps.run.Requirement;
import org.tcpspec.steps.words.Glue;
import org.tcpspec.steps.words.plan.FeatureSource;
import org.tcpspec.steps.words.plan.Planner;

/** The planning that the kit's own steps offer. */
public final class StepsPlanning implements Planning {

    @Override
    public Plan plan(List<FeatureFile> features, Statement statement, Map<String, Requirement> requirements) {
        List<FeatureSource> sources = features.stream()
                .map(f -> new FeatureSource(f.uri(), f.file(), f.text()))
                .toList();
        return new Planner().plan(sources, statement, requirements);
    }

    @Override
    public Map<String, String> configuration() {
        return Glue.configuration();
    }
}
