package org.tcpspec.model;

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
import org.tcpspec.spi.iut.Place;
import org.tcpspec.spi.iut.Statement;

/** The model as an IUT: each bench is a TCP of its own, with a wire and a time of its own. */
final class ModelIut implements Iut {

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
        Place place = Place.of(benches.incrementAndGet(), bench.ip());
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
