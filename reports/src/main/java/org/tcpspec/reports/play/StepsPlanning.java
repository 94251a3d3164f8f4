package org.tcpspec.reports.play;

import java.util.List;
import java.util.Map;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.steps.run.Plan;
import org.tcpspec.steps.run.Requirement;
import org.tcpspec.steps.words.Glue;
import org.tcpspec.steps.words.plan.FeatureSource;
import org.tcpspec.steps.words.plan.Phrasebook;
import org.tcpspec.steps.words.plan.Planner;

/** The planning that the kit's own steps offer, and those that a user adds. */
public final class StepsPlanning implements Planning {
    private final Phrasebook phrasebook;
    private final List<Class<?>> own;

    public StepsPlanning() {
        this(List.of());
    }

    /** @param own classes with step definitions of the user */
    public StepsPlanning(List<Class<?>> own) {
        this.own = List.copyOf(own);
        this.phrasebook = new Phrasebook(own);
    }

    @Override
    public Plan plan(List<FeatureFile> features, Statement statement, Map<String, Requirement> requirements) {
        List<FeatureSource> sources = features.stream().map(FeatureFile::source).toList();
        return new Planner(phrasebook).plan(sources, statement, requirements);
    }

    @Override
    public Phrasebook phrasebook() {
        return phrasebook;
    }

    @Override
    public Map<String, String> configuration() {
        return Glue.configuration(own);
    }
}
