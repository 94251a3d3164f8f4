package org.tcpspec.model;

import java.net.InetAddress;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Builds the parts of a host. The parts decide in small methods that a subclass can override, so a fault is a part
 * that decides one thing wrongly and a set of parts that builds it; a host without faults pays nothing for that.
 */
class Parts {

    Admission admission(List<InetAddress> addresses) {
        return new Admission(addresses);
    }

    Lifecycle lifecycle(Host host, List<InetAddress> addresses, InitialSequenceNumbers numbers) {
        return new Lifecycle(host, this, addresses, numbers);
    }

    Connections connections() {
        return new Connections();
    }

    Reassembly reassembly() {
        return new Reassembly();
    }

    RetransmissionQueue retransmissionQueue() {
        return new RetransmissionQueue();
    }

    Output output(Host host) {
        return new Output(host);
    }

    Sender sender(Host host) {
        return new Sender(host);
    }

    Receiver receiver(Host host) {
        return new Receiver(host);
    }

    SegmentArrives segmentArrives(Host host) {
        return new SegmentArrives(host);
    }

    UserCalls userCalls(Host host) {
        return new UserCalls(host);
    }

    Timeouts timeouts(Host host) {
        return new Timeouts(host);
    }

    Timestamps timestamps(Host host) {
        return new Timestamps(host);
    }

    TimestampClock timestampClock(long seed) {
        return new TimestampClock(seed);
    }

    WindowScale windowScale(Host host) {
        return new WindowScale(host);
    }

    NewIncarnation newIncarnation(Host host) {
        return new NewIncarnation(host);
    }

    EphemeralPorts ephemeralPorts(Host host, SplittableRandom random) {
        return new EphemeralPorts(host, random);
    }

    TimeWaitReuse timeWaitReuse(Host host) {
        return new TimeWaitReuse(host);
    }

    Recycling recycling(Host host) {
        return new Recycling(host);
    }

    KeepAlive keepAlive(Host host) {
        return new KeepAlive(host);
    }

    Urgent urgent(Host host) {
        return new Urgent(host);
    }

    IcmpArrives icmpArrives(Host host) {
        return new IcmpArrives(host);
    }

    Congestion congestion(Host host) {
        return new Congestion(host);
    }

    Ecn ecn(Host host) {
        return new Ecn(host);
    }

    InitialSequenceNumbers initialSequenceNumbers(long seed) {
        return new InitialSequenceNumbers(seed);
    }

    RetransmissionTimer retransmissionTimer(Profile profile) {
        return new RetransmissionTimer(profile);
    }
}
