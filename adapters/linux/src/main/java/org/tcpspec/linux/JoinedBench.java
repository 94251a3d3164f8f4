package org.tcpspec.linux;

import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.Clock;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.iut.Peer;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.iut.Wire;

/** One scenario's place in an instance: a phantom, a block of ports, and a queue of what it sees. */
final class JoinedBench implements Bench {

    static final int PORTS = 8;

    private final Joint joint;
    private final Joint.Place place;
    private final String scenario;
    private final Consumer<JoinedBench> closed;

    /** An empty element only wakes who waits. */
    private final BlockingQueue<Optional<Observed>> record = new LinkedBlockingQueue<>();

    private final Wire.Phantom phantom;
    private final User user;
    private final User shown;
    private final long lostBefore;
    private Optional<InetAddress> otherPeer = Optional.empty();
    private boolean isClosed;

    private JoinedBench(Joint joint, Joint.Place place, String scenario, Consumer<JoinedBench> closed) {
        this.joint = joint;
        this.place = place;
        this.scenario = scenario;
        this.closed = closed;
        this.lostBefore = joint.wire().lost();
        this.user = joint.agent().user(this::deliver);
        this.shown = joint.shown(user, this::settle);
        this.phantom = joint.wire().phantom(place.phantom(), place.iut(), joint.watching(user, this::deliver));
    }

    /** @param closed called once, after the bench gave everything back */
    static JoinedBench open(Joint joint, Joint.Place place, String scenario, Consumer<JoinedBench> closed) {
        JoinedBench bench = new JoinedBench(joint, place, scenario, closed);
        joint.add(bench);
        return bench;
    }

    private void deliver(Observed observed) {
        record.add(Optional.of(observed));
    }

    private void settle() {
        joint.settle(phantom, place.iut());
    }

    /** Lets whoever waits in {@link #next} look again at the joint. */
    void wake() {
        record.add(Optional.empty());
    }

    @Override
    public User user() {
        return shown;
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
        return place.iut();
    }

    @Override
    public Optional<LocalNet> localNet() {
        return place.net();
    }

    @Override
    public int port(int index) {
        if (index < 0 || index >= PORTS) {
            throw new IllegalArgumentException("a scenario has the ports 0 to " + (PORTS - 1));
        }
        return place.ports().applyAsInt(index);
    }

    @Override
    public InetAddress otherPeerAddress() {
        if (otherPeer.isEmpty()) {
            otherPeer = Optional.of(place.otherPhantom().get());
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
            joint.check();
            if (left <= 0 && record.isEmpty()) {
                // Throws if the capture broke: then nothing came because nothing could.
                joint.wire().lost();
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
        return joint.wire().lost() - lostBefore;
    }

    Joint joint() {
        return joint;
    }

    String scenario() {
        return scenario;
    }

    /** The user's connections are reset while the phantom still sees it. */
    void giveBack() {
        try {
            joint.agent().release(user);
        } finally {
            // Until then what the stack dies of may be this bench's doing.
            joint.remove(this);
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
