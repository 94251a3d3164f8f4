package org.tcpspec.reports.allure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Makes Allure's single page a fraction of its size. The generator puts all data into it as Base64; here they are
 * compressed as well, and an attachment may be a path beside the page. The page's script is taught to read both: it turns
 * data into a URL at one place.
 */
final class SmallPage {
    /** What the data of an attachment begin with that is only named: the path of its file, seen from the page. */
    static final String BESIDE = "../";

    private static final String SCRIPT = "<script src=\"data:text/javascript;base64,";
    private static final String AS_URL = "\"data:\".concat(n,\";base64,\").concat(r)";
    private static final String READS = """
            (r.startsWith("Li4v")?atob(r):r.startsWith("H4sI")?\
            new Response(new Blob([Uint8Array.from(atob(r),function(c){return c.charCodeAt(0)})]).stream()\
            .pipeThrough(new DecompressionStream("gzip"))).blob().then(function(b){return new Promise(function(y,z){\
            var f=new FileReader;f.onload=function(){y(f.result)};f.onerror=function(){z(f.error)};\
            f.readAsDataURL(b.slice(0,b.size,n))})}):""" + AS_URL + ")";
    private static final String ENTRY = "d('";
    private static final int WORTH_IT = 1024;

    private SmallPage() {}

    /**
     * The page, smaller.
     *
     * @throws IOException if it is not what the generator of this version writes
     */
    static String of(String html) throws IOException {
        String taught = taught(html);
        try {
            return Arrays.stream(taught.split("\n", -1))
                    .parallel()
                    .map(SmallPage::line)
                    .collect(Collectors.joining("\n"));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String taught(String html) throws IOException {
        int from = html.indexOf(SCRIPT) + SCRIPT.length();
        int to = html.indexOf('"', from);
        if (from < SCRIPT.length() || to < 0) {
            throw new IOException("Allure's page has no script of its own");
        }
        String script = new String(Base64.getDecoder().decode(html.substring(from, to)), StandardCharsets.UTF_8);
        int at = script.indexOf(AS_URL);
        if (at < 0 || script.indexOf(AS_URL, at + 1) >= 0) {
            throw new IOException("Allure's script does not make its URLs as it did in the version that is known");
        }
        String changed = script.substring(0, at) + READS + script.substring(at + AS_URL.length());
        return html.substring(0, from)
                + Base64.getEncoder().encodeToString(changed.getBytes(StandardCharsets.UTF_8))
                + html.substring(to);
    }

    /** One entry of data stands on a line of its own: {@code d('name','Base64'),}. */
    private static String line(String line) {
        int from = line.indexOf("','") + 3;
        int to = line.lastIndexOf("')");
        if (!line.stripLeading().startsWith(ENTRY) || from < 3 || to - from < WORTH_IT) {
            return line;
        }
        String small = compressed(Base64.getDecoder().decode(line.substring(from, to)));
        return small.length() < to - from ? line.substring(0, from) + small + line.substring(to) : line;
    }

    private static String compressed(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
