package org.tcpspec.model;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.SplittableRandom;
import org.tcpspec.spi.iut.SignalDetail;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.iut.User;
import org.tcpspec.spi.wire.Defect;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.IcmpCodec;
import org.tcpspec.spi.wire.IcmpMessage;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/**
 * One TCP after RFC 9293, with its listeners and connections, on a host with one or more addresses.
 *
 * <p>It has no thread and no clock of its own. Whoever drives it
 *
 * <ul>
 *   <li>gives it packets by {@link #arrive} and takes those that leave from {@link Surroundings#send},
 *   <li>calls as its user through {@link #user} and takes signals from {@link Surroundings#signal},
 *   <li>advances its time by {@link #advanceTo}, at the latest when {@link #nextTimer} says so. The time may be
 *       virtual, or that of a real clock; it never goes back.
 * </ul>
 *
 * <p>Used by one thread at a time. Nothing blocks; text that the send buffer does not take is refused, and may be sent
 * again after the next packet has arrived.
 */
public final class Host {

    private final Profile profile;
    private final Surroundings surroundings;
    private final Admission admission;
    private final Lifecycle lifecycle;
    private final Output output;
    private final Sender sender;
    private final Receiver receiver;
    private final SegmentArrives segmentArrives;
    private final UserCalls userCalls;
    private final Timeouts timeouts;
    private final Timestamps timestamps;
    private final TimestampClock timestampClock;
    private final WindowScale windowScale;
    private final NewIncarnation newIncarnation;
    private final EphemeralPorts ephemeralPorts;
    private final TimeWaitReuse timeWaitReuse;
    private final Recycling recycling;
    private final KeepAlive keepAlive;
    private final Urgent urgent;
    private final IcmpArrives icmpArrives;
    private final Congestion congestion;
    private final Ecn ecn;

    private final Connections connections;

    /** Segments to a loopback address, which never reach the wire. */
    private final Queue<Segment> looped = new ArrayDeque<>();

    private Optional<Event.Observer> observer = Optional.empty();
    private long now;

    /**
     * A host on which nothing listens.
     *
     * @param addresses its unicast addresses, at least one; of each IP version the first is preferred. Those of IPv4
     *     are in nets of 256
     * @param seed from which it draws its secret key and its ports
     * @param now its time, in nanoseconds of any clock
     */
    public Host(List<InetAddress> addresses, Profile profile, long seed, long now, Surroundings surroundings) {
        this(addresses, profile, seed, now, surroundings, new Parts());
    }

    Host(List<InetAddress> addresses, Profile profile, long seed, long now, Surroundings surroundings, Parts parts) {
        this.profile = profile;
        this.surroundings = surroundings;
        this.now = now;
        SplittableRandom random = new SplittableRandom(seed);
        InitialSequenceNumbers numbers = parts.initialSequenceNumbers(random.nextLong());
        this.timestampClock = parts.timestampClock(random.nextLong());
        this.connections = parts.connections();
        this.admission = parts.admission(List.copyOf(addresses));
        this.lifecycle = parts.lifecycle(this, List.copyOf(addresses), numbers);
        this.output = parts.output(this);
        this.sender = parts.sender(this);
        this.receiver = parts.receiver(this);
        this.segmentArrives = parts.segmentArrives(this);
        this.userCalls = parts.userCalls(this);
        this.timeouts = parts.timeouts(this);
        this.timestamps = parts.timestamps(this);
        this.windowScale = parts.windowScale(this);
        this.newIncarnation = parts.newIncarnation(this);
        this.ephemeralPorts = parts.ephemeralPorts(this, random);
        this.timeWaitReuse = parts.timeWaitReuse(this);
        this.recycling = parts.recycling(this);
        this.keepAlive = parts.keepAlive(this);
        this.urgent = parts.urgent(this);
        this.icmpArrives = parts.icmpArrives(this);
        this.congestion = parts.congestion(this);
        this.ecn = parts.ecn(this);
    }

    /** The user's side: calls with the meaning that {@link User} gives them. */
    public User user() {
        return userCalls;
    }

    /** From now on {@code observer} is told of every event and what it did to the state. */
    public void observe(Event.Observer observer) {
        this.observer = Optional.of(observer);
    }

    /** The host's time in nanoseconds. */
    public long now() {
        return now;
    }

    /** When the next timer expires; empty if none runs. */
    public OptionalLong nextTimer() {
        long next = Timers.NEVER;
        for (Tcb tcb : connections.all()) {
            next = Math.min(next, tcb.timers.nextExpiry());
        }
        return next == Timers.NEVER ? OptionalLong.empty() : OptionalLong.of(next);
    }

    /** Lets time pass up to {@code nanos}: the timers that expire by then do so, in order, each at its time. */
    public void advanceTo(long nanos) {
        deliverLooped();
        OptionalLong next = nextTimer();
        while (next.isPresent() && next.getAsLong() <= nanos) {
            now = Math.max(now, next.getAsLong());
            expire(next.getAsLong());
            deliverLooped();
            next = nextTimer();
        }
        now = Math.max(now, nanos);
    }

    private void deliverLooped() {
        while (!looped.isEmpty()) {
            surroundings.step();
            arrive(looped.remove());
        }
    }

    private void expire(long nanos) {
        surroundings.step();
        Tcb tcb = connections.all().stream()
                .filter(t -> t.timers.nextExpiry() == nanos)
                .findFirst()
                .orElseThrow();
        Standing before = standing(tcb);
        Timeout timeout = tcb.timers.expire();
        timeouts.expired(tcb, timeout);
        finish(tcb);
        processed(tcb, before, new Event.Expiry(timeout));
    }

    /**
     * A packet arrives, TCP or ICMP. What is damaged, something else, for another host, or from an address that can be no single host is
     * ignored (MUST-3, MUST-57, MUST-63).
     */
    public void arrive(Packet packet) {
        if (packet.defects().contains(Defect.NOT_TCP)) {
            IcmpCodec.decode(packet.octets()).filter(admission::admits).ifPresent(this::arrive);
            return;
        }
        if (admission.isDamaged(packet)) {
            return;
        }
        admission.read(packet).ifPresent(seg -> {
            if (admission.admits(seg)) {
                arrive(seg);
            } else {
                FourTuple ends = new FourTuple(seg.destination(), seg.source());
                processed(ends, standing(ends, Optional.empty()), new Event.Arrival(seg), Optional.empty());
            }
        });
    }

    private void arrive(IcmpMessage message) {
        icmpArrives.connection(message).ifPresent(tcb -> {
            Standing before = standing(tcb);
            icmpArrives.arrived(tcb, message);
            finish(tcb);
            processed(tcb, before, new Event.Report(message));
        });
    }

    private void arrive(Segment seg) {
        FourTuple ends = new FourTuple(seg.destination(), seg.source());
        Optional<Tcb> tcb = connections.find(ends);
        Standing before = standing(ends, tcb);
        Optional<Listener> listener = connections.listenerFor(ends.iut());
        if (tcb.isPresent()) {
            if (tcb.get().state == State.SYN_SENT) {
                segmentArrives.synSentState(tcb.get(), seg);
            } else {
                segmentArrives.otherStates(tcb.get(), seg);
            }
            keepAlive.heard(tcb.get());
            finish(tcb.get());
        } else if (listener.isPresent()) {
            segmentArrives.listenState(listener.get(), seg);
        } else {
            segmentArrives.closedState(seg);
        }
        processed(ends, before, new Event.Arrival(seg), tcb.or(() -> connections.find(ends)));
    }

    Profile profile() {
        return profile;
    }

    Admission admission() {
        return admission;
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }

    Connections connections() {
        return connections;
    }

    Output output() {
        return output;
    }

    Sender sender() {
        return sender;
    }

    Receiver receiver() {
        return receiver;
    }

    Timestamps timestamps() {
        return timestamps;
    }

    TimestampClock timestampClock() {
        return timestampClock;
    }

    WindowScale windowScale() {
        return windowScale;
    }

    NewIncarnation newIncarnation() {
        return newIncarnation;
    }

    EphemeralPorts ephemeralPorts() {
        return ephemeralPorts;
    }

    TimeWaitReuse timeWaitReuse() {
        return timeWaitReuse;
    }

    Recycling recycling() {
        return recycling;
    }

    KeepAlive keepAlive() {
        return keepAlive;
    }

    Urgent urgent() {
        return urgent;
    }

    Congestion congestion() {
        return congestion;
    }

    Ecn ecn() {
        return ecn;
    }

    /** How a connection stands, for the observer if there is one. */
    Standing standing(Tcb tcb) {
        return standing(tcb.ends(), Optional.of(tcb));
    }

    Standing standing(FourTuple ends, Optional<Tcb> tcb) {
        return Standing.of(state(ends), observer.isPresent() ? tcb : Optional.empty(), timestamps());
    }

    void processed(Tcb tcb, Standing before, Event event) {
        processed(tcb.ends(), before, event, Optional.of(tcb));
    }

    void processed(FourTuple ends, Standing before, Event event, Optional<Tcb> tcb) {
        observer.ifPresent(o -> o.processed(ends, before, event, standing(ends, tcb)));
    }

    /** A call that found no connection was refused. */
    void refused(FourTuple ends, State state, String call) {
        Standing standing = new Standing(state, Optional.empty());
        observer.ifPresent(o -> o.processed(ends, standing, new Event.Call(call), standing));
    }

    /** What every event ends with: text that may go now goes, and an ACK that is still owed. */
    void finish(Tcb tcb) {
        if (tcb.state != State.CLOSED) {
            sender.send(tcb);
            receiver.acknowledge(tcb);
        }
    }

    // ---- what the parts send and tell; a nanosecond passes each time, so that cause and effect have different times

    void send(Segment segment) {
        now++;
        if (segment.destination().address().isLoopbackAddress()) {
            looped.add(segment);
            return;
        }
        surroundings.send(now, output.packet(segment));
    }

    void note(String words) {
        surroundings.note(words);
    }

    void signal(Tcb tcb, SignalKind kind, SignalDetail detail) {
        if (tcb.known) {
            now++;
            surroundings.signal(now, kind, tcb.id, detail);
        }
    }

    /** The state as {@link User#status} tells it. */
    State state(FourTuple ends) {
        return connections
                .find(ends)
                .map(tcb -> tcb.state)
                .orElse(connections.listenerFor(ends.iut()).isPresent() ? State.LISTEN : State.CLOSED);
    }
}
