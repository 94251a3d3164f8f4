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
    Admission admission(List<InetAddress> addresses) {
        return new AdmissionFaults(addresses, seeds);
    }

    @Override
    Output output(Host host) {
        return new SegmentFormFaults(host, seeds);
    }

    @Override
    Sender sender(Host host) {
        return new SegmentSiblingFaults(host, seeds);
    }

    @Override
    Timestamps timestamps(Host host) {
        return new TimestampFaults(host, seeds);
    }

    @Override
    TimestampClock timestampClock(long seed) {
        return new TimestampClockFaults(seed, seeds);
    }

    @Override
    WindowScale windowScale(Host host) {
        return new WindowFieldFaults(host, seeds);
    }

    @Override
    Urgent urgent(Host host) {
        return new UrgentFaults(host, seeds);
    }

    @Override
    IcmpArrives icmpArrives(Host host) {
        return new IcmpErrorFaults(host, seeds);
    }

    @Override
    SegmentArrives segmentArrives(Host host) {
        return new WindowEdgeFaults(host, seeds, otherReadings);
    }

    @Override
    Receiver receiver(Host host) {
        return new TextSiblingFaults(host, seeds);
    }

    @Override
    Connections connections() {
        return new BacklogFaults(seeds);
    }

    @Override
    UserCalls userCalls(Host host) {
        return new CallSiblingFaults(host, seeds, otherReadings);
    }

    @Override
    Timeouts timeouts(Host host) {
        return new TimeoutFaults(host, seeds);
    }

    @Override
    KeepAlive keepAlive(Host host) {
        return new KeepAliveFaults(host, seeds);
    }

    @Override
    Congestion congestion(Host host) {
        return new CongestionFaults(host, seeds);
    }

    @Override
    RetransmissionTimer retransmissionTimer(Profile profile) {
        return new RetransmissionTimerFaults(profile, seeds);
    }

    @Override
    InitialSequenceNumbers initialSequenceNumbers(long seed) {
        return new NumberFaults(seed, seeds);
    }

    @Override
    Lifecycle lifecycle(Host host, List<InetAddress> addresses, InitialSequenceNumbers numbers) {
        return new TimeWaitTimerFaults(host, this, addresses, numbers, seeds);
    }

    @Override
    Reassembly reassembly() {
        return new HeldFinFaults(seeds);
    }

    @Override
    RetransmissionQueue retransmissionQueue() {
        return new RetransmissionQueueFaults(seeds);
    }

    @Override
    NewIncarnation newIncarnation(Host host) {
        return new ReopeningFaults(host, seeds);
    }

    @Override
    Recycling recycling(Host host) {
        return new RecyclingFaults(host, seeds);
    }

    @Override
    Ecn ecn(Host host) {
        return new EcnFaults(host, seeds);
    }
}
