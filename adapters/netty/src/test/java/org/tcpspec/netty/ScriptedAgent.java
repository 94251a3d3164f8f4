package org.tcpspec.netty;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as the transcript does, whatever the number of the request; ends at a request that the transcript lacks. */
final class ScriptedAgent {

    private final PipedInputStream requests = new PipedInputStream(1 << 16);
    private final PipedOutputStream replies = new PipedOutputStream();
    private final PipedOutputStream toAgent;
    private final PipedInputStream fromAgent;
    private final List<String> unexpected = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::answer, "scripted-agent");

    ScriptedAgent() throws IOException {
        toAgent = new PipedOutputStream(requests);
        fromAgent = new PipedInputStream(replies, 1 << 16);
        thread.start();
    }

    InputStream output() {
        return fromAgent;
    }

    OutputStream input() {
        return toAgent;
    }

    List<String> unexpected() {
        return unexpected;
    }

    private void answer() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(requests, StandardCharsets.US_ASCII));
                replies) {
            String line = in.readLine();
            while (line != null) {
                String request = line;
                Optional<Golden> golden = Golden.transcript().stream()
                        .filter(g -> body(g.request()).equals(body(request)))
                        .findFirst();
                if (golden.isEmpty()) {
                    unexpected.add(request);
                    return;
                }
                for (String said : golden.get().said()) {
                    say(said.startsWith("event") ? said : number(request) + " " + body(said));
                }
                line = in.readLine();
            }
        } catch (IOException e) {
            unexpected.add(e.toString());
        }
    }

    private void say(String line) throws IOException {
        replies.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        replies.flush();
    }

    private static String number(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    private static String body(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    void close() throws IOException, InterruptedException {
        toAgent.close();
        thread.join();
    }
}
