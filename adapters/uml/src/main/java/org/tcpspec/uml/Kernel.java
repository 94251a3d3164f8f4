package org.tcpspec.uml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

    private static final String START = "1767225600000000000"; // 1 January 2026, in nanoseconds

    private final Process process;
    private final Path folder;
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
            Path folder = Files.createTempDirectory("tcpspec-uml");
            return new Kernel(new ProcessBuilder(command(built, folder)).start(), folder, user);
        } catch (IOException e) {
            throw new LabException(built.kernel() + " cannot be started: " + e.getMessage(), e);
        }
    }

    private static List<String> command(Built built, Path folder) {
        return List.of(
                built.kernel().toString(),
                "mem=512M",
                "initrd=" + built.initrd(),
                "time-travel=inf-cpu",
                "time-travel-start=" + START,
                "con=null",
                "con0=null",
                "stderr=1",
                "quiet",
                "uml_dir=" + folder + "/");
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

    /** The process is killed: the kernel has nothing to save. */
    @Override
    public void close() {
        gone = true;
        process.destroyForcibly();
        delete(folder);
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path :
                    new ArrayList<>(all.sorted(Comparator.reverseOrder()).toList())) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // What the kernel left under the system's temporary folder stays.
        }
    }
}
