package org.tcpspec.steps.observe;

/** Why a segment that no Then asked for needs no asking. Nothing else is ever excused. */
public enum Explanation {
    RETRANSMISSION("a retransmission"),
    NEW_ACKNOWLEDGMENT("acknowledges what had not been acknowledged"),
    WINDOW_UPDATE("moves the right edge after the user read"),
    ZERO_WINDOW_PROBE("probes the closed window"),
    KEEP_ALIVE("a keep-alive");

    private final String words;

    Explanation(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
