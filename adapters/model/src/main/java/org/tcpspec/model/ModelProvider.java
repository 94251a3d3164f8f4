package org.tcpspec.model;

import java.net.URL;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tcpspec.spi.iut.BenchRequest;
import org.tcpspec.spi.iut.Fault;
import org.tcpspec.spi.iut.Iut;
import org.tcpspec.spi.iut.IutProvider;
import org.tcpspec.spi.iut.IutRequest;
import org.tcpspec.spi.iut.Seeding;

/** The in-process reference TCP: {@code --iut model}. */
public final class ModelProvider implements IutProvider {

    @Override
    public String name() {
        return "model";
    }

    @Override
    public String description() {
        return "the reference TCP of this kit, in this process and in virtual time";
    }

    @Override
    public URL statement() {
        return ModelProvider.class.getResource("model.yaml");
    }

    @Override
    public URL deviations() {
        return ModelProvider.class.getResource("deviations.yaml");
    }

    @Override
    public boolean virtualTime() {
        return true;
    }

    @Override
    public Duration work() {
        return Duration.ofNanos(1_500_000);
    }

    @Override
    public Set<String> choosableOptions() {
        return Arrays.stream(Option.values()).map(Option::toString).collect(Collectors.toSet());
    }

    @Override
    public List<Fault> faults() {
        return Faults.all();
    }

    /** @throws IllegalArgumentException if the seeding names a fault that is not seeded */
    @Override
    public Iut open(IutRequest request) {
        request.seeding().flatMap(Seeding::fault).ifPresent(Faults::checkSeeded);
        return new ModelIut(request, bench -> Optional.empty());
    }

    /**
     * The same, with an observer of each bench's TCP.
     *
     * @param observers asked once for each bench
     */
    public Iut open(IutRequest request, Function<BenchRequest, Event.Observer> observers) {
        return new ModelIut(request, bench -> Optional.of(observers.apply(bench)));
    }
}
