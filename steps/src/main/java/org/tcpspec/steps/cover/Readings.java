package org.tcpspec.steps.cover;

import java.util.Map;
import java.util.function.Predicate;
import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.State;

/** Second readings of RFC 9293 where its text conflicts with itself: what a row's note says to accept as well. */
final class Readings {

    private static final Map<String, Predicate<Observation>> ALSO = Map.ofEntries(
            // Figure 7: the crossing SYN,ACK is taken for its acknowledgment (appendix A.2).
            Map.entry("T-SYN-RECEIVED-SEG-SYN-ACK-4", o -> sends(o, false) && o.after() == State.ESTABLISHED),
            // Step eight lists CLOSING all the same, and would acknowledge.
            Map.entry("T-CLOSING-SEG-FIN-1", o -> sends(o, true) && o.after() == State.CLOSING),
            Map.entry("T-TIME-WAIT-SEG-ACK-FIN-1", Readings::acknowledgesInTimeWait),
            Map.entry("T-TIME-WAIT-SEG-ACK-DUP-1", Readings::acknowledgesInTimeWait),
            Map.entry("T-TIME-WAIT-SEG-ACK-TOO-OLD-2", Readings::acknowledgesInTimeWait),
            Map.entry("T-TIME-WAIT-SEG-URG-1", Readings::acknowledgesInTimeWait),
            Map.entry("T-TIME-WAIT-SEG-DATA-INORDER-1", Readings::acknowledgesInTimeWait),
            Map.entry("T-TIME-WAIT-SEG-DATA-EARLY-1", Readings::acknowledgesInTimeWait),
            Map.entry("T-TIME-WAIT-SEG-DATA-OVERLAP-1", Readings::acknowledgesInTimeWait),
            // Text that was on hand is handed over.
            Map.entry("T-TIME-WAIT-RECEIVE-1", o -> o.circumstances().unread() > 0 && o.after() == State.TIME_WAIT),
            // The range check of RFC 5961 stands before the rule of SYN-RECEIVED.
            Map.entry(
                    "T-SYN-RECEIVED-SEG-ACK-FUTURE-1",
                    o -> o.reaction().sent().stream().allMatch(s -> s.has(Flag.RST))
                            && o.reaction().sent().size() == 1
                            && o.after() == State.SYN_RECEIVED),
            // Most stacks take the ACK of early text at once.
            Map.entry("T-SYN-RECEIVED-SEG-DATA-EARLY-1", o -> o.after() == State.ESTABLISHED));

    private Readings() {}

    /** True if another reading than the row's own allows what was seen. */
    static boolean allow(Row row, Observation o) {
        return ALSO.getOrDefault(row.id(), x -> false).test(o);
    }

    /** Step five of TIME-WAIT read literally acknowledges any ACK. */
    private static boolean acknowledgesInTimeWait(Observation o) {
        return sends(o, true) && o.after() == State.TIME_WAIT;
    }

    private static boolean sends(Observation o, boolean anAck) {
        return o.reaction().sent().size() == (anAck ? 1 : 0)
                && o.reaction().sent().stream().allMatch(Readings::isAck);
    }

    private static boolean isAck(Segment s) {
        return s.has(Flag.ACK) && !s.has(Flag.RST) && !s.has(Flag.SYN) && s.length() == 0;
    }
}
