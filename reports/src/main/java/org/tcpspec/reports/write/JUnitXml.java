package org.tcpspec.reports.write;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.judge.Outcome;

/**
 * A run as {@code junit.xml}, for the machines that read it. A fail is a failure; inconclusive and error are errors; not
 * applicable is skipped. A listed fail is skipped too, with its reason: what somebody answers for must not redden a
 * pipeline, and a test that is known to fail is what these machines call skipped. The class name is the scenario's id,
 * its parts as packages, so that a test keeps its history when files and lines move.
 */
public final class JUnitXml {
    private JUnitXml() {}

    public static String of(Judgement judgement) {
        Map<String, List<Judged>> suites = judgement.scenarios().stream()
                .collect(Collectors.groupingBy(j -> j.scenario().file(), LinkedHashMap::new, Collectors.toList()));
        StringBuilder s = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        s.append("<testsuites name=\"tcpspec\"")
                .append(counts(judgement.scenarios()))
                .append(">\n");
        suites.forEach((file, scenarios) -> suite(s, judgement, file, scenarios));
        return s.append("</testsuites>\n").toString();
    }

    private static void suite(StringBuilder s, Judgement judgement, String file, List<Judged> scenarios) {
        s.append("  <testsuite name=\"").append(Escape.xml(file)).append('"').append(counts(scenarios));
        // the form's schema knows neither a zone nor a fraction of a second
        String started = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.ofInstant(
                judgement.recorded().run().started().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC));
        s.append(" timestamp=\"").append(started).append("\">\n");
        if (!judgement.recorded().isComplete()) {
            s.append("    <properties><property name=\"incomplete\" value=\"true\"/></properties>\n");
        }
        scenarios.forEach(judged -> testCase(s, judged));
        s.append("  </testsuite>\n");
    }

    private static String counts(List<Judged> scenarios) {
        long failures = scenarios.stream().filter(JUnitXml::isFailure).count();
        long errors = scenarios.stream().filter(JUnitXml::isError).count();
        long skipped = scenarios.stream().filter(JUnitXml::isSkipped).count();
        long nanos = scenarios.stream().mapToLong(JUnitXml::nanos).sum();
        return String.format(
                Locale.ROOT,
                " tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" time=\"%.3f\"",
                scenarios.size(),
                failures,
                errors,
                skipped,
                nanos / 1e9);
    }

    private static boolean isFailure(Judged judged) {
        return judged.outcome() == Outcome.FAIL;
    }

    private static boolean isSkipped(Judged judged) {
        return judged.outcome() == Outcome.NOT_APPLICABLE || judged.outcome() == Outcome.LISTED;
    }

    private static boolean isError(Judged judged) {
        return judged.outcome() == Outcome.ERROR || judged.outcome() == Outcome.INCONCLUSIVE;
    }

    private static long nanos(Judged judged) {
        return judged.plays().stream().mapToLong(play -> play.wallNanos()).sum();
    }

    private static void testCase(StringBuilder s, Judged judged) {
        s.append("    <testcase name=\"")
                .append(Escape.xml(Escape.line(judged.scenario().name())));
        s.append("\" classname=\"").append(Escape.xml(judged.id().replace('/', '.')));
        s.append("\" file=\"").append(Escape.xml(judged.scenario().file()));
        s.append(String.format(
                Locale.ROOT, "\" line=\"%d\" time=\"%.3f\"", judged.scenario().line(), nanos(judged) / 1e9));
        if (judged.outcome() == Outcome.PASS) {
            s.append("/>\n");
            return;
        }
        s.append(">\n      ").append(finding(judged)).append("\n    </testcase>\n");
    }

    private static String finding(Judged judged) {
        String said = judged.outcome() == Outcome.LISTED
                ? "Listed deviation (" + judged.level() + "): "
                        + judged.verdict().reason()
                : judged.verdict().reason();
        String message = " message=\"" + Escape.xml(Escape.line(said)) + "\"";
        if (isSkipped(judged)) {
            return "<skipped" + message + "/>";
        }
        String element = isFailure(judged) ? "failure" : "error";
        String type =
                isFailure(judged) ? judged.level().toString() : judged.outcome().toString();
        return "<" + element + message + " type=\"" + Escape.xml(type) + "\">" + Escape.xml(LadderText.of(judged))
                + "</" + element + ">";
    }
}
