package org.tcpspec.model;

import java.util.function.Supplier;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;

/** A user whose calls become part of the bench's record. */
final class RecordingUser implements User {

    /** Makes a call and records it under the RFC's name for it. */
    @FunctionalInterface
    interface Recorder {
        Outcome record(String words, Supplier<Outcome> call);
    }

    private final User user;
    private final Recorder recorder;

    RecordingUser(User user, Recorder recorder) {
        this.user = user;
        this.recorder = recorder;
    }

    @Override
    public Outcome openPassive(Endpoint local, OpenOptions options) {
        return recorder.record("passive OPEN " + local, () -> user.openPassive(local, options));
    }

    @Override
    public Outcome openActive(Endpoint local, Endpoint remote, OpenOptions options) {
        return recorder.record("active OPEN " + local + " to " + remote, () -> user.openActive(local, remote, options));
    }

    @Override
    public Outcome openFromListen(ListenerId listener, Endpoint remote, OpenOptions options) {
        return recorder.record(
                "active OPEN " + listener + " to " + remote, () -> user.openFromListen(listener, remote, options));
    }

    @Override
    public Outcome send(ConnectionId connection, Bytes text) {
        return recorder.record("SEND " + octets(text.length()) + connection, () -> user.send(connection, text));
    }

    @Override
    public Outcome sendFromListen(ListenerId listener, Endpoint remote, Bytes text, OpenOptions options) {
        return recorder.record(
                "SEND " + octets(text.length()) + listener + " to " + remote,
                () -> user.sendFromListen(listener, remote, text, options));
    }

    @Override
    public Outcome receive(ConnectionId connection, int max) {
        return recorder.record("RECEIVE " + octets(max) + connection, () -> user.receive(connection, max));
    }

    @Override
    public Outcome startReading(ConnectionId connection) {
        return recorder.record("RECEIVE " + connection, () -> user.startReading(connection));
    }

    @Override
    public Outcome close(ConnectionId connection) {
        return recorder.record("CLOSE " + connection, () -> user.close(connection));
    }

    @Override
    public Outcome closeBothWays(ConnectionId connection) {
        return recorder.record("close() " + connection, () -> user.closeBothWays(connection));
    }

    @Override
    public Outcome abort(ConnectionId connection) {
        return recorder.record("ABORT " + connection, () -> user.abort(connection));
    }

    @Override
    public Outcome closeListener(ListenerId listener) {
        return recorder.record("CLOSE " + listener, () -> user.closeListener(listener));
    }

    @Override
    public Outcome userTimeout(ConnectionId connection, long millis) {
        return recorder.record(
                "USER TIMEOUT " + millis + " ms, " + connection, () -> user.userTimeout(connection, millis));
    }

    @Override
    public Outcome status(FourTuple connection) {
        return recorder.record("STATUS " + connection.iut() + " " + connection.peer(), () -> user.status(connection));
    }

    private static String octets(int count) {
        return count + (count == 1 ? " octet, " : " octets, ");
    }
}
