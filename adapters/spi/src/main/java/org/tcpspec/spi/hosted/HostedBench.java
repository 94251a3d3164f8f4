package org.tcpspec.spi.hosted;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Clock;
import org.tcpspec.spi.iut.IutGoneException;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Peer;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Bytes;

/** A bench that lives in a {@link Child}. */
final class HostedBench implements Bench, Peer, Clock {

    private final Child child;
    private final Runnable closed;
    private final User user;
    private final InetAddress iut;
    private final InetAddress peer;
    private final Optional<LocalNet> localNet;
    private final List<Integer> ports;
    private Bytes lastPacket = Bytes.EMPTY;
    private boolean open = true;

    /** @param closed run once when the bench is closed */
    @SuppressWarnings("unchecked")
    HostedBench(Child child, int number, BenchRequest request, Runnable closed) {
        this.child = child;
        this.closed = closed;
        List<Object> facts = (List<Object>) child.ask(Question.OPEN, number, request);
        this.iut = (InetAddress) facts.get(0);
        this.peer = (InetAddress) facts.get(1);
        this.localNet = (Optional<LocalNet>) facts.get(2);
        this.ports = (List<Integer>) facts.get(3);
        this.user = (User) Proxy.newProxyInstance(User.class.getClassLoader(), new Class<?>[] {User.class}, this::call);
    }

    private Object call(Object proxy, Method method, Object[] arguments) {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "the user in a child process";
            };
        }
        return ask(method.getName(), arguments);
    }

    /** A death is told with the packet that the stack got last. */
    private Object ask(String what, Object... arguments) {
        try {
            return child.ask(what, arguments);
        } catch (IutGoneException e) {
            String after = lastPacket.isEmpty() ? "" : " It was given last: " + lastPacket.toHex();
            throw new IutGoneException(e.getMessage() + after, e);
        }
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
        return iut;
    }

    @Override
    public Optional<LocalNet> localNet() {
        return localNet;
    }

    @Override
    public int port(int index) {
        return ports.get(index);
    }

    @Override
    public InetAddress address() {
        return peer;
    }

    @Override
    public InetAddress otherPeerAddress() {
        return (InetAddress) ask(Question.OTHER_PEER);
    }

    @Override
    public long nanos() {
        return child.now();
    }

    @Override
    public boolean isVirtual() {
        return true;
    }

    @Override
    public void inject(Bytes ipPacket) {
        lastPacket = ipPacket;
        ask(Question.INJECT, ipPacket);
    }

    /** The child tells all that is on record with each answer; it is asked where time must pass. */
    @Override
    public Optional<Observed> next(long deadline) {
        if (child.seen().isEmpty() && child.now() < deadline) {
            ask(Question.NEXT, deadline);
        }
        return Optional.ofNullable(child.seen().poll());
    }

    @Override
    public long lost() {
        return 0;
    }

    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        try {
            if (child.isAlive()) {
                child.ask(Question.CLOSE);
            }
        } catch (IutGoneException e) {
            // It died while it cleaned up: the next bench gets another child.
            child.close();
        } finally {
            child.seen().clear();
            closed.run();
        }
    }
}
