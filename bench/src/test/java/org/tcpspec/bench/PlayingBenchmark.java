package org.tcpspec.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tcpspec.reports.journal.JournalFile;
import org.tcpspec.reports.journal.Recorded;
import org.tcpspec.reports.journal.RunInfo;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.play.Performance;
import org.tcpspec.reports.play.Preparation;
import org.tcpspec.reports.play.RunOptions;
import org.tcpspec.reports.play.StepsPlanning;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.wire.IpVersion;

/** The whole suite on the model, judged, with the journal on disk and no report: {@code run --no-report}, warm. */
public class PlayingBenchmark {

    /** What one call came to; JMH makes rates of them. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Counts {
        public long scenarios;
        public long segments;

        @Setup(Level.Iteration)
        public void reset() {
            scenarios = 0;
            segments = 0;
        }
    }

    /** What is read once: features, catalogue, statement. */
    @State(Scope.Benchmark)
    public static class Suite {
        private final StepsPlanning planning = new StepsPlanning();
        private Preparation prepared;

        @Setup
        public void prepare() throws IOException {
            RunOptions options = RunOptions.of("model").build();
            prepared = Preparation.of(options, planning);
        }
    }

    @Benchmark
    public int suite(Suite suite, Counts counts) throws IOException {
        Path file = Files.createTempFile("tcpspec", ".jsonl");
        Files.delete(file);
        try (Iut iut = suite.prepared.provider().open(new IutRequest(suite.prepared.statement(), IpVersion.IPV4, 1));
                JournalFile journal = JournalFile.in(file, info(suite.prepared, iut), result -> {})) {
            new Performance(suite.prepared, suite.planning, iut, journal).play();
            Recorded recorded = journal.recorded();
            counts.scenarios += recorded.results().size();
            counts.segments += recorded.results().stream()
                    .flatMap(r -> r.record().stream())
                    .filter(Observed.Frame.class::isInstance)
                    .count();
            return Judgement.of(recorded).exitCode();
        } finally {
            Files.delete(file);
        }
    }

    private static RunInfo info(Preparation prepared, Iut iut) {
        return new RunInfo(
                "bench",
                "model",
                prepared.inForce(iut),
                iut.environment(),
                IpVersion.IPV4,
                1,
                Instant.EPOCH,
                true,
                false,
                Map.of(),
                prepared.plan().scenarios().size(),
                prepared.chosen().size(),
                0,
                prepared.orphans());
    }
}
