package org.tcpspec.netty.agent;

import io.netty.channel.IoEventLoop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tcpspec.netty.Protocol.Event;
import org.tcpspec.spi.iut.ConnectionOption;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.Bytes;

/** A connection as the agent's user has it. Used by the event loop's thread only. */
final class Connection {

    /** So that one busy connection does not keep the others waiting. */
    private static final int READS_AT_ONCE = 16;

    private final long id;
    private final KernelSocket socket;
    private final Surroundings around;
    private final UrgentMode urgent;
    private boolean reading;
    private boolean reports;
    private boolean opened;
    private boolean closeCalled;
    private boolean endOfStream;
    private boolean ended;

    /**
     * What a connection needs of its agent.
     *
     * @param buffer a direct buffer that is free between calls
     */
    record Surroundings(IoEventLoop loop, ByteBuffer buffer, Times times, java.util.function.Consumer<Event> events) {}

    private Connection(long id, KernelSocket socket, boolean reading, Surroundings around) {
        this.id = id;
        this.socket = socket;
        this.reading = reading;
        this.around = around;
        this.urgent = new UrgentMode(socket.urgentMark());
    }

    /** A connection whose active OPEN has begun. */
    static Connection opening(long id, KernelSocket socket, boolean reading, Surroundings around) {
        Connection connection = new Connection(id, socket, reading, around);
        socket.watch(around.loop(), KernelSocket.EPOLLOUT, connection::ready);
        return connection;
    }

    /** A connection that {@code listener} accepted. */
    static Connection accepted(
            long id, KernelSocket.Accepted accepted, boolean reading, long listener, long before, Surroundings around) {
        Connection connection = new Connection(id, accepted.socket(), reading, around);
        connection.opened = true;
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("listener", Long.toString(listener));
        connection.tell(
                SignalKind.ACCEPTED, before, ends(fields, accepted.socket().local(), accepted.remote()));
        accepted.socket().watch(around.loop(), connection.interest(), connection::ready);
        return connection;
    }

    private static Map<String, String> ends(
            Map<String, String> fields, InetSocketAddress local, InetSocketAddress remote) {
        fields.put("local", local.getAddress().getHostAddress());
        fields.put("local-port", Integer.toString(local.getPort()));
        fields.put("remote", remote.getAddress().getHostAddress());
        fields.put("remote-port", Integer.toString(remote.getPort()));
        return fields;
    }

    private int interest() {
        if (!opened) {
            return KernelSocket.EPOLLOUT;
        }
        return KernelSocket.EPOLLPRI | (reading && !endOfStream ? KernelSocket.EPOLLIN : 0);
    }

    private void ready(int bits) {
        if (ended) {
            return;
        }
        if (!opened) {
            openCompleted(bits);
        }
        if (opened && (bits & KernelSocket.EPOLLPRI) != 0) {
            urgentArrived();
        }
        if (opened && reading && !endOfStream && (bits & KernelSocket.EPOLLIN) != 0) {
            readAll();
        }
        if (!ended && (bits & (KernelSocket.EPOLLERR | KernelSocket.EPOLLHUP)) != 0) {
            takeError();
        }
    }

    private void openCompleted(int bits) {
        long before = around.times().nanos();
        if ((bits & KernelSocket.EPOLLERR) != 0 || (bits & KernelSocket.EPOLLOUT) == 0) {
            return;
        }
        InetSocketAddress remote = socket.remote();
        if (remote != null) {
            opened = true;
            tell(SignalKind.OPENED, before, ends(new LinkedHashMap<>(), socket.local(), remote));
            socket.interest(interest());
        }
    }

    /** The kernel keeps one mark only: it is looked at before each read. */
    private void tellUrgent() throws IOException {
        long before = around.times().nanos();
        if (urgent.isNews()) {
            tell(SignalKind.URGENT, before, Map.of());
        }
    }

    private void urgentArrived() {
        try {
            tellUrgent();
        } catch (IOException e) {
            failed(around.times().nanos(), Errno.of(e));
        }
    }

    private void readAll() {
        try {
            for (int i = 0; i < READS_AT_ONCE; i++) {
                tellUrgent();
                long before = around.times().nanos();
                int count = socket.read(around.buffer(), around.buffer().capacity());
                if (count == 0) {
                    return;
                }
                if (count < 0) {
                    endOfStream(before);
                    return;
                }
                tell(SignalKind.DATA, before, Map.of("text", text(count).toHex()));
            }
            socket.interest(interest());
        } catch (IOException e) {
            failed(around.times().nanos(), Errno.of(e));
        }
    }

    private Bytes text(int count) {
        urgent.read(count);
        byte[] octets = new byte[count];
        around.buffer().get(0, octets);
        return Bytes.of(octets);
    }

    private void endOfStream(long before) {
        endOfStream = true;
        tell(SignalKind.CLOSING, before, Map.of());
        socket.interest(interest());
    }

    private void takeError() {
        long before = around.times().nanos();
        int error = socket.takeError();
        if (error != 0) {
            failed(before, Errno.pending(error));
        }
    }

    /** With error reports on, the kernel tells errors of a connection that lives on in the same way as its end. */
    private void failed(long before, Errno errno) {
        if (reports && socket.remote() != null) {
            tell(SignalKind.SOFT_ERROR, before, Map.of("words", errno.words()));
            socket.interest(interest());
        } else {
            end(before, errno);
        }
    }

    private void end(long before, Errno errno) {
        ended = true;
        socket.unwatch();
        tell(errno.ending(), before, Map.of("words", errno.words()));
    }

    private void tell(SignalKind kind, long before, Map<String, String> fields) {
        around.events().accept(new Event(kind, before, around.times().nanos(), id, fields));
    }

    private void mustExist() throws RefusedException {
        if (ended) {
            throw new RefusedException(Refusal.DOES_NOT_EXIST, "the connection has ended");
        }
    }

    /** What the refusal of a system call means in this connection's history. */
    private RefusedException inContext(RefusedException e) {
        boolean ends =
                e.refusal() == Refusal.RESET || e.refusal() == Refusal.REFUSED || e.refusal() == Refusal.TIMED_OUT;
        if (ends && !ended) {
            // The call took the error that would have been signalled.
            SignalKind kind = e.refusal() == Refusal.RESET
                    ? SignalKind.RESET
                    : e.refusal() == Refusal.REFUSED ? SignalKind.REFUSED : SignalKind.TIMED_OUT;
            ended = true;
            socket.unwatch();
            tell(kind, around.times().nanos(), Map.of("words", e.getMessage()));
        }
        return e.refusal() == Refusal.CLOSING && !closeCalled
                ? new RefusedException(Refusal.DOES_NOT_EXIST, e.getMessage())
                : e;
    }

    /** SEND: how many octets the kernel took. What it did not take is not kept here. */
    int send(Bytes text) throws RefusedException {
        mustExist();
        int taken = 0;
        try {
            while (taken < text.length()) {
                int count = Math.min(text.length() - taken, around.buffer().capacity());
                around.buffer().put(0, text.slice(taken, taken + count).toArray());
                int written = socket.write(around.buffer(), 0, count);
                taken += written;
                if (written < count) {
                    return taken;
                }
            }
            return taken;
        } catch (RefusedException e) {
            RefusedException refused = inContext(e);
            if (taken > 0) {
                return taken;
            }
            throw refused;
        }
    }

    /** SEND of urgent data: how many octets the kernel took. */
    int sendUrgent(Bytes text) throws RefusedException {
        mustExist();
        try {
            return urgent.send(text.toArray());
        } catch (RefusedException e) {
            throw inContext(e);
        }
    }

    /** How many octets are left to the end of urgent data. */
    int urgentLeft() throws RefusedException {
        mustExist();
        try {
            return urgent.left();
        } catch (IOException e) {
            throw inContext(Errno.of(e).refuseCalling());
        }
    }

    /** RECEIVE: empty if nothing is there. */
    Bytes receive(int max) throws RefusedException {
        mustExist();
        long before = around.times().nanos();
        try {
            int count = socket.read(around.buffer(), max);
            if (count >= 0) {
                Bytes text = text(count);
                // A read stops at the mark of urgent data; RECEIVE does not.
                boolean more = count > 0 && count < max && urgent.left() > 0;
                return more ? text.plus(receive(max - count)) : text;
            }
        } catch (IOException e) {
            throw inContext(Errno.of(e).refuseCalling());
        }
        if (!endOfStream) {
            endOfStream(before);
        }
        throw new RefusedException(Refusal.CLOSING, "end of stream");
    }

    void startReading() throws RefusedException {
        mustExist();
        reading = true;
        socket.interest(interest());
    }

    /** CLOSE. */
    void close() throws RefusedException {
        mustExist();
        try {
            socket.shutdownOutput();
        } catch (RefusedException e) {
            throw inContext(e);
        }
        closeCalled = true;
    }

    void closeBothWays() throws RefusedException {
        socket.close();
        mustExist();
    }

    void abort() throws RefusedException {
        try {
            if (!ended) {
                socket.lingerZero();
            }
        } finally {
            socket.close();
        }
        mustExist();
    }

    void choose(Map<ConnectionOption, Long> more) throws RefusedException {
        mustExist();
        socket.choose(more);
        chosen(more);
    }

    /** The socket was told so before it was opened. */
    void chosen(Map<ConnectionOption, Long> chosen) {
        reports = chosen.getOrDefault(ConnectionOption.ERROR_REPORTS, reports ? 1L : 0L) != 0;
    }

    void userTimeout(int millis) throws RefusedException {
        mustExist();
        socket.userTimeout(millis);
    }

    void keepAlive(boolean on) throws RefusedException {
        mustExist();
        socket.keepAlive(on);
    }

    void keepAliveInterval(int millis) throws RefusedException {
        mustExist();
        socket.keepAliveInterval(millis);
    }
}
