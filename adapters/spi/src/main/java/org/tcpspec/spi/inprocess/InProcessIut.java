package org.tcpspec.spi.inprocess;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.Place;
import org.tcpspec.spi.iut.Statement;

/** An IUT of a Java stack in this JVM. The stack's address is 192.0.2.1, or 2001:db8::1, in each scenario. */
public final class InProcessIut implements Iut {

    private final Statement statement;
    private final Function<StackInProcess.Surroundings, StackInProcess> stacks;
    private final AtomicInteger benches = new AtomicInteger();

    /** @param stacks makes a fresh stack, once for each scenario */
    public InProcessIut(Statement statement, Function<StackInProcess.Surroundings, StackInProcess> stacks) {
        this.statement = statement;
        this.stacks = stacks;
    }

    @Override
    public Statement statement() {
        return statement;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("java", System.getProperty("java.version"));
    }

    @Override
    public Bench bench(BenchRequest request) {
        return new InProcessBench(Place.of(benches.incrementAndGet(), request.ip()), statement, stacks);
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void close() {
        // Each stack went with its bench.
    }
}
