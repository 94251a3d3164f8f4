package org.tcpspec.uml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.tcpspec.spi.hosted.LastWords;
import org.tcpspec.spi.hosted.Pool;
import org.tcpspec.spi.iut.Agent;
import org.tcpspec.spi.iut.IutGoneException;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.UserProvider;
import org.tcpspec.spi.wire.Bytes;

/** One kernel: a child process that ends with its input. One thread at a time uses it. */
final class Kernel implements Pool.Member {

    /** What the kernel does takes milliseconds, however much of its time passes. */
    private static final long PATIENCE_SECONDS = 30;

    /** It needs some milliseconds to end by itself. */
    private static final long END_SECONDS = 1;

    private static final AtomicInteger STARTED = new AtomicInteger();

    private static final String START = "1767225600000000000"; // 1 January 2026, in nanoseconds

    private final Process process;
    private final Path folder; // user-mode Linux keeps its process id there
    private final LastWords words;
    private final Guest guest;
    private final Agent agent;
    private Bytes lastPacket = Bytes.EMPTY;
    private boolean gone;

    private Kernel(Process process, Path folder, UserProvider user) {
        this.process = process;
        this.folder = folder;
        this.words = new LastWords(process.getErrorStream());
        this.guest = new Guest(process.getInputStream(), process.getOutputStream());
        this.agent = attached(user);
    }

    private Agent attached(UserProvider user) {
        try {
            return user.attach(guest.agentSays(), guest.toAgent());
        } catch (LabException e) {
            close();
            throw new LabException(
                    "The kernel does not start: " + e.getMessage() + ". Its last words: " + words.sentence(), e);
        }
    }

    /** @throws LabException if it does not start */
    static Kernel start(Built built, UserProvider user) {
        try {
            String name = ProcessHandle.current().pid() + "-" + STARTED.incrementAndGet();
            Path folder = Files.createDirectories(built.kernel().resolveSibling("running"));
            Process process = new ProcessBuilder(command(built, folder, name)).start();
            return new Kernel(process, folder.resolve(name), user);
        } catch (IOException e) {
            throw new LabException(built.kernel() + " cannot be started: " + e.getMessage(), e);
        }
    }

    private static List<String> command(Built built, Path folder, String name) {
        return List.of(
                built.kernel().toString(),
                "mem=512M",
                "initrd=" + built.initrd(),
                "time-travel=inf-cpu",
                "time-travel-start=" + START,
                "con=null",
                "con0=null,fd:2",
                "console=tty0",
                "quiet",
                "uml_dir=" + folder + "/",
                "umid=" + name);
    }

    Agent agent() {
        return agent;
    }

    Guest guest() {
        return guest;
    }

    @Override
    public boolean isAlive() {
        return !gone && process.isAlive();
    }

    /** Those of {@code settings} that this kernel has: some are younger than others. */
    Map<String, String> known(Map<String, String> settings) {
        Map<String, String> known = new LinkedHashMap<>(settings);
        known.values().removeIf(name -> !can("knows " + name));
        return known;
    }

    private boolean can(String line) {
        ask(line);
        return guest.failure().isEmpty();
    }

    /**
     * A fresh namespace, and a fresh wire.
     *
     * @param words addresses and settings
     * @throws LabException if the kernel refuses one of them
     */
    void open(List<String> words) {
        lastPacket = Bytes.EMPTY;
        if (!can("open " + String.join(" ", words))) {
            throw new LabException(
                    "the kernel cannot be prepared: " + guest.failure().orElse(""));
        }
    }

    /** A packet arrives. */
    void arrive(Bytes packet) {
        lastPacket = packet;
        ask("packet " + packet.toHex());
    }

    /** Time passes until {@code nanos}, or until there is something to tell. */
    void waitUntil(long nanos) {
        ask("wait " + nanos);
    }

    private void ask(String line) {
        doing(() -> guest.say(line));
    }

    /**
     * Has the kernel do something, and waits until it has told all that comes of it.
     *
     * @throws IutGoneException if it dies of that, or does not come back
     */
    <T> T doing(Supplier<T> what) {
        words.forget();
        try {
            T result = what.get();
            if (guest.awaitIdle(PATIENCE_SECONDS)) {
                return result;
            }
        } catch (LabException e) {
            if (isAlive() && guest.awaitIdle(PATIENCE_SECONDS)) {
                throw e;
            }
        }
        throw died();
    }

    private IutGoneException died() {
        boolean hung = process.isAlive();
        close();
        return new IutGoneException(
                (hung ? "The kernel does not answer any more." : "The kernel died. Its last words: " + words.sentence())
                        + (lastPacket.isEmpty() ? "" : " It was given last: " + lastPacket.toHex()));
    }

    /** A kernel whose input ends goes at once, and takes its folder along; one that does not is killed. */
    @Override
    public void close() {
        gone = true;
        try {
            process.getOutputStream().close();
            if (process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (IOException e) {
            // It went first.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        try {
            Files.deleteIfExists(folder.resolve("pid"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // A small folder beside the kernel stays.
        }
    }
}
