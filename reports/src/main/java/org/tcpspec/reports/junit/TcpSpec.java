package org.tcpspec.reports.junit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.tcpspec.reports.cli.Main;
import org.tcpspec.reports.journal.Journals;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.write.LadderText;

/**
 * The features as JUnit tests, for a stack that runs in this process: a method with {@code @TestFactory} returns what
 * {@link #play} gives. The tests stand under their features and rules.
 *
 * <p>The whole run is played when the factory is called, as the command plays it, so that what needs a second play gets one
 * and the report is there; the tests then tell the verdicts. A fail is a failure; inconclusive and error are errors;
 * what is not applicable, listed or waived is aborted, with the reason.
 */
public final class TcpSpec {
    private TcpSpec() {}

    /**
     * Plays.
     *
     * @param report the folder of the report, such as {@code target/tcpspec-report}
     * @param options of {@code tcpspec run}, but for {@code --out}
     * @throws IllegalStateException if nothing was played, with what the command said
     */
    public static Stream<DynamicNode> play(Path report, String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of("run", "--out", report.toString()));
        args.addAll(List.of(options));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = Main.play(args, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (code == 64 || !Files.isRegularFile(report.resolve(Journals.NAME))) {
            throw new IllegalStateException(
                    "tcpspec ended with " + code + ": " + said.toString(StandardCharsets.UTF_8));
        }
        return features(Judgement.of(Journals.of(report))).stream();
    }

    private static List<DynamicNode> features(Judgement judgement) {
        return groups(judgement.scenarios(), false).entrySet().stream()
                .map(e -> (DynamicNode) DynamicContainer.dynamicContainer(e.getKey(), rules(e.getValue())))
                .toList();
    }

    private static List<DynamicNode> rules(List<Judged> scenarios) {
        List<DynamicNode> nodes = new ArrayList<>();
        groups(scenarios, true).forEach((rule, own) -> {
            List<DynamicNode> tests = own.stream().map(TcpSpec::test).toList();
            if (rule.isEmpty()) {
                nodes.addAll(tests);
            } else {
                nodes.add(DynamicContainer.dynamicContainer(rule, tests));
            }
        });
        return nodes;
    }

    private static Map<String, List<Judged>> groups(List<Judged> scenarios, boolean byRule) {
        return scenarios.stream()
                .collect(Collectors.groupingBy(
                        j -> byRule ? j.scenario().rule() : j.scenario().feature(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static DynamicNode test(Judged judged) {
        String uri = judged.scenario().uri();
        URI line = URI.create(
                uri.startsWith("classpath:")
                        ? "classpath:/" + uri.substring("classpath:".length()) + "?line="
                                + judged.scenario().line()
                        : uri + "?line=" + judged.scenario().line());
        return DynamicTest.dynamicTest(judged.scenario().name(), line, () -> tell(judged));
    }

    private static void tell(Judged judged) {
        String reason = judged.verdict().reason();
        switch (judged.outcome()) {
            case PASS -> {
                // as it should be
            }
            case FAIL -> throw new AssertionFailedError(reason + "\n" + LadderText.of(judged));
            case LISTED -> throw new TestAbortedException("Listed deviation: " + reason);
            case NOT_APPLICABLE -> throw new TestAbortedException(reason);
            case INCONCLUSIVE, ERROR -> throw new IllegalStateException(judged.outcome() + ": " + reason);
        }
    }
}
