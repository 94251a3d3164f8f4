package org.tcpspec.linux;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tcpspec.spi.iut.Agent;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.UserProvider;

/**
 * The agent in its network namespace. The namespace has no name: it lives while the agent does, and the agent ends when
 * its standard input does, which is when this process ends, however that happens.
 */
final class AgentProcess {

    private static final String INSIDE = "inside";
    private static final int KEPT_LINES = 20;
    private static final long END_SECONDS = 5;

    private final Process process;
    private final Deque<String> lastWords = new ArrayDeque<>();

    private AgentProcess(Process process) {
        this.process = process;
        Thread errors = new Thread(this::readErrors, "agent-errors");
        errors.setDaemon(true);
        errors.start();
    }

    /** Starts the agent; returns as soon as it is in its namespace, before it speaks. */
    static AgentProcess start(List<String> agent) {
        // The shell's word is the sign that unshare is done; then it becomes the agent, with the same process id.
        List<String> command = new ArrayList<>(List.of(Commands.find("unshare"), "--net", "--"));
        // Ctrl-C reaches the whole foreground group; the agent stays until the run has ended its scenarios.
        String script =
                "trap '' INT HUP; " + Commands.find("ip") + " link set lo up && echo " + INSIDE + " && exec \"$@\"";
        command.addAll(List.of("/bin/sh", "-c", script, "sh"));
        command.addAll(agent);
        try {
            AgentProcess started = new AgentProcess(new ProcessBuilder(command).start());
            started.awaitInside();
            return started;
        } catch (IOException e) {
            throw new LabException("cannot start the agent: " + e.getMessage(), e);
        }
    }

    private void awaitInside() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = process.getInputStream().read();
        while (c != '\n' && c >= 0) {
            line.append((char) c);
            c = process.getInputStream().read();
        }
        if (!line.toString().equals(INSIDE)) {
            throw new LabException("the agent gets no network namespace: " + line + " " + lastWords());
        }
    }

    long pid() {
        return process.pid();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Calls {@code then} when the agent ends, by itself or not. */
    void onEnd(Runnable then) {
        process.onExit().thenRun(then);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Agent attach(UserProvider provider) {
        try {
            return provider.attach(process.getInputStream(), process.getOutputStream());
        } catch (LabException e) {
            throw new LabException("the agent did not start: " + e.getMessage() + ". " + lastWords(), e);
        }
    }

    /** What it said last on its standard error. */
    String lastWords() {
        synchronized (lastWords) {
            return lastWords.isEmpty() ? "It said nothing." : "It said: " + String.join(" / ", lastWords);
        }
    }

    private void readErrors() {
        try (BufferedReader errors =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            String line = errors.readLine();
            while (line != null) {
                synchronized (lastWords) {
                    lastWords.addLast(line);
                    if (lastWords.size() > KEPT_LINES) {
                        lastWords.removeFirst();
                    }
                }
                line = errors.readLine();
            }
        } catch (IOException e) {
            synchronized (lastWords) {
                lastWords.addLast("(its standard error broke: " + e.getMessage() + ")");
            }
        }
    }

    /** Ends its input and waits for its end; an agent that does not end by itself is killed. */
    void end() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // Its input is closed already, by its own end.
            process.destroyForcibly();
        }
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
