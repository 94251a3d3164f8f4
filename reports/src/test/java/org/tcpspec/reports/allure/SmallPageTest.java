package org.tcpspec.reports.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class SmallPageTest {
    private static final String URL = "return\"data:\".concat(n,\";base64,\").concat(r)";

    @Test
    void longDataAreCompressedAndNothingElseChanges() throws IOException {
        String data = "{\"uid\":\"" + "1".repeat(5000) + "\"}";
        String[] lines = SmallPage.of(page(URL, data)).split("\n");

        assertThat(lines[1]).isEqualTo("        d('short','" + base64("{}") + "'),");
        assertThat(lines[2])
                .startsWith("        d('long','H4sI")
                .endsWith("'),")
                .hasSizeLessThan(200);
        String compressed = lines[2].substring(lines[2].indexOf("H4sI"), lines[2].lastIndexOf('\''));
        try (var in =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(compressed)))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(data);
        }
    }

    @Test
    void theScriptLearnsPathsAndCompressedData() throws IOException {
        String script = lineOfScript(SmallPage.of(page("before;" + URL + ";after", "{}")));
        assertThat(script)
                .startsWith("before;return(r.startsWith(\"" + base64(SmallPage.BESIDE) + "\")?atob(r):")
                .contains("DecompressionStream")
                .endsWith(":\"data:\".concat(n,\";base64,\").concat(r));after");
    }

    @Test
    void anUnknownScriptIsRefused() {
        for (String script : new String[] {"another", URL + URL}) {
            assertThatThrownBy(() -> SmallPage.of(page(script, "{}")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("version that is known");
        }
        assertThatThrownBy(() -> SmallPage.of("<html></html>")).hasMessageContaining("no script of its own");
    }

    private static String lineOfScript(String page) {
        String line = page.split("\n")[0];
        String data = line.substring(line.indexOf("base64,") + 7, line.lastIndexOf('"'));
        return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    }

    private static String page(String script, String data) {
        return "<script src=\"data:text/javascript;base64," + base64(script) + "\"></script>\n        d('short','"
                + base64("{}") + "'),\n        d('long','" + base64(data) + "'),\n";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
