package org.tcpspec.reports.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tcpspec.steps.run.Journal;
import org.tcpspec.steps.run.ScenarioResult;

/**
 * The journal of one run: JSON lines, each flushed before the next begins. The first line tells of the run, the last
 * one of its end, the others of one scenario each. Once a line could not be written no other is, so that what is on
 * disk stays readable.
 */
public final class JournalFile implements Journal, Closeable {
    private static final JsonFactory JSON = new JsonFactory();

    private final RunInfo run;
    private final OutputStream out;
    private final Consumer<ScenarioResult> watcher;
    private final List<ScenarioResult> results = new ArrayList<>();
    private Optional<IOException> failure = Optional.empty();
    private Optional<RunEnd> end = Optional.empty();

    /**
     * Begins a journal in {@code file}, which must not exist.
     *
     * @param watcher told of each result once it is on disk
     * @throws UncheckedIOException if it cannot be written
     */
    public static JournalFile in(Path file, RunInfo run, Consumer<ScenarioResult> watcher) {
        try {
            return new JournalFile(
                    Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), run, watcher);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a journal on {@code out}, as {@link #in} does. */
    JournalFile(OutputStream out, RunInfo run, Consumer<ScenarioResult> watcher) {
        this.run = run;
        this.out = out;
        this.watcher = watcher;
        append(text(g -> RunJson.writeInfo(g, run)));
    }

    @Override
    public void add(ScenarioResult result) {
        add(result, text(g -> ResultJson.write(g, result)));
    }

    private synchronized void add(ScenarioResult result, byte[] line) {
        append(line);
        results.add(result);
        watcher.accept(result);
    }

    /** Writes the last line. */
    public synchronized void end(RunEnd last) {
        append(text(g -> RunJson.writeEnd(g, last)));
        end = Optional.of(last);
    }

    /** Why the journal could not be written, if it could not. */
    public synchronized Optional<IOException> failure() {
        return failure;
    }

    /** What stands in the journal so far. */
    public synchronized Recorded recorded() {
        return new Recorded(run, results, end);
    }

    private void append(byte[] line) {
        if (failure.isPresent()) {
            throw new UncheckedIOException(failure.get());
        }
        if (end.isPresent()) {
            throw new IllegalStateException("the journal is closed: the run has ended");
        }
        try {
            out.write(line);
            out.flush();
        } catch (IOException e) {
            failure = Optional.of(e);
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] text(Line line) {
        ByteArrayBuilder text = new ByteArrayBuilder(4096);
        try (JsonGenerator g = JSON.createGenerator(text)) {
            line.writeTo(g);
            g.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toByteArray();
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    @FunctionalInterface
    private interface Line {
        void writeTo(JsonGenerator g) throws IOException;
    }
}
