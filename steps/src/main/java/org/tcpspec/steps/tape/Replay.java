package org.tcpspec.steps.tape;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Clock;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutGoneException;
import org.tcpspec.spi.iut.IutGoneInCompanyException;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Peer;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.steps.run.ScenarioResult;

/** An IUT that does again what is on record: each bench gives back the play of its scenario. */
public final class Replay implements Iut {
    /** What a scenario meets that asks for more than was recorded, or in another order. */
    public static final String DIVERGED = "The record does not go on as the scenario does";

    private final Statement statement;
    private final Map<String, ScenarioResult> plays = new ConcurrentHashMap<>();

    /** @param plays one play of each scenario */
    public Replay(Statement statement, List<ScenarioResult> plays) {
        this.statement = statement;
        plays.forEach(play -> this.plays.put(play.scenario().id(), play));
    }

    @Override
    public Statement statement() {
        return statement;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    /** A scenario that is not on record is another instance, of which nothing is asked. */
    @Override
    public Bench bench(BenchRequest request) {
        Optional<ScenarioResult> play = Optional.ofNullable(plays.get(request.scenario()));
        Player player = new Player(
                play.map(ScenarioResult::tape).orElse(Tape.NONE),
                play.map(ScenarioResult::record).orElse(List.of()));
        if (play.isPresent()) {
            player.mayThrow();
        }
        return player;
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void close() {
        // nothing was started
    }

    private static final class Player implements Bench, Clock, Peer {
        private final Tape tape;
        private final List<Observed> record;
        private final List<Outcome> recorded;
        private final Numbers.Reader nanos;
        private final Numbers.Reader steady;
        private final Numbers.Reader taken;
        private final Numbers.Reader lost;
        private final User user;
        private long left;
        private int at;
        private int outcome;
        private long calls;

        Player(Tape tape, List<Observed> record) {
            this.tape = tape;
            this.record = record;
            this.recorded = record.stream()
                    .filter(Observed.Call.class::isInstance)
                    .map(o -> ((Observed.Call) o).outcome())
                    .toList();
            this.nanos = new Numbers.Reader(tape.nanos());
            this.steady = new Numbers.Reader(tape.steady());
            this.taken = new Numbers.Reader(tape.taken());
            this.lost = new Numbers.Reader(tape.lost());
            this.left = taken.next();
            this.user = (User)
                    Proxy.newProxyInstance(User.class.getClassLoader(), new Class<?>[] {User.class}, this::called);
        }

        private Object called(Object proxy, Method method, Object[] arguments) {
            mayThrow();
            int nth = outcome++;
            int beyond = nth - tape.firstOutcome();
            if (nth < tape.firstOutcome() && nth < recorded.size()) {
                return recorded.get(nth);
            }
            return beyond >= 0 && beyond < tape.outcomes().size()
                    ? tape.outcomes().get(beyond)
                    : Outcome.OK;
        }

        private void mayThrow() {
            long now = calls++;
            for (Tape.Thrown thrown : tape.thrown()) {
                if (thrown.at() == now) {
                    throw switch (thrown.kind()) {
                        case LAB -> new LabException(thrown.message());
                        case IUT_GONE -> new IutGoneException(thrown.message());
                        case IUT_GONE_IN_COMPANY -> new IutGoneInCompanyException(thrown.message());
                        case FAULT -> new Fault(thrown.message());
                    };
                }
            }
        }

        @Override
        public Optional<Observed> next(long deadline) {
            mayThrow();
            if (left > 0) {
                left--;
                return Optional.of(record(at++));
            }
            if (!taken.hasNext()) {
                throw new LabException(DIVERGED + ": it waits for more than was recorded.");
            }
            left = taken.next();
            return Optional.empty();
        }

        private Observed record(int index) {
            if (index >= record.size()) {
                throw new LabException(DIVERGED + ": something on record is gone.");
            }
            return record.get(index);
        }

        private Tape.Place place() {
            return tape.place().orElseThrow(() -> new LabException(DIVERGED + ": there was no bench."));
        }

        @Override
        public User user() {
            return user;
        }

        @Override
        public Peer peer() {
            return this;
        }

        @Override
        public Clock clock() {
            return this;
        }

        @Override
        public InetAddress iutAddress() {
            return place().iut();
        }

        @Override
        public Optional<LocalNet> localNet() {
            return place().localNet();
        }

        @Override
        public int port(int index) {
            return Optional.ofNullable(place().ports().get(index))
                    .orElseThrow(() -> new LabException(DIVERGED + ": it asks for another port."));
        }

        @Override
        public InetAddress otherPeerAddress() {
            mayThrow();
            return place().otherPeer().orElseThrow(() -> new LabException(DIVERGED + ": it asks for another peer."));
        }

        @Override
        public long lost() {
            return lost.next();
        }

        @Override
        public void close() {
            // nothing is held
        }

        @Override
        public long nanos() {
            return nanos.next();
        }

        @Override
        public long steady() {
            return steady.next();
        }

        @Override
        public boolean isVirtual() {
            return tape.virtual();
        }

        @Override
        public InetAddress address() {
            return place().peer();
        }

        @Override
        public void inject(Bytes ipPacket) {
            // What the peer sent stands on record: if this is something else, it never comes back.
            mayThrow();
        }
    }

    /** A fault of the kit, in the words that it had. */
    private static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Fault(String words) {
            super(words);
        }

        @Override
        public String toString() {
            return getMessage();
        }
    }
}
