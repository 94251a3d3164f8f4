package org.tcpspec.steps.tape;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.Clock;
import org.tcpspec.spi.iut.IutGoneException;
import org.tcpspec.spi.iut.IutGoneInCompanyException;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Peer;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;

/** Records what a play reads from its bench. Used by one thread. */
public final class Recorder {
    private final Numbers nanos = new Numbers();
    private final Numbers steady = new Numbers();
    private final Numbers taken = new Numbers();
    private final Numbers lost = new Numbers();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Tape.Thrown> thrown = new ArrayList<>();
    private final Map<Integer, Integer> ports = new HashMap<>();
    private Optional<Bench> bench = Optional.empty();
    private Optional<InetAddress> otherPeer = Optional.empty();
    private long count;
    private long calls;

    /** The bench that {@code opening} gives, as it is, but that what is read from it is recorded. */
    public Bench open(Supplier<Bench> opening) {
        Bench opened = noted(opening);
        bench = Optional.of(opened);
        return new Recording(opened);
    }

    /**
     * The tape of the play so far.
     *
     * @param record what the play has on record
     */
    public Tape tape(List<Observed> record) {
        List<Outcome> recorded = record.stream()
                .filter(Observed.Call.class::isInstance)
                .map(o -> ((Observed.Call) o).outcome())
                .toList();
        boolean inOrder = recorded.size() <= outcomes.size()
                && outcomes.subList(0, recorded.size()).equals(recorded);
        int first = inOrder ? recorded.size() : 0;
        taken.add(count);
        return new Tape(
                bench.map(b -> b.clock().isVirtual()).orElse(false),
                bench.map(this::place),
                nanos.octets(),
                steady.octets(),
                taken.octets(),
                lost.octets(),
                outcomes.subList(first, outcomes.size()),
                first,
                thrown);
    }

    private Tape.Place place(Bench of) {
        return new Tape.Place(of.iutAddress(), of.peer().address(), otherPeer, of.localNet(), ports);
    }

    private <T> T noted(Supplier<T> call) {
        long at = calls++;
        try {
            return call.get();
        } catch (LabException e) {
            thrown.add(new Tape.Thrown(at, Tape.Kind.LAB, e.getMessage()));
            throw e;
        } catch (IutGoneInCompanyException e) {
            thrown.add(new Tape.Thrown(at, Tape.Kind.IUT_GONE_IN_COMPANY, e.getMessage()));
            throw e;
        } catch (IutGoneException e) {
            thrown.add(new Tape.Thrown(at, Tape.Kind.IUT_GONE, e.getMessage()));
            throw e;
        } catch (RuntimeException e) {
            thrown.add(new Tape.Thrown(at, Tape.Kind.FAULT, e.toString()));
            throw e;
        }
    }

    /** A user each of whose outcomes is recorded. */
    private User user(User user) {
        return (User) Proxy.newProxyInstance(
                User.class.getClassLoader(), new Class<?>[] {User.class}, (proxy, method, arguments) -> {
                    Object result = noted(() -> {
                        try {
                            return method.invoke(user, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause() instanceof RuntimeException cause
                                    ? cause
                                    : new IllegalStateException(e.getCause());
                        } catch (IllegalAccessException e) {
                            throw new IllegalStateException(e);
                        }
                    });
                    if (result instanceof Outcome outcome) {
                        outcomes.add(outcome);
                    }
                    return result;
                });
    }

    private final class Recording implements Bench {
        private final Bench real;
        private final User user;
        private final Clock clock;
        private final Peer peer;

        Recording(Bench real) {
            this.real = real;
            this.user = Recorder.this.user(real.user());
            this.clock = new Watched(real.clock());
            this.peer = new Peer() {
                @Override
                public InetAddress address() {
                    return real.peer().address();
                }

                @Override
                public void inject(Bytes ipPacket) {
                    noted(() -> {
                        real.peer().inject(ipPacket);
                        return true;
                    });
                }
            };
        }

        @Override
        public User user() {
            return user;
        }

        @Override
        public Peer peer() {
            return peer;
        }

        @Override
        public Clock clock() {
            return clock;
        }

        @Override
        public InetAddress iutAddress() {
            return real.iutAddress();
        }

        @Override
        public Optional<LocalNet> localNet() {
            return real.localNet();
        }

        @Override
        public int port(int index) {
            int port = real.port(index);
            ports.put(index, port);
            return port;
        }

        @Override
        public InetAddress otherPeerAddress() {
            InetAddress address = noted(real::otherPeerAddress);
            otherPeer = Optional.of(address);
            return address;
        }

        @Override
        public Optional<Observed> next(long deadline) {
            Optional<Observed> next = noted(() -> real.next(deadline));
            if (next.isPresent()) {
                count++;
            } else {
                taken.add(count);
                count = 0;
            }
            return next;
        }

        @Override
        public long lost() {
            long now = real.lost();
            lost.add(now);
            return now;
        }

        @Override
        public void close() {
            real.close();
        }
    }

    private final class Watched implements Clock {
        private final Clock real;

        Watched(Clock real) {
            this.real = real;
        }

        @Override
        public long nanos() {
            long now = real.nanos();
            nanos.add(now);
            return now;
        }

        @Override
        public boolean isVirtual() {
            return real.isVirtual();
        }

        @Override
        public long steady() {
            long now = real.steady();
            steady.add(now);
            return now;
        }
    }
}
