package org.tcpspec.reports.coverage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tcpspec.reports.write.Escape;

/** {@code coverage.html} and {@code coverage.json}: a page that needs nothing else, and the same for programs. */
public final class CoveragePage {
    /** Of {@code coverage.json}. */
    public static final int SCHEMA = 1;

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>tcpspec: coverage</title><style>
            :root{color-scheme:light dark;--met:#bfe3c0;--missed:#f0b4ae;--open:#ffe08a;--out:#cfd6e4;--none:#ececec;--ink:#1a1a1a;--page:#fff}
            @media(prefers-color-scheme:dark){:root{--met:#1f5a2a;--missed:#7c2620;--open:#6b5300;--out:#3a4356;--none:#262626;--ink:#e8e8e8;--page:#141414}}
            body{font:16px/1.5 system-ui,sans-serif;max-width:78rem;margin:1.5rem auto;padding:0 1rem;color:var(--ink);background:var(--page)}
            a{color:inherit}code{overflow-wrap:anywhere}.scroll{overflow-x:auto}
            .grid{border-collapse:separate;border-spacing:2px;font-size:.85rem}
            .grid th[scope=row]{position:sticky;left:0;background:var(--page);text-align:left;font-weight:500;padding-right:.5rem;white-space:nowrap}
            .grid thead span{writing-mode:vertical-rl;transform:rotate(180deg);font-weight:500}.grid thead th{vertical-align:bottom}
            .grid td{padding:0;min-width:2.6rem;text-align:center;border-radius:3px}
            .grid td a{display:block;padding:.15rem .2rem;text-decoration:none}.grid td a:focus,.grid td a:hover{outline:2px solid currentColor}
            .grid small{margin-left:.2rem}.met{background:var(--met)}.missed{background:var(--missed)}.notReached{background:var(--open)}
            .unreachable,.leftOut,.notSelected{background:var(--out)}.notApplicable{background:var(--none)}
            .legend{list-style:none;padding:0}.legend span,.row span{display:inline-block;width:1.6rem;text-align:center;border-radius:3px}
            .cell{display:none;border-left:4px solid #888;padding-left:.8rem;margin:1rem 0}.cell:target{display:block;scroll-margin-top:1rem}
            .all .cell{display:block}.row p{margin:.2rem 0}.row li{overflow-wrap:anywhere}.says{font-size:.9rem}
            @media print{.cell{display:block}}
            </style></head><body>
            """;

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
        StringBuilder s = new StringBuilder(HEAD);
        s.append("<h1>").append(Escape.xml(title)).append("</h1>\n");
        for (CoverageSection section : sections) {
            s.append("<h2>")
                    .append(Escape.xml(section.title()))
                    .append("</h2>\n")
                    .append(section.html());
        }
        return s.append("</body></html>\n").toString();
    }
}
