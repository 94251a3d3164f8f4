package org.tcpspec.reports.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tcpspec.reports.play.FeatureFile;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.steps.run.PlannedScenario;

/** The feature files that a run has played, beside its report, so that they can be played again as they were. */
public final class PlayedFeatures {
    public static final String FOLDER = "features";

    private PlayedFeatures() {}

    /** Keeps those of {@code features} that hold a scenario of {@code played}. */
    public static void write(Path report, List<FeatureFile> features, Collection<PlannedScenario> played)
            throws IOException {
        Set<String> files = played.stream().map(PlannedScenario::file).collect(Collectors.toSet());
        for (FeatureFile feature : features) {
            if (files.contains(feature.file())) {
                Path file = report.resolve(FOLDER).resolve(feature.file());
                Files.createDirectories(file.getParent());
                Files.writeString(file, feature.text());
            }
        }
    }

    /**
     * Those that {@code scenarios} stand in, under the names that Cucumber knew them by.
     *
     * @throws BrokenInputException if one is missing
     */
    public static List<FeatureFile> read(Path report, Collection<PlannedScenario> scenarios) throws IOException {
        Map<String, FeatureFile> found = new LinkedHashMap<>();
        for (PlannedScenario scenario : scenarios) {
            if (found.containsKey(scenario.uri())) {
                continue;
            }
            Path file = report.resolve(FOLDER).resolve(scenario.file());
            if (!file.normalize().startsWith(report.normalize()) || !Files.isRegularFile(file)) {
                throw new BrokenInputException(
                        file + " is missing; without its feature files nothing in " + report + " can be judged again.");
            }
            found.put(scenario.uri(), new FeatureFile(scenario.uri(), scenario.file(), Files.readString(file)));
        }
        return List.copyOf(found.values());
    }
}
