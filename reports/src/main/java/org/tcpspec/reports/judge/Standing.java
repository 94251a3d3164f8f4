package org.tcpspec.reports.judge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tcpspec.spi.iut.Deviation;
import org.tcpspec.spi.iut.Grade;
import org.tcpspec.steps.run.Listed;

/**
 * What became of one listed deviation, or waiver, in a run.
 *
 * @param example a scenario that shows it: one that it covers, else one that fails for another reason, else one that
 *     passes
 */
public record Standing(Deviation deviation, Kind kind, Optional<Judged> example) {

    /** From what is well to what wants attention. */
    public enum Kind {
        OCCURRED("occurred"),
        NOT_JUDGED("not judged"),
        /** Its scenarios pass this time; chance decides. */
        NOT_SEEN("not seen this time"),
        /** Its scenarios pass. */
        STOPPED("stopped"),
        NO_SUCH("no such scenario"),
        OTHER_REASON("fails for another reason"),
        EXPIRED("expired");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Of every deviation on the list of the run, as it stands on {@code day}. */
    public static List<Standing> of(Judgement judgement, LocalDate day) {
        return judgement.recorded().run().statement().deviations().stream()
                .map(d -> of(judgement, d, day))
                .toList();
    }

    private static Standing of(Judgement judgement, Deviation deviation, LocalDate day) {
        List<Judged> named = judgement.scenarios().stream()
                .filter(j -> Listed.names(deviation, j.scenario()) || covered(j, deviation))
                .toList();
        if (deviation.isExpired(day)) {
            return new Standing(deviation, Kind.EXPIRED, with(named, Outcome.FAIL));
        }
        Optional<Judged> occurred =
                named.stream().filter(j -> covered(j, deviation)).findFirst();
        if (occurred.isPresent()) {
            return new Standing(deviation, Kind.OCCURRED, occurred);
        }
        Optional<Judged> failing = with(named, Outcome.FAIL);
        if (failing.isPresent()) {
            return new Standing(deviation, Kind.OTHER_REASON, failing);
        }
        if (with(named, Outcome.PASS).isPresent()) {
            Kind kind = deviation.intermittent() ? Kind.NOT_SEEN : Kind.STOPPED;
            return new Standing(deviation, kind, with(named, Outcome.PASS));
        }
        boolean orphan = judgement.recorded().run().orphans().contains(deviation.scenario());
        return new Standing(deviation, orphan ? Kind.NO_SUCH : Kind.NOT_JUDGED, Optional.empty());
    }

    private static boolean covered(Judged judged, Deviation deviation) {
        return judged.deviation().filter(deviation::equals).isPresent()
                || judged.verdict().grade() == Grade.FAIL
                        && Listed.covers(deviation, judged.scenario(), judged.verdict());
    }

    private static Optional<Judged> with(List<Judged> named, Outcome outcome) {
        return named.stream().filter(j -> j.outcome() == outcome).findFirst();
    }
}
