package org.tcpspec.model;

import java.net.InetAddress;
import java.util.List;
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
        return new ListenFaults(host, seeds, otherReadings);
    }

    @Override
    Admission admission(List<InetAddress> addresses) {
        return new AdmissionFaults(addresses, seeds);
    }

    @Override
    Connections connections() {
        return new BacklogFaults(seeds);
    }

    @Override
    Output output(Host host) {
        return new HeaderFaults(host, seeds);
    }

    @Override
    UserCalls userCalls(Host host) {
        return new OpeningCallFaults(host, seeds);
    }

    @Override
    Timeouts timeouts(Host host) {
        return new OpeningTimeoutFaults(host, seeds);
    }

    @Override
    IcmpArrives icmpArrives(Host host) {
        return new IcmpFaults(host, seeds);
    }

    @Override
    InitialSequenceNumbers initialSequenceNumbers(long seed) {
        return new NumberFaults(seed, seeds);
    }
}
