package org.tcpspec.pcap;

import java.io.EOFException;
import java.net.InetAddress;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.tcpspec.pcap.Ethernet.Mac;
import org.tcpspec.spi.iut.LabException;
import org.tcpspec.spi.iut.Mailbox;
import org.tcpspec.spi.iut.Observed.Direction;
import org.tcpspec.spi.iut.Wire;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.Packet;
import org.tcpspec.spi.wire.SegmentCodec;

/** One interface: a thread that captures both directions and hands each packet to its phantom, and a way to send. */
final class PcapWire implements Wire {

    /** Locally administered, so that no real card has it. */
    private static final Mac GATEWAY = new Mac(0x0254_4350_0001L);

    private static final int QUESTIONS = 10;
    private static final long QUESTION_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long JOIN_MILLIS = 5_000;

    /** How long the answer may take that tells that all before was taken; and how many may be missing in a row. */
    private static final long SETTLING_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final int MOST_UNANSWERED = 3;

    private final String networkInterface;
    private final PcapHandle capture;
    private final PcapHandle sending;
    private final Thread thread;
    private final Predicate<InetAddress> ours;
    private final Neighbours neighbours;
    private final Strays strays = new Strays();
    private final ConcurrentMap<InetAddress, PhantomHost> phantoms = new ConcurrentHashMap<>();
    private final Set<InetAddress> gone = ConcurrentHashMap.newKeySet();

    /** Packets sent under a source address that is not their phantom's, until the capture has seen them. */
    private final ConcurrentMap<Bytes, PhantomHost> foreignPackets = new ConcurrentHashMap<>();

    /** The addresses under which such packets were sent: what the IUT answers to them is their phantom's. */
    private final ConcurrentMap<InetAddress, PhantomHost> foreignAddresses = new ConcurrentHashMap<>();

    private final ConcurrentMap<InetAddress, Mac> hardware = new ConcurrentHashMap<>();
    private final Object learned = new Object();

    /** Guarded by {@link #learned}: how often each address was told in answer to a question. */
    private final Map<InetAddress, Long> answers = new HashMap<>();

    /** One question at a time, so that an answer tells which one it is to. */
    private final Object settling = new Object();

    /** Guarded by {@link #settling}: how many such questions in a row had no answer. */
    private final Map<InetAddress, Integer> unanswered = new HashMap<>();

    private final Object sendLock = new Object();
    private final Object statsLock = new Object();
    private long lastLost;
    private volatile Optional<Exception> broken = Optional.empty();
    private volatile boolean closed;

    private PcapWire(String networkInterface, PcapHandle capture, PcapHandle sending, Predicate<InetAddress> ours) {
        this.ours = ours;
        this.neighbours = new Neighbours(GATEWAY, ours);
        this.networkInterface = networkInterface;
        this.capture = capture;
        this.sending = sending;
        this.thread = new Thread(this::run, "capture-" + networkInterface);
        thread.setDaemon(true);
    }

    static PcapWire open(String networkInterface, Predicate<InetAddress> ours) {
        PcapHandle capture = Handles.capture(networkInterface);
        try {
            PcapWire wire = new PcapWire(networkInterface, capture, Handles.send(networkInterface), ours);
            wire.thread.start();
            return wire;
        } catch (LabException e) {
            capture.close();
            throw e;
        }
    }

    @Override
    public Phantom phantom(InetAddress address, InetAddress iut, Mailbox mailbox) {
        PhantomHost phantom = new PhantomHost(this, address, iut, resolve(iut, address), mailbox);
        gone.remove(address);
        if (phantoms.putIfAbsent(address, phantom) != null) {
            throw new LabException("the phantom " + address.getHostAddress() + " is already there");
        }
        return phantom;
    }

    void goneAway(PhantomHost phantom) {
        if (phantoms.remove(phantom.address(), phantom)) {
            gone.add(phantom.address());
            foreignPackets.values().removeIf(phantom::equals);
            foreignAddresses.forEach((address, owner) -> {
                if (owner.equals(phantom) && foreignAddresses.remove(address, phantom)) {
                    gone.add(address);
                }
            });
        }
    }

    void answerFor(InetAddress address, PhantomHost phantom) {
        foreignAddresses.put(address, phantom);
    }

    @Override
    public void forget(InetAddress iut) {
        hardware.remove(iut);
        synchronized (settling) {
            unanswered.remove(iut);
        }
    }

    void settle(InetAddress iut, InetAddress neighbour) {
        synchronized (settling) {
            int missing = unanswered.getOrDefault(iut, 0);
            if (missing < MOST_UNANSWERED) {
                long before = answersOf(iut);
                send(neighbours.question(iut, neighbour));
                boolean answered = await(() -> answersOf(iut) > before, SETTLING_NANOS, iut);
                unanswered.put(iut, answered ? 0 : missing + 1);
            }
        }
    }

    private long answersOf(InetAddress iut) {
        synchronized (learned) {
            return answers.getOrDefault(iut, 0L);
        }
    }

    @Override
    public String gateway() {
        return GATEWAY.toString();
    }

    private Mac resolve(InetAddress iut, InetAddress asker) {
        for (int i = 0; i < QUESTIONS && !hardware.containsKey(iut); i++) {
            send(neighbours.question(iut, asker));
            await(() -> hardware.containsKey(iut), QUESTION_NANOS, iut);
        }
        Mac mac = hardware.get(iut);
        if (mac == null) {
            throw new LabException("nobody on " + networkInterface + " answers for the IUT's address "
                    + iut.getHostAddress() + "; is it configured and its interface up?");
        }
        return mac;
    }

    /** Waits, no longer than {@code nanos}, for something that was learned. */
    private boolean await(BooleanSupplier known, long nanos, InetAddress iut) {
        long deadline = System.nanoTime() + nanos;
        synchronized (learned) {
            try {
                long left = nanos;
                while (!known.getAsBoolean() && left > 0) {
                    TimeUnit.NANOSECONDS.timedWait(learned, left);
                    left = deadline - System.nanoTime();
                }
                return known.getAsBoolean();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LabException("interrupted while looking for " + iut.getHostAddress(), e);
            }
        }
    }

    void inject(PhantomHost phantom, Bytes ipPacket) {
        checkAlive();
        IpAddresses.of(ipPacket)
                .map(IpAddresses::source)
                .ifPresentOrElse(
                        source -> {
                            if (!source.equals(phantom.address())) {
                                foreignPackets.put(ipPacket, phantom);
                                foreignAddresses.put(source, phantom);
                            }
                        },
                        () -> foreignPackets.put(ipPacket, phantom));
        int type = !ipPacket.isEmpty() && ipPacket.at(0) >> 4 == 6 ? Ethernet.TYPE_IPV6 : Ethernet.TYPE_IPV4;
        Mac to = IpAddresses.of(ipPacket)
                .map(a -> Ethernet.group(a.destination()).orElse(phantom.iut()))
                .orElse(phantom.iut());
        send(Ethernet.frame(to, GATEWAY, type, ipPacket.toArray()));
    }

    private void send(byte[] frame) {
        try {
            synchronized (sendLock) {
                sending.sendPacket(frame);
            }
        } catch (PcapNativeException | NotOpenException e) {
            throw new LabException(
                    "cannot send " + frame.length + " octets on " + networkInterface + ": " + e.getMessage(), e);
        }
    }

    private void run() {
        try {
            while (!closed) {
                byte[] frame = next();
                if (frame.length >= Ethernet.HEADER) {
                    Timestamp at = capture.getTimestamp();
                    long seconds = Math.floorDiv(at.getTime(), 1000L);
                    dispatch(frame, seconds * 1_000_000_000L + at.getNanos());
                }
            }
        } catch (EOFException e) {
            // breakLoop: the wire is being closed.
            closed = true;
        } catch (PcapNativeException | NotOpenException | LabException e) {
            if (!closed) {
                broken = Optional.of(e);
            }
        }
    }

    private byte[] next() throws PcapNativeException, NotOpenException, EOFException {
        try {
            return capture.getNextRawPacketEx();
        } catch (TimeoutException e) {
            // Nothing came; libpcap may say so at any time.
            return new byte[0];
        }
    }

    private void dispatch(byte[] frame, long nanos) {
        neighbours.learn(frame).ifPresent(binding -> {
            synchronized (learned) {
                hardware.put(binding.address(), binding.mac());
                if (binding.answer()) {
                    answers.merge(binding.address(), 1L, Long::sum);
                }
                learned.notifyAll();
            }
        });
        neighbours.answer(frame).ifPresent(this::send);
        if (neighbours.isHousekeeping(frame)) {
            return;
        }
        Ethernet.ipPacket(frame).map(Bytes::of).ifPresent(octets -> deliver(frame, octets, nanos));
    }

    private void deliver(byte[] frame, Bytes octets, long nanos) {
        boolean fromPeer = Ethernet.source(frame).equals(GATEWAY);
        Optional<IpAddresses> addresses = IpAddresses.of(octets);
        Optional<PhantomHost> phantom = fromPeer ? sender(octets, addresses) : addresses.flatMap(this::addressee);
        Packet packet = SegmentCodec.decode(octets);
        if (phantom.isPresent()) {
            phantom.get().captured(nanos, fromPeer ? Direction.FROM_PEER : Direction.FROM_IUT, packet);
        } else {
            addresses
                    .filter(a -> fromPeer || ours.test(a.destination()))
                    .ifPresent(a -> stray(a, fromPeer ? a.source() : a.destination(), packet));
        }
    }

    private Optional<PhantomHost> sender(Bytes octets, Optional<IpAddresses> addresses) {
        PhantomHost foreign = foreignPackets.isEmpty() ? null : foreignPackets.remove(octets);
        return foreign != null
                ? Optional.of(foreign)
                : addresses.flatMap(a -> Optional.ofNullable(phantoms.get(a.source())));
    }

    private Optional<PhantomHost> addressee(IpAddresses addresses) {
        return Optional.ofNullable(phantoms.get(addresses.destination()))
                .or(() -> Optional.ofNullable(foreignAddresses.get(addresses.destination())));
    }

    private void stray(IpAddresses addresses, InetAddress phantomSide, Packet packet) {
        if (gone.contains(phantomSide)) {
            strays.late(phantomSide, addresses.source(), addresses.destination(), packet);
        } else {
            strays.unknown(addresses.source(), addresses.destination(), packet);
        }
    }

    private void checkAlive() {
        if (broken.isPresent()) {
            Exception e = broken.get();
            throw new LabException("the capture on " + networkInterface + " broke: " + e.getMessage(), e);
        }
    }

    @Override
    public long lost() {
        checkAlive();
        synchronized (statsLock) {
            if (!closed) {
                try {
                    lastLost = capture.getStats().getNumPacketsDropped();
                } catch (PcapNativeException | NotOpenException e) {
                    throw new LabException("the capture on " + networkInterface + " does not tell its losses", e);
                }
            }
            return lastLost;
        }
    }

    @Override
    public List<String> strays() {
        return strays.list();
    }

    /** A quiet handle would wait in {@code close} for ever: break the loop, join its thread, then close. */
    @Override
    public void close() {
        synchronized (statsLock) {
            closed = true;
        }
        try {
            if (capture.isOpen()) {
                capture.breakLoop();
            }
            thread.join(JOIN_MILLIS);
        } catch (NotOpenException e) {
            // Closed by someone else in between: there is nothing left to break.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!thread.isAlive()) {
            capture.close();
        }
        sending.close();
    }
}
