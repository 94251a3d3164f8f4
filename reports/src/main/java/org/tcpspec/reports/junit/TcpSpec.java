package org.tcpspec.reports.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.opentest4j.TestAbortedException;
import org.tcpspec.reports.cli.Version;
import org.tcpspec.reports.journal.JournalFile;
import org.tcpspec.reports.journal.RunEnd;
import org.tcpspec.reports.journal.RunInfo;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.judge.Outcome;
import org.tcpspec.reports.play.Performance;
import org.tcpspec.reports.play.Preparation;
import org.tcpspec.reports.play.RunOptions;
import org.tcpspec.reports.play.StepsPlanning;
import org.tcpspec.reports.write.LadderText;
import org.tcpspec.reports.write.ReportFolder;
import org.tcpspec.reports.write.ReportWriter;
import org.tcpspec.spi.inprocess.StackInProcess;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutProvider;

/**
 * The scenarios in a test of one's own: binds a Java stack in this JVM, plays, and gives each scenario back as a test.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> rfc9293() {
 *     return TcpSpec.of(getClass().getResource("my-stack.yaml"), MyBinding::new)
 *             .tags("@MUST-13 and not @slow")
 *             .play()
 *             .map(played -> dynamicTest(played.name(), played::check));
 * }
 * }</pre>
 *
 * {@code docs/your-own-stack.md} walks through it.
 *
 * @param tags which scenarios; as {@code tcpspec run --tags}
 * @param name which scenarios; as {@code tcpspec run --name}
 * @param report the folder of the report, the same as that of {@code tcpspec run}
 */
public record TcpSpec(IutProvider provider, Optional<String> tags, Optional<String> name, long seed, Path report) {

    /**
     * A stack in this JVM.
     *
     * @param statement its YAML file: {@code docs/iut.md}
     * @param stacks makes a fresh stack for each scenario, given where it puts what leaves it
     */
    public static TcpSpec of(URL statement, Function<StackInProcess.Surroundings, StackInProcess> stacks) {
        return of(new BoundStack(statement, stacks));
    }

    /** A stack that has an adapter. */
    public static TcpSpec of(IutProvider provider) {
        return new TcpSpec(provider, Optional.empty(), Optional.empty(), 1, Path.of("target", "tcpspec-report"));
    }

    public TcpSpec tags(String expression) {
        return new TcpSpec(provider, Optional.of(expression), name, seed, report);
    }

    public TcpSpec name(String regex) {
        return new TcpSpec(provider, tags, Optional.of(regex), seed, report);
    }

    public TcpSpec seed(long other) {
        return new TcpSpec(provider, tags, name, other, report);
    }

    public TcpSpec report(Path folder) {
        return new TcpSpec(provider, tags, name, seed, folder);
    }

    /** A scenario that was played. */
    public record Played(Judged judged) {

        /** Its place and name, for people. */
        public String name() {
            return judged.scenario().file() + ": " + judged.id();
        }

        /**
         * Ends as its verdict says: well if it passed or is listed.
         *
         * @throws AssertionError with the packets if it failed or the kit did
         * @throws TestAbortedException with the reason if it is not applicable or nothing could be said
         */
        public void check() {
            Outcome outcome = judged.outcome();
            if (outcome == Outcome.FAIL || outcome == Outcome.ERROR) {
                throw new AssertionError(judged.verdict().reason() + "\n" + LadderText.of(judged));
            }
            if (outcome == Outcome.NOT_APPLICABLE || outcome == Outcome.INCONCLUSIVE) {
                throw new TestAbortedException(judged.verdict().reason());
            }
        }
    }

    /** Plays the chosen scenarios, writes the report, and gives them back in the order of their files. */
    public List<Played> play() {
        RunOptions options =
                RunOptions.of(provider.name()).tags(tags).name(name).seed(seed).build();
        try {
            StepsPlanning planning = new StepsPlanning();
            Preparation prepared = Preparation.of(options, planning, provider);
            Files.createDirectories(report.toAbsolutePath().getParent());
            ReportFolder.check(report);
            try (ReportFolder folder = ReportFolder.open(report);
                    Iut iut = provider.open(prepared.request())) {
                return play(prepared, planning, folder, iut);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written to " + report, e);
        }
    }

    private List<Played> play(Preparation prepared, StepsPlanning planning, ReportFolder folder, Iut iut)
            throws IOException {
        RunInfo info = prepared.info(Version.text(), iut, Instant.now());
        try (JournalFile journal = JournalFile.in(folder.resolve("journal.jsonl"), info, result -> {})) {
            new Performance(prepared, planning, iut, journal).play();
            journal.end(new RunEnd(true, Instant.now(), iut.notes()));
            Judgement judgement = Judgement.of(journal.recorded());
            new ReportWriter(prepared.catalogue().requirements(), true).write(judgement, folder);
            return judgement.scenarios().stream().map(Played::new).toList();
        }
    }
}
