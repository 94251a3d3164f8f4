package org.tcpspec.steps.cover;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.iut.Refusal;
import org.tcpspec.spi.iut.SignalKind;
import org.tcpspec.spi.wire.State;

/** Compares what the user was told, or how its call ended, with what a row's column {@code notifies} says. */
final class Notice {

    /** Text may come with any segment, and soft errors at any time: neither tells a row apart. */
    private static final Set<SignalKind> FREE = EnumSet.of(SignalKind.DATA, SignalKind.SOFT_ERROR, SignalKind.CLOSING);

    private static final Set<SignalKind> ENDS =
            EnumSet.of(SignalKind.RESET, SignalKind.REFUSED, SignalKind.TIMED_OUT, SignalKind.ERROR);

    private final Row row;
    private final Observation o;

    private Notice(Row row, Observation o) {
        this.row = row;
        this.o = o;
    }

    /** What is wrong with what was told; empty if nothing. */
    static Optional<String> miss(Row row, Observation o) {
        return new Notice(row, o).isAsSaid()
                ? Optional.empty()
                : Optional.of("notifies " + row.notifies() + ", but " + told(o));
    }

    private static String told(Observation o) {
        String outcome = o.call()
                .map(c -> "the call ended with "
                        + c.outcome()
                                .refusal()
                                .map(Refusal::words)
                                .orElse(c.outcome().state().map(State::toString).orElse("ok"))
                        + " and ")
                .orElse("");
        return outcome + "the user was told "
                + o.reaction().told().stream().map(s -> s.kind().toString()).toList();
    }

    private boolean isAsSaid() {
        return o.call().isPresent() ? outcomeIsAsSaid(o.call().get().outcome()) : signalsAreAsSaid();
    }

    // ---- calls

    private boolean outcomeIsAsSaid(Outcome outcome) {
        String said = row.notifies();
        if (said.startsWith("state = ") || o.event() == EventKind.STATUS) {
            return outcome.state().filter(row.state()::equals).isPresent();
        }
        if (said.contains("ok is allowed") || said.startsWith("success or")) {
            return true;
        }
        boolean ofWaitingCalls = said.contains("to waiting RECEIVEs") || said.contains("to queued SENDs");
        if (!said.startsWith("error") || ofWaitingCalls) {
            return !outcome.isRefused();
        }
        return outcome.isRefused() && isTheError(outcome.refusal().orElseThrow(), said)
                || said.contains("insufficient resources") && !outcome.isRefused() && outcome.count() == 0;
    }

    /** 3.5.1, 3.10 and sockets spell "does not exist" and "closing" differently: the error must be one of its kind. */
    private static boolean isTheError(Refusal refusal, String said) {
        if (said.contains("connection does not exist")) {
            return refusal == Refusal.DOES_NOT_EXIST
                    || refusal == Refusal.NOT_OPEN
                    || refusal == Refusal.CLOSING
                    || refusal == Refusal.RESET
                    || refusal == Refusal.REFUSED
                    || refusal == Refusal.TIMED_OUT;
        }
        return said.contains("text of MUST-46") || said.contains(refusal.words()) || refusal == Refusal.OTHER;
    }

    // ---- signals

    private boolean signalsAreAsSaid() {
        Set<SignalKind> told = EnumSet.noneOf(SignalKind.class);
        o.reaction().told().forEach(s -> told.add(s.kind()));
        return Arrays.stream(row.notifies().split("; ")).allMatch(said -> isTold(said, told)) && nothingElse(told);
    }

    private boolean isTold(String said, Set<SignalKind> told) {
        if (said.startsWith("open completed")) {
            return told.contains(SignalKind.ACCEPTED) || told.contains(SignalKind.OPENED);
        }
        if (said.startsWith("urgent data")) {
            return told.contains(SignalKind.URGENT) || !o.circumstances().known();
        }
        if (said.startsWith("data")) {
            return told.contains(SignalKind.DATA) || !o.circumstances().reading() || isSilent();
        }
        if (said.startsWith("connection closing")) {
            return told.contains(SignalKind.CLOSING)
                    || !o.circumstances().reading()
                    || isSilent()
                    || said.contains("by the wording");
        }
        if (endsIt(said)) {
            return told.stream().anyMatch(ENDS::contains) || isSilent();
        }
        return true;
    }

    private static boolean endsIt(String said) {
        return said.startsWith("reset")
                || said.startsWith("connection reset")
                || said.startsWith("connection refused")
                || said.startsWith("error");
    }

    /** There is no user who could be told. */
    private boolean isSilent() {
        return !o.circumstances().known() || o.circumstances().closedBothWays();
    }

    private boolean nothingElse(Set<SignalKind> told) {
        EnumSet<SignalKind> rest = EnumSet.copyOf(told);
        rest.removeAll(FREE);
        String said = row.notifies();
        if (said.contains("open completed")) {
            rest.remove(SignalKind.ACCEPTED);
            rest.remove(SignalKind.OPENED);
        }
        if (said.contains("urgent") || said.contains("advance") || o.event() != EventKind.SEG_URG) {
            rest.remove(SignalKind.URGENT);
        }
        if (Arrays.stream(said.split("; ")).anyMatch(Notice::endsIt)
                || row.note().contains("would tell the user")) {
            rest.removeAll(ENDS);
        }
        return rest.isEmpty();
    }
}
