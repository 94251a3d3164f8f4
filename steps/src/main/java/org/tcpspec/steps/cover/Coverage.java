package org.tcpspec.steps.cover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.State;

/** From events to rows of the transition table. */
public final class Coverage {

    private Coverage() {}

    /** The rows that a scenario exercised, each once: met if it was met every time. */
    public static List<Exercised> of(List<Observation> observations, Statement statement) {
        Map<String, Exercised> rows = new LinkedHashMap<>();
        for (Observation o : observations) {
            rowOf(o, statement).ifPresent(e -> add(e, statement, rows));
        }
        return List.copyOf(rows.values());
    }

    /** Rows that only a variable without value would tell from this one are exercised with it. */
    private static void add(Exercised e, Statement statement, Map<String, Exercised> rows) {
        rows.merge(e.row(), e, (a, b) -> a.isMet() ? b : a);
        for (Row row : TransitionTable.bundled().coinciding(e.row())) {
            if (Options.select(row, statement)) {
                add(new Exercised(row.id(), e.packet(), e.miss()), statement, rows);
            }
        }
    }

    /** The row that {@code o} exercised: of those whose guards held the one that says what was seen, else the first. */
    public static Optional<Exercised> rowOf(Observation o, Statement statement) {
        if (isOfSocketsOnly(o) || lacksTimestamps(o)) {
            return Optional.empty();
        }
        List<Exercised> candidates = new ArrayList<>();
        for (Row row : TransitionTable.bundled().cell(o.before(), o.event())) {
            if (row.isApplicable()
                    && isForItsAddresses(row, o)
                    && Options.select(row, statement)
                    && Guards.holds(row, o)) {
                candidates.add(new Exercised(row.id(), o.packet(), miss(row, o)));
            }
        }
        return candidates.stream().min(Comparator.comparing(e -> !e.isMet()));
    }

    private static String miss(Row row, Observation o) {
        Optional<String> next = isNext(row, o)
                ? Optional.empty()
                : Optional.of("the next state is " + row.next() + ", but it was " + o.after());
        if (Readings.allow(row, o)) {
            return "";
        }
        return Stream.of(Emission.miss(row, o), Notice.miss(row, o), next)
                .flatMap(Optional::stream)
                .findFirst()
                .map(m -> "The row " + m + ".")
                .orElse("");
    }

    /** Only rows that say so are about segments with addresses that are ignored (3.9.2.3). */
    private static boolean isForItsAddresses(Row row, Observation o) {
        return o.segment().filter(s -> !Hosts.areValid(s)).isEmpty()
                || row.guard().contains("source address invalid");
    }

    /** Text after {@code close()} draws a RST (SHLD-3): the table knows no such user. */
    private static boolean isOfSocketsOnly(Observation o) {
        return o.circumstances().closedBothWays()
                && !o.before().hasPeerFin()
                && o.segment().filter(s -> !s.text().isEmpty()).isPresent();
    }

    /** The table knows no timestamps, but of a SYN in TIME-WAIT. */
    private static boolean lacksTimestamps(Observation o) {
        return o.segment()
                .filter(s -> o.before() != State.TIME_WAIT || !s.has(Flag.SYN))
                .filter(o.variables()::lacksTimestamps)
                .isPresent();
    }

    /** Which state a 4-tuple without TCB is in depends on the listener; a FIN that was queued may have left as well. */
    private static boolean isNext(Row row, Observation o) {
        boolean gone = row.next() == State.CLOSED || row.next() == State.LISTEN;
        boolean isGone = o.after() == State.CLOSED || o.after() == State.LISTEN;
        boolean reopened = row.state() == State.SYN_RECEIVED && gone && o.after() == State.TIME_WAIT;
        boolean finLeft = row.next() == State.CLOSE_WAIT
                && o.after() == State.LAST_ACK
                && o.circumstances().finQueued()
                && o.reaction().sent().stream().anyMatch(s -> s.has(Flag.FIN));
        return row.next() == o.after() || gone && isGone || reopened || finLeft;
    }
}
