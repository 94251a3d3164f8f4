package org.tcpspec.reports.allure;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.tcpspec.reports.journal.RunInfo;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.write.Escape;

/** What stands around the results: the categories, the environment, who ran it. */
final class AllureFrame {
    private static final JsonFactory JSON = new JsonFactory();

    private AllureFrame() {}

    static void write(Judgement judgement, Path folder) throws IOException {
        categories(folder.resolve("categories.json"));
        environment(judgement, folder.resolve("environment.properties"));
        executor(judgement, folder.resolve("executor.json"));
    }

    private static void categories(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JsonGenerator g = JSON.createGenerator(out)) {
            g.writeStartArray();
            category(g, "MUST failures", "failed", "MUST failed: .*");
            category(g, "SHOULD failures", "failed", "SHOULD failed: .*");
            category(g, "MAY failures", "failed", "MAY failed: .*");
            category(g, "Listed deviations", "failed", "Listed deviation .*");
            category(g, "Inconclusive", "broken", "Inconclusive: .*");
            category(g, "Not applicable", "skipped", "Not applicable: .*");
            category(g, "Kit errors", "broken", "Kit error: .*");
            g.writeEndArray();
        }
    }

    private static void category(JsonGenerator g, String name, String status, String regex) throws IOException {
        g.writeStartObject();
        g.writeStringField("name", name);
        g.writeArrayFieldStart("matchedStatuses");
        g.writeString(status);
        g.writeEndArray();
        g.writeStringField("messageRegex", "(?s)" + regex);
        g.writeEndObject();
    }

    private static void environment(Judgement judgement, Path file) throws IOException {
        RunInfo run = judgement.recorded().run();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("IUT", run.statement().name() + " (--iut " + run.provider() + ")");
        all.put("tcpspec", run.version());
        all.put("IP", run.ip().name());
        all.put("Seed", Long.toString(run.seed()));
        all.put("Time", run.virtualTime() ? "virtual" : "real");
        all.put("Complete", judgement.recorded().isComplete() ? "yes" : "NO: the run was interrupted");
        all.put("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        all.put("OS", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        all.putAll(new TreeMap<>(run.environment()));
        run.selection().forEach((option, value) -> all.put("Selection " + option, value));
        StringBuilder s = new StringBuilder();
        all.forEach((key, value) -> s.append(property(key, true))
                .append('=')
                .append(property(value, false))
                .append('\n'));
        Files.writeString(file, s.toString());
    }

    /** As {@link java.util.Properties} reads it, in ASCII. */
    private static String property(String text, boolean isKey) {
        StringBuilder s = new StringBuilder();
        for (char c : Escape.line(text).toCharArray()) {
            if (c == '\\' || isKey && (c == ' ' || c == '=' || c == ':' || c == '#' || c == '!')) {
                s.append('\\').append(c);
            } else if (c > 0x7e) {
                s.append(String.format("\\u%04x", (int) c));
            } else {
                s.append(c);
            }
        }
        return s.toString();
    }

    private static void executor(Judgement judgement, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JsonGenerator g = JSON.createGenerator(out)) {
            RunInfo run = judgement.recorded().run();
            g.writeStartObject();
            g.writeStringField("name", "tcpspec " + run.version());
            g.writeStringField("type", "tcpspec");
            g.writeStringField("buildName", run.provider() + ", seed " + run.seed());
            g.writeNumberField("buildOrder", run.started().getEpochSecond());
            g.writeStringField(
                    "reportName", "TCP conformance of " + run.statement().name());
            g.writeEndObject();
        }
    }
}
