package org.tcpspec.steps.cover;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tcpspec.spi.iut.Observed;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/**
 * One event of one connection, as the record shows it: what was, what came, and what came of it.
 *
 * @param ends the connection; a listener's peer has port 0
 * @param before the state before the event
 * @param event which of the table's events it is
 * @param variables the variables before it
 * @param circumstances what else a guard asks about
 * @param segment the segment that arrived, if one did
 * @param call the call that was made, if one was
 * @param packet the number of the packet that was the event, or that showed it
 * @param reaction what the IUT sent and told because of it
 * @param after the state after it
 * @param then the variables after it
 */
public record Observation(
        FourTuple ends,
        State before,
        EventKind event,
        Variables variables,
        Circumstances circumstances,
        Optional<Segment> segment,
        Optional<Happening.Called> call,
        OptionalLong packet,
        Reaction reaction,
        State after,
        Variables then) {

    /**
     * What the IUT did.
     *
     * @param sent its segments, but those that a timer sent
     * @param told what it told its user
     */
    public record Reaction(List<Segment> sent, List<Observed.Signal> told) {
        public Reaction {
            sent = List.copyOf(sent);
            told = List.copyOf(told);
        }
    }
}
