package org.tcpspec.steps.observe;

import java.util.OptionalLong;

/**
 * One line of a ladder, in the notation of the RFC's figures.
 *
 * @param packet the number of the packet; empty for a row about the user or about a packet that never came
 * @param nanos when, by the bench's clock
 * @param arrow which way it went
 * @param iut the IUT's state, or what its user did or was told; may be empty
 * @param segment the segment: {@code <SEQ=100><ACK=300><CTL=FIN,ACK>}; for a packet that never came, what was
 *     expected; empty for a row about the user
 * @param comment what to say beside it, such as {@code expected ACK=301}; may be empty
 * @param deciding the verdict rests on this row
 * @param explained an IUT's segment that no Then asked for and that needs no asking
 */
public record LadderRow(
        OptionalLong packet,
        long nanos,
        Arrow arrow,
        String iut,
        String segment,
        String comment,
        boolean deciding,
        boolean explained) {
    /** Which way. */
    public enum Arrow {
        FROM_IUT,
        FROM_PEER,
        /** Expected from the IUT, never seen. */
        MISSING,
        /** A call or signal between the IUT and its user. */
        USER
    }
}
