package org.tcpspec.model;

import java.util.Set;

/**
 * Parts with all the mistakes in them, of which at most one bites. Of each part the topmost layer is built; the layers
 * lie on one another by inheritance, one topic each, down to the part as it should be.
 */
final class FaultyParts extends Parts {

    private final Seeds seeds;
    private final Set<String> otherReadings;

    FaultyParts(Seeds seeds, Set<String> otherReadings) {
        this.seeds = seeds;
        this.otherReadings = otherReadings;
    }

    @Override
    SegmentArrives segmentArrives(Host host) {
        return new TimeWaitFaults(host, seeds, otherReadings);
    }
}
