package org.tcpspec.model;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.Bytes;
import org.tcpspec.spi.wire.IpVersion;

/** The model as an IUT: each bench is a TCP of its own, with a wire and a time of its own. */
final class ModelIut implements Iut {

    /** Of the nets that RFC 5737 and RFC 3849 set aside for documentation. */
    private static final InetAddress IUT_4 = address("c0000201");

    private static final Bench.LocalNet NET_4 =
            new Bench.LocalNet(address("c0000281"), Optional.of(address("c00002ff")));

    private static final InetAddress IUT_6 = address("20010db8000000000000000000000001");
    private static final Bench.LocalNet NET_6 =
            new Bench.LocalNet(address("20010db8000000000000000000000081"), Optional.empty());

    private static final String PEERS_4 = "0a%06x";
    private static final String PEERS_6 = "20010db80000000100000000%08x";
    private static final String OTHER_PEERS_4 = "0b%06x";
    private static final String OTHER_PEERS_6 = "20010db80000000200000000%08x";

    private static final int FIRST_PORT = 1_024;
    private static final int PORTS = 8;
    /** Benches until the ports, which are below the ephemeral ones, start over; the hosts are distinct anyway. */
    private static final int PORT_BLOCKS = 6_000;

    private final IutRequest request;
    private final Function<BenchRequest, Optional<Event.Observer>> observers;
    private final AtomicInteger benches = new AtomicInteger();
    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());

    ModelIut(IutRequest request, Function<BenchRequest, Optional<Event.Observer>> observers) {
        this.request = request;
        this.observers = observers;
    }

    @Override
    public Statement statement() {
        return request.statement();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("stack", request.statement().name(), "time", "virtual", "seed", Long.toString(request.seed()));
    }

    @Override
    public Bench bench(BenchRequest bench) {
        int number = benches.incrementAndGet();
        boolean four = bench.ip() == IpVersion.IPV4;
        ModelBench.Place place = new ModelBench.Place(
                four ? IUT_4 : IUT_6,
                four ? NET_4 : NET_6,
                address(String.format(four ? PEERS_4 : PEERS_6, number)),
                address(String.format(four ? OTHER_PEERS_4 : OTHER_PEERS_6, number)),
                FIRST_PORT + PORTS * (number % PORT_BLOCKS));
        Profile profile = Profile.of(request.statement()).with(bench.settings());
        ModelBench made = new ModelBench(
                place, request.statement(), profile, 31 * request.seed() + bench.seed(), parts(bench), notes::add);
        observers.apply(bench).ifPresent(made.host()::observe);
        return made;
    }

    private Parts parts(BenchRequest bench) {
        Optional<Seeds> seeds = request.seeding()
                .map(seeding ->
                        new Seeds(seeding.fault(), id -> seeding.watcher().reached(bench, id)));
        return seeds.isPresent()
                ? new FaultyParts(seeds.get(), request.otherReadings())
                : OtherReadings.of(request.otherReadings());
    }

    private static InetAddress address(String hex) {
        try {
            return InetAddress.getByAddress(Bytes.hex(hex).toArray());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 octets are always an address", e);
        }
    }

    @Override
    public List<String> notes() {
        synchronized (notes) {
            return List.copyOf(notes);
        }
    }

    @Override
    public void close() {
        // Nothing runs outside the benches.
    }
}
