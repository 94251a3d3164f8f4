package org.tcpspec.spi.hosted;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.tcpspec.spi.iut.IutGoneException;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Observed;

/** One child process, seen from its parent: a question, an answer. What the stack prints is kept for its obituary. */
final class Child implements Pool.Member {

    /** A stack in virtual time answers within milliseconds; one that does not within this time hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final ScheduledThreadPoolExecutor WATCH = watch();
    private static final long NOTHING = 0;

    private final Process process;
    private final LastWords words;
    private final SocketChannel channel;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Future<?> watch;
    /** The {@link System#nanoTime} of the question that is not answered yet, or {@link #NOTHING}. */
    private volatile long asked = NOTHING;

    private volatile boolean hung;
    private boolean gone;
    private long now;
    private final Queue<Observed> seen = new ArrayDeque<>();

    private Child(Process process, LastWords words, SocketChannel channel) {
        this.process = process;
        this.words = words;
        this.channel = channel;
        this.in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
        this.out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
        // once a second, not at each question: there are a hundred thousand of them in a run
        this.watch = WATCH.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private static ScheduledThreadPoolExecutor watch() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "tcpspec-child-watch");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    /**
     * Starts a child and waits until it has connected.
     *
     * @throws LabException if it does not
     */
    static Child start(String stack, List<String> arguments) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("tcpspec-child");
            Path socket = folder.resolve("socket");
            try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                server.bind(UnixDomainSocketAddress.of(socket));
                Process process = new ProcessBuilder(command(stack, socket, arguments))
                        .redirectErrorStream(true)
                        .start();
                LastWords words = new LastWords(process.getInputStream());
                // a child that ends before it connects would be waited for for ever
                process.onExit().thenRun(() -> close(server));
                return new Child(process, words, accept(server, words));
            } finally {
                Files.deleteIfExists(socket);
            }
        } catch (IOException e) {
            throw new LabException("A child process for the stack cannot be started: " + e.getMessage(), e);
        } finally {
            delete(folder);
        }
    }

    private static SocketChannel accept(ServerSocketChannel server, LastWords words) throws IOException {
        try {
            return server.accept();
        } catch (java.nio.channels.ClosedChannelException e) {
            throw new LabException("A child process for the stack ended at once: " + words.sentence(), e);
        }
    }

    private static void close(ServerSocketChannel server) {
        try {
            server.close();
        } catch (IOException e) {
            // It was to be closed, and whoever waits at it is told by its own exception.
        }
    }

    private static void delete(Path folder) {
        try {
            if (folder != null) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            // An empty folder under the system's temporary one stays.
        }
    }

    private static List<String> command(String stack, Path socket, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+SuppressFatalErrorMessage"));
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", classPath(), ChildMain.class.getName(), socket.toString(), stack));
        command.addAll(arguments);
        return command;
    }

    private static String classPath() {
        String separator = System.getProperty("path.separator");
        return Arrays.stream(System.getProperty("java.class.path").split(separator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(separator));
    }

    @Override
    public boolean isAlive() {
        return !gone && process.isAlive();
    }

    /** What is on record and has not been taken yet, the oldest first. */
    Queue<Observed> seen() {
        return seen;
    }

    /** The child's time at its last answer, in nanoseconds of its bench's clock. */
    long now() {
        return now;
    }

    Map<String, String> environment() {
        Map<?, ?> facts = (Map<?, ?>) ask(Question.ENVIRONMENT);
        return facts.entrySet().stream()
                .collect(Collectors.toMap(e -> (String) e.getKey(), e -> (String) e.getValue()));
    }

    /**
     * Asks for {@code what}.
     *
     * @throws IutGoneException if the child dies of it
     * @throws LabException if the child says so
     */
    Object ask(String what, Object... arguments) {
        asked = System.nanoTime() | 1; // never NOTHING
        try {
            words.forget();
            out.writeUTF(what);
            ValueCodec.write(out, List.of(arguments));
            out.flush();
            boolean well = in.readBoolean();
            Object answer = ValueCodec.read(in);
            now = in.readLong();
            ((List<?>) ValueCodec.read(in)).forEach(one -> seen.add((Observed) one));
            if (!well) {
                throw new LabException((String) answer);
            }
            return answer;
        } catch (IOException e) {
            gone = true;
            // before the end: that closes the stream which the last words come by
            String why = hung
                    ? "The stack does not answer any more."
                    : "The stack died. Its last words: " + words.sentence();
            process.destroyForcibly();
            throw new IutGoneException(why, e);
        } finally {
            asked = NOTHING;
        }
    }

    private void look() {
        long since = asked;
        if (since != NOTHING && System.nanoTime() - since > PATIENCE.toNanos()) {
            hung = true;
            process.destroyForcibly();
        }
    }

    @Override
    public void close() {
        gone = true;
        watch.cancel(false);
        process.destroyForcibly();
        try {
            channel.close();
        } catch (IOException e) {
            // The other end is gone already.
        }
    }
}
