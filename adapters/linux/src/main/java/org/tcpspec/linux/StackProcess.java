package org.tcpspec.linux;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tcpspec.spi.iut.LabException;

/**
 * The process of a stack under test. A guard stands between: a shell that starts it, outlives Ctrl-C, and ends it, by
 * its process id, as soon as this process is gone, however that happened.
 */
final class StackProcess {

    /**
     * {@code $1} is this process. The stack becomes a child of the guard that reads what the guard reads; it is ended
     * politely, and two seconds later for certain.
     */
    private static final String GUARD = """
            trap '' INT HUP
            kit=$1; shift
            exec 3<&0
            "$@" <&3 & stack=$!
            exec 3<&- 0</dev/null
            (
              while kill -0 "$kit" 2>/dev/null && kill -0 "$stack" 2>/dev/null; do sleep 0.5; done
              kill "$stack" 2>/dev/null && sleep 2 && kill -9 "$stack" 2>/dev/null
            ) >/dev/null 2>&1 & watch=$!
            trap 'kill "$stack"' TERM
            wait "$stack"; code=$?
            while kill -0 "$stack" 2>/dev/null; do wait "$stack"; code=$?; done
            kill -9 "$watch" 2>/dev/null
            exit "$code"
            """;

    private static final int KEPT_LINES = 20;
    private static final long END_SECONDS = 5;

    private final List<String> command;
    private final Process guard;
    private final boolean speaks;
    private final Deque<String> lastWords = new ArrayDeque<>();
    private final List<Thread> readers = new ArrayList<>();
    private final Thread hook;

    private StackProcess(List<String> command, Process guard, boolean speaks) {
        this.command = command;
        this.guard = guard;
        this.speaks = speaks;
        this.hook = new Thread(guard::destroy, "tcpspec-end-of-stack");
    }

    /**
     * Starts it.
     *
     * @param speaks its standard streams carry protocol 1; else what it prints there is for people
     */
    static StackProcess start(List<String> command, Path directory, boolean speaks) {
        List<String> guarded = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, "sh"));
        guarded.add(Long.toString(ProcessHandle.current().pid()));
        guarded.addAll(command);
        try {
            Process guard =
                    new ProcessBuilder(guarded).directory(directory.toFile()).start();
            StackProcess process = new StackProcess(command, guard, speaks);
            Runtime.getRuntime().addShutdownHook(process.hook);
            process.read(guard.getErrorStream(), "stack-errors");
            if (!speaks) {
                process.read(guard.getInputStream(), "stack-output");
            }
            return process;
        } catch (IOException e) {
            throw new LabException("start: " + command.get(0) + " cannot be started: " + e.getMessage(), e);
        }
    }

    InputStream output() {
        return guard.getInputStream();
    }

    OutputStream input() {
        return guard.getOutputStream();
    }

    boolean isAlive() {
        return guard.isAlive();
    }

    /** Calls {@code then} when it ends, by itself or not. */
    void onEnd(Runnable then) {
        guard.onExit().thenRun(then);
    }

    /** Waits until a line of its output contains {@code text}, but no later than {@code deadline} of the monotonic clock. */
    boolean awaitLine(String text, long deadline) {
        synchronized (lastWords) {
            try {
                long left = deadline - System.nanoTime();
                while (left > 0 && guard.isAlive() && lastWords.stream().noneMatch(l -> l.contains(text))) {
                    TimeUnit.NANOSECONDS.timedWait(lastWords, Math.min(left, TimeUnit.MILLISECONDS.toNanos(100)));
                    left = deadline - System.nanoTime();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LabException("interrupted while waiting for " + command.get(0), e);
            }
            return lastWords.stream().anyMatch(l -> l.contains(text));
        }
    }

    /** Waits for its end, but no longer than {@code millis}. */
    void awaitEnd(long millis) {
        try {
            guard.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How it stands, and what it said last. */
    String lastWords() {
        String state = "it runs";
        if (!guard.isAlive()) {
            joinReaders();
            state = "it ended with " + ending(guard.exitValue());
        }
        synchronized (lastWords) {
            return String.join(" ", command) + ": " + state
                    + (lastWords.isEmpty() ? " and said nothing" : " and said: ") + String.join(" / ", lastWords);
        }
    }

    private static String ending(int code) {
        return switch (code) {
            case 127 -> "127 (there is no such program)";
            case 126 -> "126 (it may not be executed)";
            default -> code > 128 ? "signal " + (code - 128) : Integer.toString(code);
        };
    }

    private void joinReaders() {
        try {
            for (Thread reader : readers) {
                reader.join(500);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(InputStream stream, String name) {
        Thread reader = new Thread(() -> read(stream), name);
        reader.setDaemon(true);
        readers.add(reader);
        reader.start();
    }

    private void read(InputStream stream) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said(line);
            }
        } catch (IOException e) {
            said("(its output broke: " + e.getMessage() + ")");
        }
    }

    private void said(String line) {
        synchronized (lastWords) {
            lastWords.addLast(line);
            if (lastWords.size() > KEPT_LINES) {
                lastWords.removeFirst();
            }
            lastWords.notifyAll();
        }
    }

    /** Ends it: an agent by the end of its input, anything else by its process id. */
    void end() {
        try {
            guard.getOutputStream().close();
            if (!speaks || !guard.waitFor(1, TimeUnit.SECONDS)) {
                guard.destroy();
            }
            if (!guard.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                guard.descendants().forEach(ProcessHandle::destroyForcibly);
                guard.destroyForcibly().waitFor();
            }
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IOException e) {
            guard.destroy();
        } catch (InterruptedException e) {
            guard.destroy();
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            // This process is on its way out; the hook does the rest.
            guard.destroy();
        }
    }
}
