package org.tcpspec.steps.cover;

import org.tcpspec.spi.wire.State;

/**
 * One row of the transition table.
 *
 * @param id such as {@code T-LISTEN-SEG-SYN-1}
 * @param guard when the row holds, besides state and event; {@code -} if nothing more is asked
 * @param emits what the IUT sends, in the RFC's notation; {@code none} if nothing
 * @param notifies what the user is told, or how its call ends; {@code none} if nothing
 * @param section where it stands in RFC 9293
 * @param variant {@code base}, the option that selects it, {@code mls}, or {@code n/a} if the event cannot occur
 * @param coincides the id of the row that this one is the same as, because the variables that would tell them apart
 *     have no value in that state; empty for a row of its own
 */
public record Row(
        String id,
        State state,
        EventKind event,
        String guard,
        String emits,
        String notifies,
        State next,
        String section,
        String variant,
        String note,
        String coincides) {

    /** What the id of every row begins with. */
    public static final String PREFIX = "T-";

    /** The RFC says that the event cannot occur in that state. */
    public boolean isApplicable() {
        return !variant.equals("n/a");
    }
}
