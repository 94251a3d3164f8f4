package org.tcpspec.model;

import java.util.HashMap;
import java.util.Map;
import org.tcpspec.spi.wire.Endpoint;
import org.tcpspec.spi.wire.FourTuple;
import org.tcpspec.spi.wire.SequenceNumber;

/** Mistakes in choosing initial sequence numbers, from the second one of a host on. */
class NumberFaults extends InitialSequenceNumbers {

    private static final int GOLDEN = 0x9e3779b9;
    private static final long TICK = 4_000;
    private static final long SLOW_TICK = 64_000;

    private final Seeds seeds;
    private final Map<FourTuple, SequenceNumber> first = new HashMap<>();
    private final Map<FourTuple, Integer> times = new HashMap<>();
    /** The first number of the host, without the clock and the ports. */
    private SequenceNumber constant = SequenceNumber.ZERO;

    NumberFaults(long seed, Seeds seeds) {
        super(seed);
        this.seeds = seeds;
    }

    @Override
    SequenceNumber choose(Endpoint local, Endpoint remote, long now) {
        SequenceNumber right = super.choose(local, remote, now);
        FourTuple ends = new FourTuple(local, remote);
        boolean again = first.containsKey(ends);
        boolean another = !first.isEmpty() && !again;
        if (first.isEmpty()) {
            constant = right.minus(local.port() + remote.port() + now / TICK);
        }
        first.putIfAbsent(ends, right);
        int n = times.merge(ends, 1, Integer::sum);
        if (seeds.bites("ISN-01", again || another)) {
            return first.values().iterator().next();
        }
        if (seeds.bites("ISN-03", again)) {
            return first.get(ends).plus(Integer.toUnsignedLong(n * n * GOLDEN));
        }
        if (seeds.bites("SIB-ISN-PORT", another)) {
            return super.choose(new Endpoint(local.address(), 1), new Endpoint(remote.address(), 1), now);
        }
        if (seeds.bites("ISN-X1", again)) {
            return first.get(ends).plus(now / SLOW_TICK);
        }
        if (seeds.bites("ISN-X2", another)) {
            return constant.plus(local.port() + remote.port() + now / TICK);
        }
        return right;
    }
}
