package org.tcpspec.steps.observe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.wire.SequenceNumber;

/** The text and FIN that a correct IUT holds above RCV.NXT, until the gap before them is filled (SHLD-31). */
final class Received {

    private final List<Run> runs = new ArrayList<>();
    private Optional<SequenceNumber> fin = Optional.empty();

    /** What waits, in no order; pieces may overlap. */
    List<Run> runs() {
        return List.copyOf(runs);
    }

    Optional<SequenceNumber> fin() {
        return fin;
    }

    void text(SequenceNumber from, SequenceNumber to) {
        if (from.isBefore(to)) {
            runs.add(new Run(from, to));
        }
    }

    /** Of two FINs the lower ends the stream: segments are processed in sequence. */
    void fin(SequenceNumber at) {
        if (fin.filter(at::isAtLeast).isEmpty()) {
            fin = Optional.of(at);
        }
    }

    /** How far reception goes without a gap from {@code next}, the FIN left out: no text counts behind it. */
    SequenceNumber reach(SequenceNumber next) {
        runs.sort(Comparator.comparingInt(r -> r.from().minus(next)));
        SequenceNumber reached = next;
        for (Run run : runs) {
            if (run.from().isAtMost(reached) && run.to().isAfter(reached)) {
                reached = run.to();
            }
        }
        if (fin.filter(reached::isAfter).isPresent()) {
            reached = fin.get();
        }
        SequenceNumber done = reached;
        runs.removeIf(r -> r.to().isAtMost(done));
        return reached;
    }

    boolean finIsAt(SequenceNumber next) {
        return fin.filter(next::equals).isPresent();
    }
}
