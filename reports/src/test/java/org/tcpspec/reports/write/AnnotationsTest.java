package org.tcpspec.reports.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tcpspec.reports.fake.Results;
import org.tcpspec.reports.journal.Recorded;
import org.tcpspec.reports.journal.RunEnd;
import org.tcpspec.reports.journal.RunInfo;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.spi.iut.Ixit;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.spi.iut.Verdict;
import org.tcpspec.spi.wire.IpVersion;
import org.tcpspec.steps.run.ScenarioResult;

class AnnotationsTest {
    @TempDir
    private Path root;

    private static Judgement of(List<ScenarioResult> results) {
        Statement statement = new Statement(
                "x | *y*", Set.of(), Map.of("rfc5961-rst", Support.CLAIMED), Ixit.DEFAULT, Map.of(), List.of());
        RunInfo info = new RunInfo(
                "1",
                "x",
                statement,
                Map.of(),
                IpVersion.IPV4,
                1,
                Instant.EPOCH,
                false,
                false,
                Map.of(),
                3,
                3,
                0,
                List.of());
        return Judgement.of(new Recorded(info, results, Optional.of(new RunEnd(true, Instant.EPOCH, List.of()))));
    }

    private ScenarioResult fail(String id, String uri, String reason, String level) {
        Verdict verdict = new Verdict(Grade.FAIL, "MUST-13", "RFC 9293 3.6", reason, OptionalLong.of(3));
        return Results.of(Results.scenario(id, uri, 14, List.of(), "MUST-13"), 1, verdict, level);
    }

    @Test
    void aFailStandsAtItsLineOfTheUsersOwnFile() throws IOException {
        Path own = Files.createDirectories(root.resolve("tests, own")).resolve("x.feature");
        Files.writeString(own, "Feature: x\n");
        Judgement judgement = of(List.of(
                fail("a", own.toUri().toString(), "100% wrong:\n::stop", "MUST"),
                fail("b", "classpath:tcpspec/features/closing/x.feature", "so so", "SHOULD")));
        assertThat(Annotations.github(judgement, Optional.empty(), root))
                .containsExactly(
                        "::error file=tests%2C own/x.feature,line=14,title=Two FINs cross on the wire"
                                + "::100%25 wrong: ::stop (MUST-13, RFC 9293 3.6; a)",
                        "::warning title=Two FINs cross on the wire::so so (MUST-13, RFC 9293 3.6; b)");
        Files.createDirectories(root.resolve("features/closing"));
        Files.writeString(root.resolve("features/closing/x.feature"), "");
        assertThat(Annotations.github(judgement, Optional.empty(), root).get(1))
                .startsWith("::warning file=features/closing/x.feature,line=14,");
    }

    @Test
    void noMoreThanGitHubShows() {
        List<ScenarioResult> many = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            many.add(fail("s" + i, "classpath:x", "no", "MUST"));
        }
        assertThat(Annotations.github(of(many), Optional.empty(), root))
                .hasSize(11)
                .endsWith("::notice title=tcpspec::15 more; all of them stand in the report.");
    }

    @Test
    void whatAStackSaysMarksNothingUp() {
        String summary = SummaryMarkdown.of(
                of(List.of(fail("a", "classpath:x", "<img src=x> | `x` **b** [l](u)", "MUST"))), Optional.empty());
        assertThat(summary)
                .contains(
                        "### ❌ TCP conformance of x \\| \\*y\\*",
                        "&lt;img src=x&gt; \\| \\`x\\` \\*\\*b\\*\\* \\[l\\](u)")
                .contains("| MUST | 0 | 1 | 0 | 0 | 0 | 0 |");
    }
}
