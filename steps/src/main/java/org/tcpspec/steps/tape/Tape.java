package org.tcpspec.steps.tape;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.spi.iut.Bench;
import org.tcpspec.spi.iut.Outcome;
import org.tcpspec.spi.wire.Bytes;

/**
 * What one play read from its bench, in order, besides the record itself: clocks, addresses, where nothing came, and
 * what broke. With the record it is all that the verdict is a function of.
 *
 * @param virtual the bench's time is virtual
 * @param place the addresses and ports of the bench; empty if there was no bench
 * @param nanos what the bench's clock said, each time it was read: {@link Numbers}
 * @param steady the same of the clock that nobody sets
 * @param taken for each time that nothing came, how much of the record was taken since the time before; at last how
 *     much was taken after them
 * @param lost what the capture was said to have lost, each time it was asked
 * @param outcomes of the user's calls that stand on the record too late, or not at all
 * @param firstOutcome the number of the first of {@code outcomes} among all calls, from 0
 * @param thrown what broke
 */
public record Tape(
        boolean virtual,
        Optional<Place> place,
        Bytes nanos,
        Bytes steady,
        Bytes taken,
        Bytes lost,
        List<Outcome> outcomes,
        int firstOutcome,
        List<Thrown> thrown) {

    /** Of a scenario that never touched a bench. */
    public static final Tape NONE = new Tape(
            false, Optional.empty(), Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY, List.of(), 0, List.of());

    public Tape {
        outcomes = List.copyOf(outcomes);
        thrown = List.copyOf(thrown);
    }

    /** True if there is nothing on it. */
    public boolean isBlank() {
        return place.isEmpty() && thrown.isEmpty();
    }

    /**
     * Where the play took place.
     *
     * @param ports by the index for which they were asked
     */
    public record Place(
            InetAddress iut,
            InetAddress peer,
            Optional<InetAddress> otherPeer,
            Optional<Bench.LocalNet> localNet,
            Map<Integer, Integer> ports) {
        public Place {
            ports = Map.copyOf(ports);
        }
    }

    /** What kind of exception it was: the verdict depends on no more than that and the message. */
    public enum Kind {
        LAB,
        IUT_GONE,
        IUT_GONE_IN_COMPANY,
        FAULT
    }

    /**
     * An exception of the bench.
     *
     * @param at the number of the call that threw it, from 0, among all that may; 0 if the bench could not be had
     */
    public record Thrown(long at, Kind kind, String message) {}
}
