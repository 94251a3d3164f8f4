package org.tcpspec.spi.iut;

/**
 * Something that a user may choose for one connection, before its OPEN ({@link OpenOptions#chosen}) or later
 * ({@link User#choose}). What is chosen for a passive OPEN holds for each connection that comes of it.
 */
public enum ConnectionOption {
    /** The Diffserv codepoint of all segments, 0 to 63 (RFC 9293 section 3.9.1.9; MUST-48, SHLD-21). */
    DIFFSERV("Diffserv codepoint", Capability.DIFFSERV),
    /** The time to live, or hop limit, of all segments, 1 to 255 (section 3.9.2; MUST-49). */
    TIME_TO_LIVE("time to live", Capability.TIME_TO_LIVE),
    /** 1 if the user wants {@link SignalKind#SOFT_ERROR}, 0 if not (section 3.9.1.8; MUST-47, SHLD-20). */
    ERROR_REPORTS("error reports", Capability.ERROR_REPORTS);

    private final String words;
    private final Capability needs;

    ConnectionOption(String words, Capability needs) {
        this.words = words;
        this.needs = needs;
    }

    /** What an IUT must offer for it. */
    public Capability needs() {
        return needs;
    }

    /** Its name for people. */
    @Override
    public String toString() {
        return words;
    }
}
