package org.tcpspec.steps.cover;

import java.util.OptionalLong;

/**
 * A row of the transition table that a scenario exercised: its state, event and guard were seen to hold, and so was the
 * reaction.
 *
 * @param row the row's id
 * @param packet the number of the packet that was the event, if one was
 * @param miss in which way the reaction was not the row's; empty if it was met
 */
public record Exercised(String row, OptionalLong packet, String miss) {

    /** Emits, notifies and next state were as the row says. */
    public boolean isMet() {
        return miss.isEmpty();
    }
}
