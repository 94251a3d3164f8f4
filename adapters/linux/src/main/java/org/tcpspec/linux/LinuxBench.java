package org.tcpspec.linux;

import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Capability;
import org.tcpspec.spi.iut.Clock;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Peer;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.iut.Wire;
import org.tcpspec.spi.wire.IpVersion;

/** One scenario's place in an instance: a phantom, a block of ports, and a queue of what it sees. */
final class LinuxBench implements Bench {

    private final Instance instance;
    private final Consumer<LinuxBench> closed;
    private final String scenario;

    /** An empty element only wakes who waits. */
    private final BlockingQueue<Optional<Observed>> record = new LinkedBlockingQueue<>();

    private final InetAddress iut;
    private final LocalNet net;
    private final int firstPort;
    private final Wire.Phantom phantom;
    private final User user;
    private final long lostBefore;
    private Optional<InetAddress> otherPeer = Optional.empty();
    private final IpVersion ip;
    private boolean isClosed;

    private LinuxBench(Instance instance, BenchRequest request, boolean ipv6, Consumer<LinuxBench> closed) {
        this.instance = instance;
        this.closed = closed;
        this.scenario = request.scenario();
        this.ip = request.ip();
        Addresses.Block block = instance.addresses().block();
        instance.provide(block.address(), ipv6);
        this.iut = Addresses.iut(request.ip(), block.address());
        this.net = Addresses.net(request.ip(), block.address());
        this.firstPort = block.firstPort();
        this.lostBefore = instance.wire().lost();
        InetAddress address = instance.addresses().phantom(request.ip());
        this.phantom = instance.wire().phantom(address, iut, this::deliver);
        this.user = instance.agent().user(this::deliver);
    }

    /** @param closed called once, after the bench gave everything back */
    static LinuxBench open(Instance instance, BenchRequest request, Consumer<LinuxBench> closed) {
        boolean ipv6 = instance.agent().capabilities().contains(Capability.IPV6);
        if (request.ip() == IpVersion.IPV6 && !ipv6) {
            throw new LabException("this kernel has no IPv6");
        }
        LinuxBench bench = new LinuxBench(instance, request, ipv6, closed);
        instance.add(bench);
        return bench;
    }

    private void deliver(Observed observed) {
        record.add(Optional.of(observed));
    }

    /** Lets whoever waits in {@link #next} look again at the instance. */
    void wake() {
        record.add(Optional.empty());
    }

    @Override
    public User user() {
        return user;
    }

    @Override
    public Peer peer() {
        return phantom;
    }

    @Override
    public Clock clock() {
        return RealClock.INSTANCE;
    }

    @Override
    public InetAddress iutAddress() {
        return iut;
    }

    @Override
    public Optional<LocalNet> localNet() {
        return Optional.of(net);
    }

    @Override
    public int port(int index) {
        if (index < 0 || index >= Addresses.PORTS) {
            throw new IllegalArgumentException("a scenario has the ports 0 to " + (Addresses.PORTS - 1));
        }
        return firstPort + index;
    }

    @Override
    public InetAddress otherPeerAddress() {
        if (otherPeer.isEmpty()) {
            otherPeer = Optional.of(instance.addresses().phantom(ip));
            phantom.answerFor(otherPeer.get());
        }
        return otherPeer.get();
    }

    @Override
    public Optional<Observed> next(long deadline) {
        while (true) {
            long left = deadline - RealClock.INSTANCE.nanos();
            Optional<Observed> next =
                    left > 0 ? await(left) : Optional.ofNullable(record.poll()).orElse(Optional.empty());
            if (next.isPresent()) {
                return next;
            }
            instance.check();
            if (left <= 0 && record.isEmpty()) {
                // Throws if the capture broke: then nothing came because nothing could.
                instance.wire().lost();
                return Optional.empty();
            }
        }
    }

    private Optional<Observed> await(long nanos) {
        try {
            return Optional.ofNullable(record.poll(nanos, TimeUnit.NANOSECONDS)).orElse(Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while waiting in " + scenario, e);
        }
    }

    @Override
    public long lost() {
        return instance.wire().lost() - lostBefore;
    }

    String scenario() {
        return scenario;
    }

    Instance instance() {
        return instance;
    }

    /** The user's connections are reset while the phantom still sees it. */
    void giveBack() {
        instance.remove(this);
        try {
            instance.agent().release(user);
        } finally {
            phantom.close();
        }
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            closed.accept(this);
        }
    }
}
