package org.tcpspec.model;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.tcpspec.spi.wire.Segment;
import org.tcpspec.spi.wire.TcpOption;

/**
 * TIME-WAIT recycling as Linux had it until 4.11, where a host is set to it: TIME-WAIT lasts a few RTO only, and
 * instead the newest timestamp of each remote address is kept for a minute; a SYN from there with an older one is
 * dropped as an old duplicate. Two hosts behind one address have two timestamp clocks, so one of them is shut out.
 */
class Recycling {

    private static final long KEPT = Duration.ofSeconds(60).toNanos();

    /** How many ticks a timestamp may lie below the newest one. */
    private static final int TOLERATED = 1;

    /** TIME-WAIT in half RTOs. */
    private static final int HALF_RTOS = 7;

    private record Newest(int timestamp, long at) {}

    final Host host;
    private final Map<InetAddress, Newest> newest = new HashMap<>();

    Recycling(Host host) {
        this.host = host;
    }

    private boolean applies(Tcb tcb) {
        return host.profile().settings().recycling() && tcb.ts.ok;
    }

    /** {@code tcb} enters TIME-WAIT. */
    void remember(Tcb tcb) {
        if (applies(tcb)) {
            newest.put(tcb.remote.address(), new Newest(tcb.ts.recent, host.now()));
        }
    }

    /** How long TIME-WAIT lasts, in nanoseconds. */
    long timeWait(Tcb tcb) {
        return applies(tcb)
                ? HALF_RTOS * tcb.rto.rto() / 2
                : 2 * host.profile().msl().toNanos();
    }

    /** The SYN's timestamp is older than the newest of its address. */
    boolean refuses(Segment syn) {
        Newest last = newest.get(syn.source().address());
        return last != null
                && host.now() - last.at() < KEPT
                && syn.option(TcpOption.Timestamps.class)
                        .filter(option -> last.timestamp() - (int) option.value() > TOLERATED)
                        .isPresent();
    }
}
