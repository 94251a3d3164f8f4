package org.tcpspec.spi.hosted;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a process prints, of which the first and the last lines are kept: they say why it died. Read, or it would block. */
public final class LastWords {

    private static final int FIRST = 3;
    private static final int LAST = 5;
    private static final long PATIENCE_MILLIS = 1_000;

    private final List<String> printed = new ArrayList<>();
    private final Thread reader;

    /** Reads {@code output} from now on, until it ends. */
    public LastWords(InputStream output) {
        this.reader = new Thread(() -> read(output), "tcpspec-child-output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream output) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
            }
        } catch (IOException e) {
            keep("(" + e.getMessage() + ")");
        }
    }

    private synchronized void keep(String line) {
        printed.add(line);
        if (printed.size() > FIRST + LAST) {
            printed.remove(FIRST);
        }
    }

    /** Forgets them: what was printed so far says nothing of what the process may die of now. */
    public synchronized void forget() {
        printed.clear();
    }

    /** One sentence, once the output has ended, or after a second. */
    public String sentence() {
        try {
            reader.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            return printed.isEmpty() ? "none." : String.join(" | ", printed);
        }
    }
}
