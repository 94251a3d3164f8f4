package org.tcpspec.reports.play;

import io.cucumber.junit.platform.engine.CucumberTestEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.Run;

/**
 * One execution of Cucumber's engine on the JUnit Platform: chosen scenarios, in a pool of a chosen size. What
 * exception a scenario ended with is kept only to explain a missing verdict.
 */
final class Execution {
    private final Map<String, String> configuration;
    private final CancellationToken cancellation;
    private final Map<String, Throwable> thrown = new ConcurrentHashMap<>();

    /** @param configuration what the engine must be told of the steps */
    Execution(Map<String, String> configuration, CancellationToken cancellation) {
        this.configuration = configuration;
        this.cancellation = cancellation;
    }

    /** Plays {@code scenarios}, at most {@code pool} at once, and returns when all have ended. */
    void play(List<PlannedScenario> scenarios, int pool) {
        if (scenarios.isEmpty()) {
            return;
        }
        Set<String> keys =
                scenarios.stream().map(s -> Run.key(s.uri(), s.line())).collect(Collectors.toSet());
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors(scenarios))
                .filters(only(keys))
                .configurationParameters(parameters(pool))
                .enableImplicitConfigurationParameters(false)
                .build();
        launcher()
                .execute(LauncherExecutionRequestBuilder.request(request)
                        .listeners(new Listener())
                        .cancellationToken(cancellation)
                        .build());
    }

    /** What the scenario at {@code key} threw last. */
    Optional<Throwable> thrownBy(String key) {
        return Optional.ofNullable(thrown.get(key)).or(() -> Optional.ofNullable(thrown.get("")));
    }

    private static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new CucumberTestEngine())
                .build());
    }

    private static List<? extends DiscoverySelector> selectors(List<PlannedScenario> scenarios) {
        return scenarios.stream()
                .map(PlannedScenario::uri)
                .distinct()
                .map(DiscoverySelectors::selectUri)
                .toList();
    }

    private static PostDiscoveryFilter only(Set<String> keys) {
        return descriptor ->
                FilterResult.includedIf(!descriptor.isTest() || keys.contains(key(descriptor.getUniqueId())));
    }

    /** The engine's unique ids hold the feature's URI, then the line of each node. */
    private static String key(UniqueId id) {
        String uri = "";
        for (UniqueId.Segment segment : id.getSegments()) {
            if (segment.getType().equals("feature")) {
                uri = segment.getValue();
            }
        }
        return uri + ":" + id.getLastSegment().getValue();
    }

    private Map<String, String> parameters(int pool) {
        Map<String, String> all = new HashMap<>(configuration);
        if (pool > 1) {
            all.put("cucumber.execution.parallel.enabled", "true");
            all.put("cucumber.execution.parallel.config.strategy", "fixed");
            all.put("cucumber.execution.parallel.config.fixed.parallelism", Integer.toString(pool));
            all.put("cucumber.execution.parallel.config.fixed.max-pool-size", Integer.toString(pool));
        }
        return all;
    }

    private final class Listener implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable().ifPresent(t -> thrown.put(test.isTest() ? key(test.getUniqueIdObject()) : "", t));
        }
    }
}
