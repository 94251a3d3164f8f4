package org.tcpspec.gvisor;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;

/**
 * The library that {@code build.sh} builds of {@code src/main/go}: one netstack at a time. Sockets are numbers above 0;
 * a call that fails returns -1, and {@link #error} names the error by its Go type, such as {@code ErrWouldBlock}.
 */
final class GvisorLibrary {

    /** {@code RTLD_LAZY} without {@code RTLD_GLOBAL}: the library's names are nobody else's. */
    private static final int LOCAL = 1;

    private static final int LARGEST = 1 << 16;
    private static final List<String> SOURCES = List.of("clock.go", "main.go", "socket.go", "stack.go");
    private static final int HASH_OCTETS = 8;

    /** What can be chosen for a socket, in the order of the constants in {@code socket.go}. */
    enum Choice {
        NAGLE,
        TIME_TO_LIVE,
        TRAFFIC_CLASS,
        ERROR_REPORTS,
        USER_TIMEOUT,
        KEEP_ALIVE,
        KEEP_ALIVE_INTERVAL,
        LINGER_ZERO
    }

    private final NativeLibrary library;
    private final Memory buffer = new Memory(LARGEST);

    /**
     * Loads it.
     *
     * @throws LabException if it is missing, cannot be loaded, or was built of other sources than this kit's
     */
    GvisorLibrary(Path file) {
        if (!Files.exists(file)) {
            throw new LabException("gVisor's netstack is not built (there is no " + file + "): run"
                    + " adapters/gvisor/build.sh, which needs: apt-get install golang-go golang-gvisor-gvisor-dev.");
        }
        try {
            this.library = NativeLibrary.getInstance(file.toString(), Map.of(Library.OPTION_OPEN_FLAGS, LOCAL));
            String source = text("tcpspec_source");
            if (!source.equals(ownSource())) {
                throw new LabException(
                        file + " was built of other sources than this kit's: run adapters/gvisor/build.sh again.");
            }
        } catch (UnsatisfiedLinkError e) {
            throw new LabException(
                    file + " is no library of gVisor's netstack that could be loaded ("
                            + e.getMessage().lines().findFirst().orElse("")
                            + "): run adapters/gvisor/build.sh.",
                    e);
        }
    }

    /** As build.sh counts it. */
    private static String ownSource() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : SOURCES) {
                try (InputStream in = GvisorLibrary.class.getResourceAsStream("go/" + name)) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, HASH_OCTETS);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("the sources are part of this jar, and every JDK has SHA-256", e);
        }
    }

    private int number(String function, Object... arguments) {
        return library.getFunction(function).invokeInt(arguments);
    }

    private void call(String function, Object... arguments) {
        library.getFunction(function).invokeVoid(arguments);
    }

    private String text(String function, Object... arguments) {
        Pointer text = library.getFunction(function).invokePointer(arguments);
        return text == null ? "" : text.getString(0, StandardCharsets.UTF_8.name());
    }

    /** Present if a call that returned {@code result} failed. */
    private Optional<String> failed(int result) {
        return result < 0 ? Optional.of(error()) : Optional.empty();
    }

    private Bytes taken(int length) {
        return Bytes.of(buffer.getByteArray(0, length));
    }

    private static int six(InetAddress address) {
        return address.getAddress().length == 16 ? 1 : 0;
    }

    /** The version of gVisor that it was built of. */
    String gvisor() {
        return text("tcpspec_gvisor");
    }

    /** The error of the last call that failed. */
    String error() {
        return text("tcpspec_error");
    }

    /**
     * Starts a stack, at time 0.
     *
     * @param settings by the names of the options in Go's package {@code tcpip}
     */
    void open(long seed, List<InetAddress> addresses, Map<String, String> settings) {
        StringBuilder lines = new StringBuilder();
        addresses.forEach(address ->
                lines.append("address ").append(address.getHostAddress()).append('\n'));
        settings.forEach(
                (name, value) -> lines.append(name).append(' ').append(value).append('\n'));
        failed(number("tcpspec_open", seed, lines.toString())).ifPresent(words -> {
            throw new LabException("gVisor's netstack does not start: " + words);
        });
    }

    void close() {
        call("tcpspec_close");
    }

    void arrive(Bytes packet) {
        buffer.write(0, packet.toArray(), 0, packet.length());
        call("tcpspec_inject", buffer, packet.length());
    }

    /** The next packet that the stack has sent. */
    Optional<Bytes> leaving() {
        int length = number("tcpspec_leaving", buffer, LARGEST);
        return length == 0 ? Optional.empty() : Optional.of(taken(length));
    }

    /** In nanoseconds since the start. */
    long now() {
        return library.getFunction("tcpspec_now").invokeLong(new Object[0]);
    }

    /** Lets time pass, and the timers that are due by then run. */
    void passTo(long nanos) {
        call("tcpspec_pass_to", nanos);
    }

    /** Lets time pass to the next timer, or to {@code deadline} if that is sooner. */
    void passToNext(long deadline) {
        call("tcpspec_pass_to_next", deadline);
    }

    int listen(Endpoint local, int backlog) {
        InetAddress address = local.address();
        return number("tcpspec_listen", address.getHostAddress(), local.port(), six(address), backlog);
    }

    /** The next connection that a listener completed, or 0. */
    int accept(int listener) {
        return number("tcpspec_accept", listener);
    }

    /** The next socket that something has happened to, or 0. */
    int ready() {
        return number("tcpspec_ready");
    }

    /** A socket that is to connect from {@code local}. */
    int socket(Endpoint local) {
        InetAddress address = local.address();
        return number("tcpspec_socket", address.getHostAddress(), local.port(), six(address));
    }

    Optional<String> connect(int socket, Endpoint remote) {
        return failed(number("tcpspec_connect", socket, remote.address().getHostAddress(), remote.port()));
    }

    /** How many octets were taken. */
    int send(int socket, Bytes text) {
        Memory octets = new Memory(Math.max(1, text.length()));
        octets.write(0, text.toArray(), 0, text.length());
        return number("tcpspec_send", socket, octets, text.length());
    }

    /** Empty if it failed. */
    Optional<Bytes> receive(int socket, int most) {
        int length = number("tcpspec_receive", socket, buffer, Math.min(most, LARGEST));
        return length < 0 ? Optional.empty() : Optional.of(taken(length));
    }

    /** How many octets {@link #receive} would find. */
    int unread(int socket) {
        return number("tcpspec_unread", socket);
    }

    /** {@code shutdown(SHUT_WR)}. */
    Optional<String> shutdown(int socket) {
        return failed(number("tcpspec_shutdown", socket));
    }

    /** Its number is gone. */
    void closeSocket(int socket) {
        call("tcpspec_close_socket", socket);
    }

    Optional<String> choose(int socket, Choice what, long value) {
        return failed(number("tcpspec_choose", socket, what.ordinal(), value));
    }

    /** As {@code tcp.EndpointState} names it. */
    String state(int socket) {
        return text("tcpspec_state", socket);
    }

    /** The state of whatever would take a segment of that connection. */
    String status(FourTuple ends) {
        return text(
                "tcpspec_status",
                ends.iut().address().getHostAddress(),
                ends.iut().port(),
                ends.peer().address().getHostAddress(),
                ends.peer().port());
    }

    /** The ends of a connection; empty if it is none any more. */
    Optional<String> ends(int socket) {
        int length = number("tcpspec_ends", socket, buffer, LARGEST);
        return length < 0
                ? Optional.empty()
                : Optional.of(new String(buffer.getByteArray(0, length), StandardCharsets.US_ASCII));
    }

    /** The error that ended the connection, once. */
    Optional<String> lastError(int socket) {
        return failed(number("tcpspec_last_error", socket));
    }

    /** The next error that did not end the connection. */
    Optional<String> report(int socket) {
        return failed(number("tcpspec_report", socket));
    }
}
