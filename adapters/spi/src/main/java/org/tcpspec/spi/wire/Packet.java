package org.tcpspec.spi.wire;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * An IP packet as it was on the wire: its octets, the segment in them if they hold one, and what is wrong with them.
 *
 * @param octets from the first octet of the IP header on, no link layer
 * @param segment present if the fixed TCP header is whole, even if other things are wrong
 * @param defects empty for a packet as it should be
 */
public record Packet(Bytes octets, Optional<Segment> segment, Set<Defect> defects) {

    private static final Set<Defect> DAMAGE =
            EnumSet.of(Defect.CHECKSUM, Defect.IP_CHECKSUM, Defect.DATA_OFFSET, Defect.CUT_SHORT);

    public Packet {
        // in the order of the enum, so that two runs tell them alike
        EnumSet<Defect> ordered = EnumSet.noneOf(Defect.class);
        ordered.addAll(defects);
        defects = Collections.unmodifiableSet(ordered);
    }

    /** True if a host drops it before it looks at the segment: not all of it came, or not as it was sent (MUST-3). */
    public boolean isDamaged() {
        return defects.stream().anyMatch(DAMAGE::contains);
    }
}
