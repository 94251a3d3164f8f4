package org.tcpspec.reports.play;

import java.util.List;
import java.util.Optional;
import org.tcpspec.reports.read.BrokenInputException;
import org.tcpspec.spi.iut.Fault;
import org.tcpspec.spi.iut.IutProvider;

/** The mistakes that a run can seed into its IUT. */
public final class SeededFaults {
    private SeededFaults() {}

    /**
     * The mistake of that id.
     *
     * @throws BrokenInputException if the IUT has none of that id, or does not seed it
     */
    public static Fault named(String id, IutProvider provider) {
        List<Fault> faults = provider.faults();
        if (faults.isEmpty()) {
            throw new BrokenInputException("--fault " + id + ": no mistake can be seeded into the IUT '"
                    + provider.name() + "', only into model.");
        }
        Fault fault = faults.stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new BrokenInputException("There is no fault '" + id + "'; 'tcpspec faults' lists them."));
        fault.notSeeded().ifPresent(why -> {
            throw new BrokenInputException("--fault " + id + ": it is not seeded. " + why);
        });
        return fault;
    }

    /** {@code options} with the ICS profile under which their fault can show, unless they name another. */
    static RunOptions chosen(RunOptions options, IutProvider provider) {
        Optional<Fault> fault = options.fault().map(id -> named(id, provider));
        return options.ics().isPresent()
                ? options
                : options.but()
                        .ics(fault.flatMap(Fault::profile).or(options::ics))
                        .build();
    }
}
