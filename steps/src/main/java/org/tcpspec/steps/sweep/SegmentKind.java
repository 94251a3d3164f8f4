package org.tcpspec.steps.sweep;

import org.tcpspec.spi.wire.Flag;
import org.tcpspec.spi.wire.Flags;

/** What kind of segment the peer sends. */
public enum SegmentKind {
    ACK("ACK", 0, Flag.ACK),
    TEXT("text", SegmentKind.OCTETS, Flag.ACK),
    FIN("FIN,ACK", 0, Flag.FIN, Flag.ACK),
    TEXT_AND_FIN("text with FIN", SegmentKind.OCTETS, Flag.FIN, Flag.ACK),
    SYN("SYN", 0, Flag.SYN),
    SYN_ACK("SYN,ACK", 0, Flag.SYN, Flag.ACK),
    RST("RST", 0, Flag.RST),
    RST_ACK("RST,ACK", 0, Flag.RST, Flag.ACK),
    TEXT_WITHOUT_ACK("text without ACK", SegmentKind.OCTETS),
    FIN_WITHOUT_ACK("FIN without ACK", 0, Flag.FIN);

    /** As many octets of text as let a segment lie on both sides of an edge. */
    private static final int OCTETS = 10;

    private final String words;
    private final int octets;
    private final Flags flags;

    SegmentKind(String words, int octets, Flag... flags) {
        this.words = words;
        this.octets = octets;
        this.flags = Flags.of(flags);
    }

    /** How many octets of text it carries. */
    public int octets() {
        return octets;
    }

    public Flags flags() {
        return flags;
    }

    /** SEG.LEN. */
    public int length() {
        return octets + (flags.has(Flag.SYN) ? 1 : 0) + (flags.has(Flag.FIN) ? 1 : 0);
    }

    @Override
    public String toString() {
        return words;
    }
}
