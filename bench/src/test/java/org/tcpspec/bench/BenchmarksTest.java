package org.tcpspec.bench;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmark and prints what it measured. Nothing is demanded of the numbers: they are the machine's. */
class BenchmarksTest {

    @Test
    void measure() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(PlayingBenchmark.class.getSimpleName())
                        .mode(Mode.Throughput)
                        .warmupIterations(Integer.getInteger("bench.warmup", 5))
                        .warmupTime(TimeValue.seconds(5))
                        .measurementIterations(Integer.getInteger("bench.iterations", 5))
                        .measurementTime(TimeValue.seconds(5))
                        .forks(0)
                        .build())
                .run();
    }
}
