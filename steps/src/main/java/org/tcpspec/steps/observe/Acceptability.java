package org.tcpspec.steps.observe;

import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.SequenceNumber;

/** The four cases of the acceptability test (RFC 9293 section 3.4, Table 5, and 3.10.7.4, Table 6). */
public final class Acceptability {

    private Acceptability() {}

    /** True if any part of {@code segment} lies where the receiver looks. */
    public static boolean isAcceptable(Segment segment, SequenceNumber rcvNxt, long rcvWnd) {
        boolean startInside = segment.seq().isWithin(rcvNxt, rcvWnd);
        if (segment.length() == 0) {
            return rcvWnd == 0 ? segment.seq().equals(rcvNxt) : startInside;
        }
        return startInside || segment.end().minus(1).isWithin(rcvNxt, rcvWnd);
    }
}
