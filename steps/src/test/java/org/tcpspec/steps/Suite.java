package org.tcpspec.steps;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutProvider;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.steps.run.Plan;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.Requirement;
import org.tcpspec.steps.run.Run;
import org.tcpspec.steps.run.ScenarioResult;
import org.tcpspec.steps.run.StepLog;
import org.tcpspec.steps.words.Glue;
import org.tcpspec.steps.words.plan.FeatureSource;
import org.tcpspec.steps.words.plan.Planner;

/** Plays feature files on the model, for tests of the steps. */
public final class Suite {

    private static final String PACKAGE = "tcpspec/features";

    /** Where the feature files of the class path come from; a jar cannot be listed as simply. */
    private static final Path FOLDER = Path.of("..", "features");

    private static final String SWEEPS = "states/sweep.feature";

    private static final Map<String, String> PARALLEL = Map.of(
            "cucumber.execution.parallel.enabled", "true",
            "cucumber.execution.parallel.config.strategy", "dynamic");

    private Suite() {}

    /** The catalogue that the features name. */
    static Map<String, Requirement> requirements() {
        Map<String, Requirement> catalogue = new LinkedHashMap<>();
        for (Map<String, String> r : table("requirements.csv")) {
            catalogue.put(
                    r.get("id"),
                    new Requirement(
                            r.get("id"),
                            r.get("level"),
                            r.get("if"),
                            r.get("rfc"),
                            r.get("section"),
                            r.get("summary")));
        }
        return catalogue;
    }

    /** A table of the catalogue. */
    static List<Map<String, String>> table(String file) {
        try (InputStream in = Suite.class.getResourceAsStream("/tcpspec/catalogue/" + file);
                MappingIterator<Map<String, String>> rows = new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(in)) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bundled features. */
    static List<FeatureSource> bundled() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".feature"))
                    .filter(f -> !f.startsWith(FOLDER.resolve("target")))
                    .sorted()
                    .map(f -> source("classpath:" + PACKAGE + "/" + FOLDER.relativize(f), FOLDER.relativize(f), f))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FeatureSource source(String uri, Path name, Path file) {
        try {
            return new FeatureSource(uri, name.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Iut model(Statement statement, IpVersion ip, long seed) {
        return model(statement, ip, seed, Set.of());
    }

    public static Iut model(Statement statement, IpVersion ip, long seed, Set<String> otherReadings) {
        return ServiceLoader.load(IutProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(p -> p.name().equals("model"))
                .findFirst()
                .orElseThrow()
                .open(new IutRequest(statement, ip, seed, otherReadings));
    }

    /** The bundled features but for the sweeps, whose thousands of connections take as long as all the rest. */
    static List<FeatureSource> withoutSweeps() {
        return bundled().stream().filter(f -> !f.file().equals(SWEEPS)).toList();
    }

    /** Plays the bundled features. */
    public static List<ScenarioResult> play(Iut iut, Statement statement, IpVersion ip, long seed) {
        return play(bundled(), iut, statement, ip, seed, Set.of());
    }

    static List<ScenarioResult> play(
            List<FeatureSource> features,
            Iut iut,
            Statement statement,
            IpVersion ip,
            long seed,
            Set<String> otherReadings) {
        Plan plan = new Planner().plan(features, statement, requirements());
        if (!plan.problems().isEmpty()) {
            throw new AssertionError(plan.problems().toString());
        }
        Map<String, PlannedScenario> byPlace = new LinkedHashMap<>();
        plan.scenarios().forEach(s -> byPlace.put(Run.key(s.uri(), s.line()), s));
        List<ScenarioResult> results = Collections.synchronizedList(new ArrayList<>());
        Run run = new Run(
                iut, statement, ip, seed, otherReadings, 1, byPlace, requirements(), results::add, new StepLog());
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(features.stream()
                        .map(f -> DiscoverySelectors.selectClasspathResource(
                                URI.create(f.uri()).getSchemeSpecificPart()))
                        .toList())
                .configurationParameters(Glue.configuration())
                .configurationParameters(PARALLEL)
                .build();
        run.during(() -> LauncherFactory.create().execute(request));
        return results;
    }
}
