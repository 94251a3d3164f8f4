package org.tcpspec.steps.words;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.resource.Resource;
import io.cucumber.core.runner.Runner;
import io.cucumber.core.runtime.BackendServiceLoader;
import io.cucumber.core.runtime.ObjectFactoryServiceLoader;
import io.cucumber.core.runtime.ObjectFactorySupplier;
import io.cucumber.core.runtime.SingletonObjectFactorySupplier;
import io.cucumber.core.runtime.TimeServiceEventBus;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.tcpspec.steps.run.PlannedScenario;
import org.tcpspec.steps.run.Run;
import org.tcpspec.steps.words.plan.FeatureSource;

/**
 * Plays scenarios again and again, each time against another IUT: the features are parsed once, and each thread looks
 * for the step definitions once. Which IUT is played against is the {@link Run} in force. One caller at a time.
 */
public final class Players implements AutoCloseable {

    private final AtomicLong ids = new AtomicLong();
    private final Map<String, Pickle> pickles = new HashMap<>();
    private final ThreadLocal<Runner> runners = ThreadLocal.withInitial(this::runner);
    private final ExecutorService threads;
    private final int size;
    private final List<URI> glue;

    /** @param size how many threads */
    public Players(List<FeatureSource> features, int size) {
        this(features, size, Glue.configuration());
    }

    /**
     * @param size how many threads
     * @param configuration of the JUnit Platform, which names the packages of the step definitions
     */
    public Players(List<FeatureSource> features, int size, Map<String, String> configuration) {
        this.glue = Glue.packages(configuration)
                .map(name -> URI.create("classpath:/" + name.replace('.', '/')))
                .toList();
        FeatureParser parser = new FeatureParser(this::nextId);
        for (FeatureSource feature : features) {
            parser.parseResource(new Text(feature))
                    .ifPresent(parsed -> parsed.getPickles()
                            .forEach(p -> pickles.put(
                                    Run.key(feature.uri(), p.getLocation().getLine()), p)));
        }
        this.size = size;
        this.threads = Executors.newFixedThreadPool(size, task -> {
            Thread thread = new Thread(task, "tcpspec-player");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Plays {@code scenarios}, begun in their order, and returns when all have ended. Their results are in the journal of
     * the run in force.
     *
     * @param cancelled asked before each; once true no other is begun
     */
    public void play(List<PlannedScenario> scenarios, BooleanSupplier cancelled) {
        Queue<PlannedScenario> left = new ConcurrentLinkedQueue<>(scenarios);
        List<Future<?>> working = new ArrayList<>();
        for (int i = 0; i < Math.min(size, scenarios.size()); i++) {
            working.add(threads.submit(() -> work(left, cancelled)));
        }
        working.forEach(Players::await);
    }

    private void work(Queue<PlannedScenario> left, BooleanSupplier cancelled) {
        Optional<PlannedScenario> next = Optional.ofNullable(left.poll());
        while (next.isPresent() && !cancelled.getAsBoolean()) {
            PlannedScenario scenario = next.get();
            runners.get().runPickle(pickles.get(Run.key(scenario.uri(), scenario.line())));
            next = Optional.ofNullable(left.poll());
        }
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a thread that plays scenarios ended: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while scenarios were played", e);
        }
    }

    private Runner runner() {
        Supplier<ClassLoader> loader = Players.class::getClassLoader;
        RuntimeOptionsBuilder builder = new RuntimeOptionsBuilder();
        glue.forEach(builder::addGlue);
        RuntimeOptions options = builder.build();
        ObjectFactorySupplier factory =
                new SingletonObjectFactorySupplier(new ObjectFactoryServiceLoader(loader, options));
        TimeServiceEventBus bus = new TimeServiceEventBus(Clock.systemUTC(), this::nextId);
        new StepListener().setEventPublisher(bus);
        return new Runner(bus, new BackendServiceLoader(loader, factory).get(), factory.get(), options);
    }

    private UUID nextId() {
        return new UUID(0, ids.incrementAndGet());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** A feature file whose text is at hand. */
    private record Text(FeatureSource feature) implements Resource {

        @Override
        public URI getUri() {
            return URI.create(feature.uri());
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(feature.text().getBytes(StandardCharsets.UTF_8));
        }
    }
}
