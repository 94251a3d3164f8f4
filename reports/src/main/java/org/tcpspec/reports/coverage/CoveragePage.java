package org.tcpspec.reports.coverage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tcpspec.reports.page.Pages;

/** {@code coverage.html} and {@code coverage.json}: a page that needs nothing else, and the same for programs. */
public final class CoveragePage {
    /** Of {@code coverage.json}. */
    public static final int SCHEMA = 1;

    private CoveragePage() {}

    /** Writes both files into {@code folder}. */
    public static void write(Path folder, String title, List<CoverageSection> sections) throws IOException {
        Files.writeString(folder.resolve("coverage.html"), html(title, sections));
        try (OutputStream out = Files.newOutputStream(folder.resolve("coverage.json"));
                JsonGenerator g = new JsonFactory().createGenerator(out)) {
            g.setPrettyPrinter(new DefaultPrettyPrinter());
            g.writeStartObject();
            g.writeNumberField("schema", SCHEMA);
            for (CoverageSection section : sections) {
                section.json(g);
            }
            g.writeEndObject();
            g.writeRaw('\n');
        }
    }

    static String html(String title, List<CoverageSection> sections) {
        return Pages.render("coverage.ftl", Map.of("title", title, "sections", sections));
    }
}
