package org.tcpspec.steps;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Clock;
import org.tcpspec.spi.iut.ConnectionId;
import org.tcpspec.spi.iut.ConnectionOption;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.ListenerId;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.OpenOptions;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Peer;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.State;

/** An IUT whose STATUS does not tell the truth; all else is the IUT's own. */
record LyingStatus(Iut iut, UnaryOperator<State> lie) implements Iut {

    @Override
    public Statement statement() {
        return iut.statement();
    }

    @Override
    public Map<String, String> environment() {
        return iut.environment();
    }

    @Override
    public Bench bench(BenchRequest request) {
        return new LyingBench(iut.bench(request), lie);
    }

    @Override
    public List<String> notes() {
        return iut.notes();
    }

    @Override
    public void close() {
        iut.close();
    }

    private record LyingBench(Bench bench, UnaryOperator<State> lie) implements Bench {
        @Override
        public User user() {
            return new LyingUser(bench.user(), lie);
        }

        @Override
        public Peer peer() {
            return bench.peer();
        }

        @Override
        public Clock clock() {
            return bench.clock();
        }

        @Override
        public InetAddress iutAddress() {
            return bench.iutAddress();
        }

        @Override
        public Optional<LocalNet> localNet() {
            return bench.localNet();
        }

        @Override
        public int port(int index) {
            return bench.port(index);
        }

        @Override
        public InetAddress otherPeerAddress() {
            return bench.otherPeerAddress();
        }

        @Override
        public Optional<Observed> next(long deadline) {
            return bench.next(deadline);
        }

        @Override
        public long lost() {
            return bench.lost();
        }

        @Override
        public void close() {
            bench.close();
        }
    }

    private record LyingUser(User user, UnaryOperator<State> lie) implements User {
        @Override
        public Outcome openPassive(Endpoint local, OpenOptions options) {
            return user.openPassive(local, options);
        }

        @Override
        public Outcome openActive(Endpoint local, Endpoint remote, OpenOptions options) {
            return user.openActive(local, remote, options);
        }

        @Override
        public Outcome openFromListen(ListenerId listener, Endpoint remote, OpenOptions options) {
            return user.openFromListen(listener, remote, options);
        }

        @Override
        public Outcome send(ConnectionId connection, Bytes text) {
            return user.send(connection, text);
        }

        @Override
        public Outcome sendFromListen(ListenerId listener, Endpoint remote, Bytes text, OpenOptions options) {
            return user.sendFromListen(listener, remote, text, options);
        }

        @Override
        public Outcome receive(ConnectionId connection, int max) {
            return user.receive(connection, max);
        }

        @Override
        public Outcome startReading(ConnectionId connection) {
            return user.startReading(connection);
        }

        @Override
        public Outcome close(ConnectionId connection) {
            return user.close(connection);
        }

        @Override
        public Outcome closeBothWays(ConnectionId connection) {
            return user.closeBothWays(connection);
        }

        @Override
        public Outcome abort(ConnectionId connection) {
            return user.abort(connection);
        }

        @Override
        public Outcome closeListener(ListenerId listener) {
            return user.closeListener(listener);
        }

        @Override
        public Outcome userTimeout(ConnectionId connection, long millis) {
            return user.userTimeout(connection, millis);
        }

        @Override
        public Outcome sendUrgent(ConnectionId connection, Bytes text) {
            return user.sendUrgent(connection, text);
        }

        @Override
        public Outcome urgentLeft(ConnectionId connection) {
            return user.urgentLeft(connection);
        }

        @Override
        public Outcome keepAlive(ConnectionId connection, boolean on) {
            return user.keepAlive(connection, on);
        }

        @Override
        public Outcome keepAliveInterval(ConnectionId connection, long millis) {
            return user.keepAliveInterval(connection, millis);
        }

        @Override
        public Outcome choose(ConnectionId connection, ConnectionOption option, long value) {
            return user.choose(connection, option, value);
        }

        @Override
        public Outcome status(FourTuple connection) {
            return user.status(connection).state().map(lie).map(Outcome::state).orElse(Outcome.OK);
        }
    }
}
